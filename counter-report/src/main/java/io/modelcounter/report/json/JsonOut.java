package io.modelcounter.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes sizes and amounts as the schema encodes them. */
final class JsonOut {
  /** Number of bits of the integers that every reader keeps exactly. */
  private static final int SAFE_BITS = 53;

  private final JsonGenerator generator;
  private final boolean hasReasons;
  private final Map<String, Integer> reasons = new LinkedHashMap<>();
  private final SortedSet<Symbol> dataDependent = new TreeSet<>();
  private boolean wroteLongNumbers;

  private JsonOut(JsonGenerator generator, boolean hasReasons) {
    this.generator = generator;
    this.hasReasons = hasReasons;
  }

  /** Writes a document that lists its reasons. */
  static JsonOut document(JsonGenerator generator) {
    return new JsonOut(generator, true);
  }

  /** Writes objects that have no list of reasons to refer to. */
  static JsonOut objects(JsonGenerator generator) {
    return new JsonOut(generator, false);
  }

  /** Tells whether a number was written that does not fit a double. */
  boolean wroteLongNumbers() {
    return wroteLongNumbers;
  }

  /** Why amounts are not exact, by the numbers that stand beside them. */
  List<String> reasons() {
    return List.copyOf(reasons.keySet());
  }

  /** The sizes that only the data decide and that formulas name, sorted by name. */
  List<Symbol> dataDependentSizes() {
    return List.copyOf(dataDependent);
  }

  void startObject() throws IOException {
    generator.writeStartObject();
  }

  void startObject(String key) throws IOException {
    generator.writeObjectFieldStart(key);
  }

  void endObject() throws IOException {
    generator.writeEndObject();
  }

  void startArray(String key) throws IOException {
    generator.writeArrayFieldStart(key);
  }

  void endArray() throws IOException {
    generator.writeEndArray();
  }

  void key(String key) throws IOException {
    generator.writeFieldName(key);
  }

  void text(String key, String text) throws IOException {
    generator.writeStringField(key, text);
  }

  /** Writes a text, null for an empty one. */
  void textOrNull(String key, String text) throws IOException {
    generator.writeFieldName(key);
    if (text.isEmpty()) {
      generator.writeNull();
    } else {
      generator.writeString(text);
    }
  }

  void number(String key, long number) throws IOException {
    generator.writeFieldName(key);
    size(Size.of(number));
  }

  void yes(String key) throws IOException {
    generator.writeBooleanField(key, true);
  }

  void nothing(String key) throws IOException {
    generator.writeNullField(key);
  }

  void nothing() throws IOException {
    generator.writeNull();
  }

  void texts(String key, Collection<String> texts) throws IOException {
    generator.writeArrayFieldStart(key);
    for (String text : texts) {
      generator.writeString(text);
    }
    generator.writeEndArray();
  }

  /** Writes an integer, or a formula as a string. */
  void size(Size size) throws IOException {
    Optional<BigInteger> value = size.asBigInteger();
    if (value.isPresent()) {
      wroteLongNumbers |= value.get().bitLength() > SAFE_BITS;
      generator.writeNumber(value.get());
    } else {
      generator.writeString(size.toString());
      size.symbols().forEach(this::note);
    }
  }

  /** Writes the names of symbols. */
  void symbols(String key, Collection<Symbol> symbols) throws IOException {
    texts(key, symbols.stream().map(Symbol::name).toList());
    symbols.forEach(this::note);
  }

  private void note(Symbol symbol) {
    if (symbol.isDataDependent() && dataDependent.add(symbol)) {
      symbol.upperBound().ifPresent(bound -> bound.symbols().forEach(this::note));
    }
  }

  /** Writes the numbers of the reasons of an amount, unless there is no list of them. */
  void reasons(Collection<String> texts) throws IOException {
    if (!hasReasons) {
      return;
    }
    generator.writeArrayFieldStart("reasons");
    for (String text : texts) {
      generator.writeNumber(reasons.computeIfAbsent(text, key -> reasons.size()));
    }
    generator.writeEndArray();
  }

  /** Writes an exact amount, and null for any other. */
  void amount(Amount amount) throws IOException {
    if (amount.isExact()) {
      size(amount.low());
    } else {
      generator.writeNull();
    }
  }

  void amount(String key, Amount amount) throws IOException {
    generator.writeFieldName(key);
    amount(amount);
  }

  void amounts(Map<String, Amount> amounts) throws IOException {
    for (Map.Entry<String, Amount> entry : amounts.entrySet()) {
      amount(entry.getKey(), entry.getValue());
    }
  }
}
