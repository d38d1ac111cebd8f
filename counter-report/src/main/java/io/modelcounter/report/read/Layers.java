package io.modelcounter.report.read;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.report.summary.WorkKinds;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads layers. */
final class Layers {
  private final Sizes sizes;
  private final Types types;

  Layers(Sizes sizes) {
    this.sizes = sizes;
    this.types = new Types(sizes);
  }

  List<LayerCost> read(Field list) {
    List<LayerCost> layers = new ArrayList<>();
    for (Field layer : list.items()) {
      Field index = layer.get("index");
      if (index.smallCount() != layers.size()) {
        throw index.expected("the position in the list, " + layers.size());
      }
      layers.add(layer(layer, layers.size()));
    }
    return layers;
  }

  private LayerCost layer(Field layer, int index) {
    OperatorId operator =
        new OperatorId(
            layer.get("domain").text(), layer.get("op").text(), layer.get("opset").smallCount());
    LayerCost.Builder builder =
        LayerCost.of(index, operator)
            .at(layer.get("name").text(), scope(layer.get("scope")), layer.get("graph").text())
            .cost(
                cost(layer),
                layer.get("countedBy").textOrNull(),
                sizes.amount(layer, "multiplicity"))
            .amount("macs", sizes.amount(layer, "macs"))
            .amount("flops", sizes.amount(layer, "flops"))
            .parameters(sizes.amount(layer, "parameters"), sizes.amount(layer, "weightBytes"))
            .traffic(
                new Traffic(sizes.amount(layer, "readBytes"), sizes.amount(layer, "writeBytes")))
            .ignored(layer.find("ignored").map(Field::isTrue).orElse(false));
    layer
        .find("conventions")
        .ifPresent(group -> sizes.amounts(group, layer, "conventions").forEach(builder::amount));
    types.values(layer.get("inputs")).forEach(builder::input);
    types.values(layer.get("outputs")).forEach(builder::output);
    LayerCost result = builder.build();
    if (!result.status().text().equals(layer.get("status").text())) {
      throw layer.get("status").expected("\"" + result.status().text() + "\" by the other fields");
    }
    return result;
  }

  private static List<String> scope(Field field) {
    return field.text().isEmpty() ? List.of() : List.of(field.text().split("\\.", -1));
  }

  private Cost cost(Field layer) {
    Cost cost =
        layer
            .find("execution")
            .map(execution -> cost(layer, execution))
            .orElseGet(() -> plainCost(layer));
    for (String assumption : layer.find("assumptions").map(Field::texts).orElse(List.of())) {
      cost = cost.assuming(assumption);
    }
    return cost;
  }

  /** The cost of a layer of which the other fields say everything. */
  private Cost plainCost(Field layer) {
    String status = layer.get("status").text();
    String reason = layer.find("reason").map(Field::text).orElse("");
    if (status.equals(LayerStatus.FREE.text())) {
      return Cost.free(reason);
    }
    return status.equals(LayerStatus.UNKNOWN.text())
        ? Cost.atLeast(Work.NONE, formula(layer), reason)
        : Cost.of(work(layer.get("work")), formula(layer));
  }

  private Cost cost(Field layer, Field execution) {
    Optional<String> reason = execution.find("reason").map(Field::text);
    if (layer.get("status").text().equals(LayerStatus.FREE.text())) {
      return Cost.free(reason.orElse(""));
    }
    Work low = work(execution.get("low"));
    Optional<Field> high = execution.find("high");
    if (high.filter(Field::isNull).isPresent()) {
      return Cost.atLeast(low, formula(layer), reason.orElse(""));
    }
    Work most = high.map(this::work).orElse(low);
    for (WorkKind kind : WorkKind.values()) {
      checkOrder(low.amount(kind), most.amount(kind), execution);
    }
    return reason.isEmpty()
        ? Cost.of(low, formula(layer))
        : Cost.between(low, most, formula(layer), reason.get());
  }

  private static void checkOrder(Size low, Size high, Field execution) {
    if (low.isGreaterThan(high)) {
      throw execution.refusal("the lower end " + low + " is above the upper end " + high);
    }
  }

  /** Work by kind; the report does not say of which element types it is. */
  private Work work(Field kinds) {
    Work work = Work.NONE;
    for (Map.Entry<String, Field> entry : kinds.fields().entrySet()) {
      Field amount = entry.getValue();
      work =
          work.and(
              WorkKinds.of(entry.getKey())
                  .orElseThrow(() -> amount.refusal("there is no work of this kind")),
              ElementType.UNKNOWN,
              sizes.size(amount));
    }
    return work;
  }

  private Formula formula(Field layer) {
    Optional<Field> terms = layer.find("terms");
    if (terms.isEmpty()) {
      return Formula.of(layer.get("formula").textOrNull());
    }
    List<Formula.Term> values =
        terms.get().items().stream()
            .map(
                term ->
                    new Formula.Term(
                        term.get("name").text(),
                        term.get("meaning").text(),
                        sizes.size(term.get("value"))))
            .toList();
    return new Formula(layer.get("expression").text(), values);
  }
}
