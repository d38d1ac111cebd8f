package io.modelcounter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The archive of classes that the start script makes and uses. */
class ArchiveIT {
  private static final String USE = "-XX:SharedArchiveFile=";

  @TempDir private static Path shared;

  private static Installation installation;
  private static FakeJava java;
  private static byte[] archived;

  @TempDir private Path cache;

  @BeforeAll
  static void makeArchive() throws Exception {
    // JVMs find nothing in an archive for a class path with a space; what then happens is
    // elsewhere.
    installation = Installation.in(shared.resolve("installation"));
    java = FakeJava.in(shared.resolve("a java"));
    installation.with("JAVA_HOME", java.home()).with("XDG_CACHE_HOME", shared);
    assertIsVersion(installation.with("MODELCOUNTER_ARCHIVE", "now").run("--version"));
    archived = Files.readAllBytes(archive(shared));
  }

  @BeforeEach
  void setUp() throws IOException {
    installation
        .with("JAVA_HOME", java.home())
        .with("XDG_CACHE_HOME", cache)
        .with("MODELCOUNTER_ARCHIVE", "now");
    Files.createDirectory(cache.resolve("modelcounter"));
  }

  private static void assertIsVersion(ShellRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("modelcounter \\d[^ ]*\n");
    assertThat(run.exitCode()).isZero();
  }

  private static List<Path> files(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("modelcounter"))) {
      return files.toList();
    }
  }

  private static Path archive(Path cache) throws IOException {
    assertThat(files(cache)).singleElement().asString().matches(".*/start-\\d+[.]jsa");
    return files(cache).get(0);
  }

  /** Where an archive of the installation belongs. */
  private Path place() throws IOException {
    return cache.resolve("modelcounter").resolve(archive(shared).getFileName());
  }

  /** What is there while somebody makes it. */
  private Path work() throws IOException {
    return place().resolveSibling(place().getFileName() + ".work");
  }

  private boolean usesArchive() throws Exception {
    assertIsVersion(installation.run("--version"));
    return java.lastCall().contains(USE);
  }

  @Test
  void holdsTheClassesThatAStartLoads() throws Exception {
    String jar = installation.resolve("lib/counter-cli.jar").toString();
    ShellRun run =
        ShellRun.of(
            List.of(
                Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin/java")
                    .toString(),
                USE + archive(shared),
                "-Xlog:class+load",
                "-cp",
                jar,
                "io.modelcounter.cli.Main",
                "analyze",
                Path.of("../fixtures/exported/units/F.conv2d.onnx").toString()),
            Map.of());
    assertThat(run.exitCode()).isZero();
    // Java 25 leaves classes as old as those of picocli out.
    List<String> loaded =
        run.out().lines().filter(line -> line.contains(" io.modelcounter.")).toList();
    assertThat(loaded).hasSizeGreaterThan(300);
    assertThat(loaded)
        .filteredOn(line -> line.contains("source: shared objects file"))
        .hasSizeGreaterThan(loaded.size() * 8 / 10);
  }

  @Test
  void isMadeWhereItIsMissingAndUsedFromThenOn() throws Exception {
    installation.with("MODELCOUNTER_ARCHIVE", "");
    assertThat(usesArchive()).isFalse();
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (!Files.exists(place()) && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    assertThat(usesArchive()).isTrue();
    assertThat(java.lastCall()).contains(USE + place());
  }

  @Test
  void isNeitherMadeNorUsedWhereItIsOff() throws Exception {
    Files.write(place(), archived);
    installation.with("MODELCOUNTER_ARCHIVE", "off");
    assertThat(usesArchive()).isFalse();
    Files.delete(place());
    assertThat(usesArchive()).isFalse();
    assertThat(files(cache)).isEmpty();
  }

  static Stream<byte[]> damaged() {
    byte[] noise = new byte[archived.length];
    new Random(1).nextBytes(noise);
    byte[] endsInZeros = archived.clone();
    Arrays.fill(endsInZeros, archived.length / 2, archived.length, (byte) 0);
    byte[] hole = archived.clone();
    Arrays.fill(hole, archived.length / 3, archived.length / 3 + 65_536, (byte) 0);
    return Stream.of(
        new byte[0],
        Arrays.copyOf(archived, 100),
        Arrays.copyOf(archived, 4096),
        Arrays.copyOf(archived, archived.length / 2),
        Arrays.copyOf(archived, archived.length - 1),
        new byte[archived.length],
        noise,
        endsInZeros,
        hole);
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void doesNoHarmWhereItIsDamaged(byte[] bytes) throws Exception {
    Files.write(place(), bytes);
    assertThat(usesArchive()).isTrue();
  }

  @Test
  void isNotNeeded() throws Exception {
    Path file = Files.createFile(cache.resolve("file"));
    installation.with("XDG_CACHE_HOME", file);
    assertThat(usesArchive()).isFalse();
  }

  @Test
  void isNotUsedWhereTheCommandIsNewer() throws Exception {
    Files.write(place(), archived);
    Files.setLastModifiedTime(place(), FileTime.from(Instant.EPOCH));
    Files.createDirectory(work());
    assertThat(usesArchive()).isFalse();
  }

  @Test
  void isMadeAnewForOtherJars() throws Exception {
    Path other = cache.resolve("other");
    Installation.copy(installation.resolve(""), other);
    Installation moved =
        Installation.at(other)
            .with("JAVA_HOME", java.home())
            .with("XDG_CACHE_HOME", cache)
            .with("MODELCOUNTER_ARCHIVE", "now");
    assertIsVersion(moved.run("--version"));
    Files.writeString(other.resolve("lib/build-id"), "another build\n");
    assertIsVersion(moved.run("--version"));
    assertThat(files(cache)).hasSize(2).doesNotContain(place());
  }

  @Test
  void isNotTriedAgainAtOnceWhereJavaCannotMakeIt() throws Exception {
    FakeJava unable = FakeJava.in(cache.resolve("java"), "-Xshare:dump");
    installation.with("JAVA_HOME", unable.home());
    assertIsVersion(installation.run("--version"));
    assertThat(unable.calls()).hasSize(3);
    assertIsVersion(installation.run("--version"));
    assertThat(unable.calls()).hasSize(4);
    assertThat(files(cache)).singleElement().asString().endsWith(".failed");
  }

  @Test
  void isLeftToWhoeverMakesItAlready() throws Exception {
    Path work = Files.createDirectory(work());
    assertThat(usesArchive()).isFalse();
    assertThat(files(cache)).containsExactly(work);
  }

  @Test
  void isMadeAfterARunThatWasKilled() throws Exception {
    Path work = Files.createDirectory(work());
    Files.createFile(work.resolve("archive"));
    Files.setLastModifiedTime(work, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    assertThat(usesArchive()).isTrue();
    assertThat(files(cache)).containsExactly(place());
  }

  @Test
  void takesAwayWhatNobodyRenewed() throws Exception {
    Path old = Files.createFile(cache.resolve("modelcounter/start-1.jsa"));
    Path others = Files.createFile(cache.resolve("modelcounter/something"));
    for (Path file : List.of(old, others)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(70))));
    }
    assertThat(usesArchive()).isTrue();
    assertThat(files(cache)).containsExactlyInAnyOrder(place(), others);
  }
}
