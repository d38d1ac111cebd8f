package io.modelcounter.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, which are the texts of the constants of an enum. */
final class EnumWord<E extends Enum<E>> implements ITypeConverter<E> {
  private final List<E> constants;

  EnumWord(Class<E> type) {
    this.constants = Arrays.asList(type.getEnumConstants());
  }

  @Override
  public E convert(String word) {
    return constants.stream()
        .filter(constant -> constant.toString().equals(word))
        .findAny()
        .orElseThrow(
            () ->
                new TypeConversionException("expected " + expected() + ", but was '" + word + "'"));
  }

  private String expected() {
    int last = constants.size() - 1;
    return constants.subList(0, last).stream().map(E::toString).collect(Collectors.joining(", "))
        + " or "
        + constants.get(last);
  }
}
