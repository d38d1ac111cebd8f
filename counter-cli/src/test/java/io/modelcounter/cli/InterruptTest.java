package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens when the user or the system stops a run that waits for the rest of a model. */
class InterruptTest {
  private static final long INTERRUPT_BIT = 1L << (2 - 1);

  @TempDir private Path directory;

  private long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  private Process startReading() throws Exception {
    Process process =
        ChildProcess.start(
            Main.class,
            List.of(),
            List.of("-Djava.io.tmpdir=" + directory, "-Dmodelcounter.terminals=2"),
            List.of("analyze", "-", "-f", "json"));
    OutputStream in = process.getOutputStream();
    in.write(Files.readAllBytes(CommandRunner.unit("F.relu")));
    in.flush();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (temporaryFiles() == 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertThat(temporaryFiles()).isEqualTo(1);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(800));
    return process;
  }

  private static void signal(Process process, String signal) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** A process that was started in the background may have been told not to mind the user. */
  private static boolean mindsInterrupts(Process process) throws IOException {
    Path status = Path.of("/proc", "" + process.pid(), "status");
    if (!Files.exists(status)) {
      return true;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .noneMatch(ignored -> (ignored & INTERRUPT_BIT) != 0);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void leavesNothingBehind(String signal, int exitCode) throws Exception {
    assumeThat(Path.of("/bin/kill")).exists();
    Process process = startReading();
    assumeThat(signal.equals("TERM") || mindsInterrupts(process)).isTrue();
    signal(process, signal);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
    assertThat(directory).isEmptyDirectory();
    String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(written).contains("[1/1] stdin  reading").endsWith("\r\u001b[K");
  }

  @Test
  void doesNotMatterToARunThatIsAtItsEnd() throws Exception {
    Process process = startReading();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(directory).isEmptyDirectory();
  }
}
