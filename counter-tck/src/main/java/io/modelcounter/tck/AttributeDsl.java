package io.modelcounter.tck;

import io.modelcounter.model.AttributeValue;
import java.util.Arrays;

/**
 * Attributes in short form, for whatever has some.
 *
 * @param <T> what setting an attribute gives, so that further calls can follow
 */
public interface AttributeDsl<T> {

  /**
   * Sets an attribute of any kind.
   *
   * @param name name
   * @param value value
   * @return what further calls go to
   */
  T attribute(String name, AttributeValue value);

  /**
   * Sets an integer.
   *
   * @param name name
   * @param value value
   * @return what further calls go to
   */
  default T attribute(String name, long value) {
    return attribute(name, AttributeValue.of(value));
  }

  /**
   * Sets a list of integers; one of a single integer is written {@code new long[] {1}}.
   *
   * @param name name
   * @param values values
   * @return what further calls go to
   */
  default T attribute(String name, long... values) {
    return attribute(name, AttributeValue.ofInts(Arrays.stream(values).boxed().toList()));
  }

  /**
   * Sets a floating-point number.
   *
   * @param name name
   * @param value value; rounded to binary32, which is all that an attribute can hold
   * @return what further calls go to
   */
  default T attribute(String name, double value) {
    return attribute(name, AttributeValue.of((double) (float) value));
  }

  /**
   * Sets a list of floating-point numbers; one of a single number is written {@code new double[]
   * {0.5}}.
   *
   * @param name name
   * @param values values; rounded to binary32, which is all that an attribute can hold
   * @return what further calls go to
   */
  default T attribute(String name, double... values) {
    return attribute(
        name,
        AttributeValue.ofFloats(
            Arrays.stream(values).mapToObj(value -> (double) (float) value).toList()));
  }

  /**
   * Sets a text.
   *
   * @param name name
   * @param value value
   * @return what further calls go to
   */
  default T attribute(String name, String value) {
    return attribute(name, AttributeValue.of(value));
  }
}
