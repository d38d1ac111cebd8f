package io.modelcounter.cli.config;

import io.modelcounter.cli.output.JsonDocument;
import io.modelcounter.cli.terminal.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Shows values of options, where they came from, and where they can come from. */
public final class ConfigListing {
  private ConfigListing() {}

  /** All options with their values and origins, for people. */
  public static String text(Configuration configuration) {
    Columns columns = new Columns("OPTION", "VALUE", "FROM");
    for (ConfigOption option : configuration.options()) {
      Setting setting = configuration.setting(option);
      columns.add(
          List.of(option.key(), String.join(", ", setting.values()), setting.origin().toString()));
    }
    return columns.toString();
  }

  /** All options with their values and origins, for programs. */
  public static String json(Configuration configuration) throws IOException {
    return JsonDocument.of(
        out -> {
          out.writeArrayFieldStart("options");
          for (ConfigOption option : configuration.options()) {
            Setting setting = configuration.setting(option);
            out.writeStartObject();
            out.writeStringField("option", option.key());
            out.writeArrayFieldStart("values");
            for (String value : setting.values()) {
              out.writeString(value);
            }
            out.writeEndArray();
            out.writeStringField("origin", setting.origin().kind().text());
            if (!setting.origin().name().isEmpty()) {
              out.writeStringField("place", setting.origin().name());
            }
            out.writeStringField("variable", option.variable());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  /** The places where files are looked for, the one that wins first. */
  public static String places(ConfigPlaces places) {
    Columns columns = new Columns("PATH", "WHOSE", "STATE");
    for (ConfigFile file : places.all()) {
      columns.add(
          List.of(
              file.path().toString(),
              file.kind().text(),
              Files.exists(file.path()) ? "is there" : "is not there"));
    }
    return columns.toString();
  }
}
