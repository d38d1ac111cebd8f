package io.modelcounter.rules;

import io.modelcounter.rules.document.Place;
import io.modelcounter.spi.OperatorRange;
import java.util.List;
import java.util.Optional;

/**
 * What a rule file says of one operator.
 *
 * @param place where it says so
 * @param operators the operator in the versions that are meant
 * @param shapes how its outputs are inferred, if the file says so
 * @param counter how it is counted, if the file says so
 */
record OperatorRules(
    Place place,
    List<OperatorRange> operators,
    Optional<RuleShapes> shapes,
    Optional<RuleCounter> counter) {

  /** Tells whether both are about a version of the same operator. */
  boolean overlaps(OperatorRules other) {
    return operators.stream().anyMatch(range -> other.operators.stream().anyMatch(range::overlaps));
  }
}
