package io.modelcounter.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes sizes and amounts as the schema encodes them. */
final class JsonOut {
  /** Number of bits of the integers that every reader keeps exactly. */
  private static final int SAFE_BITS = 53;

  private final JsonGenerator generator;
  private boolean wroteLongNumbers;

  JsonOut(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Tells whether a number was written that does not fit a double. */
  boolean wroteLongNumbers() {
    return wroteLongNumbers;
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
    }
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
