package io.modelcounter.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;

/** A JSON object on standard output, in ASCII, so that no name can act on a terminal. */
public final class JsonDocument {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonDocument() {}

  /** Writes the fields of the object. */
  @FunctionalInterface
  public interface Fields {
    /**
     * Writes them.
     *
     * @throws IOException never, as they go to memory
     */
    void writeTo(JsonGenerator out) throws IOException;
  }

  /** The text of an object, which ends with a line feed. */
  public static String of(Fields fields) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
      printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
      generator.setPrettyPrinter(printer);
      generator.writeStartObject();
      fields.writeTo(generator);
      generator.writeEndObject();
    }
    return text + "\n";
  }
}
