package io.modelcounter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modelcounter.cli.ChildProcess;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
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
import org.junit.jupiter.params.provider.ValueSource;

class PendingFilesTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void haveTheirNamesOnlyWhenAllAreWritten() throws IOException {
    try (PendingFiles files = PendingFiles.open()) {
      files.write(directory.resolve("a"), out -> out.write(NEW));
      files.write(directory.resolve("b"), out -> out.write(NEW));
      assertThat(names()).hasSize(2).allMatch(name -> name.matches("\\.modelcounter-.*\\.tmp"));
      files.publish();
      assertThat(names()).containsExactly("a", "b");
    }
    assertThat(names()).containsExactly("a", "b");
    assertThat(directory.resolve("a")).hasBinaryContent(NEW);
  }

  @Test
  void areDeletedUnlessPublished() throws IOException {
    Path old = Files.writeString(directory.resolve("a"), "old");
    try (PendingFiles files = PendingFiles.open()) {
      files.write(old, out -> out.write(NEW));
    }
    assertThat(names()).containsExactly("a");
    assertThat(old).hasContent("old");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void areNotHalfWrittenWhereverWritingFails(int written) throws IOException {
    Path first = Files.writeString(directory.resolve("a"), "old");
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(
            () -> {
              try (PendingFiles files = PendingFiles.open()) {
                files.write(first, out -> out.write(NEW));
                files.write(directory.resolve("b"), out -> failAfter(written, out));
                files.publish();
              }
            })
        .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .satisfies(
            failure ->
                assertThat(failure.details().lines())
                    .containsExactly(
                        "[E0602] " + directory.resolve("b") + ": the report cannot be written",
                        "  cause: disk full"));
    assertThat(names()).containsExactly("a");
    assertThat(first).hasContent("old");
  }

  private static void failAfter(int written, OutputStream out) throws IOException {
    out.write(NEW, 0, written);
    out.flush();
    throw new IOException("disk full");
  }

  @Test
  void areDeletedWhenTheirContentIsABug() throws IOException {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> {
              try (PendingFiles files = PendingFiles.open()) {
                files.write(
                    directory.resolve("a"),
                    out -> {
                      throw new IllegalStateException("bug");
                    });
              }
            });
    assertThat(names()).isEmpty();
  }

  @Test
  void areDeletedWhenTheProcessIsStopped() throws Exception {
    Process process =
        ChildProcess.start(SlowWriter.class, List.of(), List.of(), List.of(directory.toString()));
    assertThat(process.getInputStream().read()).isEqualTo('w');
    assertThat(names()).hasSize(1);
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(names()).isEmpty();
  }

  /** Writes a file and does not come to an end. */
  static final class SlowWriter {
    private SlowWriter() {}

    public static void main(String[] args) {
      try (PendingFiles files = PendingFiles.open()) {
        files.write(
            Path.of(args[0], "a"),
            out -> {
              out.write(NEW);
              out.flush();
              System.out.write('w');
              System.out.flush();
              LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(60));
            });
      }
    }
  }
}
