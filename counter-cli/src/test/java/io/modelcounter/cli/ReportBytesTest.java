package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.conformance.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports made in other places, locales and time zones. */
class ReportBytesTest {
  private static final List<String> FORMATS =
      List.of("text", "html", "md", "csv", "csv-summary", "json", "jsonl", "folded", "netron");

  @TempDir private Path directory;

  @Test
  void everyFormatIsTheSameInThreeLocalesAndTwoTimeZones() throws Exception {
    Map<String, byte[]> german = reports("one", "-Duser.language=de", "-Duser.timezone=UTC");
    assertThat(german).hasSize(FORMATS.size());
    assertThat(reports("two", "-Duser.language=de", "-Duser.timezone=UTC"))
        .containsExactlyEntriesOf(german);
    assertThat(reports("three", "-Duser.language=tr", "-Duser.timezone=Asia/Kathmandu"))
        .containsExactlyEntriesOf(german);
    assertThat(
            reports(
                "four",
                "-Duser.language=ar",
                "-Duser.extensions=nu-arab",
                "-Duser.timezone=America/St_Johns"))
        .containsExactlyEntriesOf(german);
  }

  /** The reports of a model that lies in a directory of its own, by format. */
  private Map<String, byte[]> reports(String name, String... options) throws Exception {
    Path place = Files.createDirectory(directory.resolve(name));
    Files.copy(
        Corpus.repository().resolve("fixtures/exported/hf/bert_base.ts.onnx"),
        place.resolve("model.onnx"));
    List<String> args = new ArrayList<>(List.of("analyze", "model.onnx", "-q"));
    FORMATS.forEach(format -> args.addAll(List.of("-o", format + "=report." + format)));
    Process process =
        ChildProcess.builder(Main.class, List.of(), List.of(options), args)
            .directory(place.toFile())
            .start();
    process.getOutputStream().close();
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor()).isZero();
    return read(place);
  }

  private static Map<String, byte[]> read(Path place) throws IOException {
    Map<String, byte[]> reports = new TreeMap<>();
    for (String format : FORMATS) {
      reports.put(format, Files.readAllBytes(place.resolve("report." + format)));
    }
    return reports;
  }
}
