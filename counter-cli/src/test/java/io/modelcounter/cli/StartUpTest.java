package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a run loads, which decides how long it takes to start. */
class StartUpTest {
  private static String loaded(String... args) throws Exception {
    ChildProcess.Result result = ChildProcess.run(List.of(), List.of("-Xlog:class+load"), args);
    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains("io.modelcounter.cli.Main");
    return result
        .output()
        .lines()
        .filter(line -> line.matches(".*(io[.]modelcounter|logback|jackson).*"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void helpLoadsNeitherTheEngineNorTheLog() throws Exception {
    assertThat(loaded("analyze", "--help"))
        .contains("io.modelcounter.cli.AnalyzeCommand")
        .doesNotContain("io.modelcounter.core.")
        .doesNotContain("io.modelcounter.model.")
        .doesNotContain("ch.qos.logback.")
        .doesNotContain("com.fasterxml.jackson.");
  }

  @Test
  void textLoadsNeitherJacksonNorTheLog() throws Exception {
    assertThat(loaded("analyze", CommandRunner.unit("F.conv2d").toString()))
        .contains("io.modelcounter.core.Analyzer")
        .doesNotContain("ch.qos.logback.")
        .doesNotContain("com.fasterxml.jackson.");
  }

  @Test
  void logsToStandardErrorWhatIsDone() throws Exception {
    ChildProcess.Result result =
        ChildProcess.run(
            List.of(), List.of(), "analyze", "-q", "-v", CommandRunner.unit("F.conv2d").toString());
    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains("INFO  AnalysisRun: analysing ");
  }
}
