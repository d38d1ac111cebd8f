package io.modelcounter.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.cli.ChildProcess;
import io.modelcounter.cli.CommandRunner;
import io.modelcounter.cli.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private static final String ERASED = "\r\u001b[K";

  private final AtomicLong nanos = new AtomicLong();
  private final ProgressState state = new ProgressState(12, nanos::get);

  private String text() {
    return state.now().map(ProgressView::text).orElse("");
  }

  @Test
  void namesTheFirstModelThatIsBeingAnalysed() {
    assertThat(text()).isEmpty();
    state.enter(2, "net.onnx", "shapes");
    nanos.set(Duration.ofMillis(2_149).toNanos());
    assertThat(text()).isEqualTo("[3/12] net.onnx  shapes  2.1 s");
    state.enter(3, "other.onnx", "reading");
    assertThat(text()).isEqualTo("[3/12] net.onnx  shapes  2.1 s  and 1 more");
    state.finish(2);
    assertThat(text()).isEqualTo("[4/12] other.onnx  reading  2.1 s");
    state.finish(3);
    assertThat(text()).isEmpty();
  }

  @Test
  void fitsALine() {
    state.enter(2, "models/" + "x".repeat(300) + "/net.onnx", "counting");
    nanos.set(Duration.ofHours(20).toNanos());
    assertThat(text()).hasSizeLessThan(80).contains("/net.onnx");
  }

  @Test
  void isHarmless() {
    state.enter(0, "a\u001b[2J\n::error::", "reading");
    assertThat(text()).contains("a\\u{1b}[2J\\u{a}::error::");
  }

  @Test
  void isAnObjectForPrograms() throws IOException {
    state.enter(0, "first", "reading");
    state.finish(0);
    state.enter(1, "a \"name\" \\ \u00e9\n", "memory");
    nanos.set(Duration.ofMillis(1_234).toNanos());
    JsonNode event = new ObjectMapper().readTree(state.now().map(ProgressView::json).orElse(""));
    assertThat(event.get("event").textValue()).isEqualTo("progress");
    assertThat(event.get("done").intValue()).isEqualTo(1);
    assertThat(event.get("total").intValue()).isEqualTo(12);
    assertThat(event.get("running").intValue()).isEqualTo(1);
    assertThat(event.get("model").textValue()).isEqualTo("a \"name\" \\ \u00e9\n");
    assertThat(event.get("phase").textValue()).isEqualTo("memory");
    assertThat(event.get("elapsedMs").intValue()).isEqualTo(1_234);
  }

  /** Runs the command with a model that comes slowly from standard input. */
  private static String slowly(int millis, List<String> options, String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of("analyze", "-", "-q", "--stdin-name", "slow"));
    all.addAll(List.of(args));
    Process process = ChildProcess.start(Main.class, List.of(), options, all);
    assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).as("waits for the model").isFalse();
    try (OutputStream in = process.getOutputStream()) {
      in.write(Files.readAllBytes(CommandRunner.unit("F.relu")));
    }
    String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return written;
  }

  @ParameterizedTest
  @CsvSource({"2, auto", "2, never", "1, auto", "1, always"})
  void isSilentUnlessWanted(String terminals, String mode) throws Exception {
    assertThat(slowly(1_200, List.of("-Dmodelcounter.terminals=" + terminals), "--progress", mode))
        .isEmpty();
  }

  @Test
  void isALineOnATerminalThatIsTakenAway() throws Exception {
    String written = slowly(1_500, List.of("-Dmodelcounter.terminals=2"), "--progress=always");
    assertThat(written)
        .startsWith(ERASED + "[1/1] slow  reading  ")
        .endsWith(ERASED)
        .doesNotContain("\n");
    assertThat(written.split("reading", -1)).hasSizeGreaterThan(3);
  }

  @Test
  void isAnObjectASecondForPrograms() throws Exception {
    assertThat(slowly(2_500, List.of(), "--progress=json").lines())
        .hasSizeBetween(1, 4)
        .allMatch(line -> line.startsWith("{\"event\": \"progress\", \"done\": 0, \"total\": 1,"));
  }

  @Test
  void isOneOfSomeWords() {
    CommandRunner.Result result = CommandRunner.run("analyze", "--progress", "often", "m");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("expected auto, always, never or json, but was 'often'");
  }
}
