package io.modelcounter.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;

/** How all JSON is laid out: in UTF-8, every character visible, the same bytes everywhere. */
public final class JsonStyle {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false).build();

  private JsonStyle() {}

  /**
   * Begins a document for people and programs.
   *
   * @param out where to; not closed
   * @return what writes it, on lines that are indented
   * @throws IOException if writing fails
   */
  public static JsonGenerator indented(OutputStream out) throws IOException {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    JsonGenerator generator = generator(out);
    generator.setPrettyPrinter(printer);
    return generator;
  }

  /**
   * Begins a list of documents.
   *
   * @param out where to; not closed
   * @return what writes them, each on a line of its own
   * @throws IOException if writing fails
   */
  public static JsonGenerator lines(OutputStream out) throws IOException {
    JsonGenerator generator = generator(out);
    generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    return generator;
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    JsonGenerator generator = FACTORY.createGenerator(out);
    generator.setCharacterEscapes(new VisibleEscapes());
    return generator;
  }
}
