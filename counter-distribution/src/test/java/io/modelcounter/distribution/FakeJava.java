package io.modelcounter.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A Java that writes down what it is asked to do, and has the Java of the tests do it. */
final class FakeJava {
  private final Path home;

  private FakeJava(Path home) {
    this.home = home;
  }

  /** Makes one in a new directory; it fails where an argument is the one given. */
  static FakeJava in(Path home, String failing) throws IOException {
    Path java = home.resolve("bin/java");
    Path real = Path.of(Objects.requireNonNull(System.getProperty("java.home")));
    Files.createDirectories(java.getParent());
    Files.copy(real.resolve("release"), home.resolve("release"));
    Files.writeString(
        java,
        """
        #!/bin/sh
        echo "$*" >>'%s'
        case " $* " in *' %s '*) exit 1 ;; esac
        exec '%s' "$@"
        """
            .formatted(home.resolve("calls"), failing, real.resolve("bin/java")));
    if (!java.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + java + " executable");
    }
    return new FakeJava(home);
  }

  /** Makes one that does everything. */
  static FakeJava in(Path home) throws IOException {
    return in(home, "-nothing");
  }

  /** What JAVA_HOME is to be. */
  Path home() {
    return home;
  }

  /** The arguments of each call. */
  List<String> calls() throws IOException {
    return Files.readAllLines(home.resolve("calls"));
  }

  /** The arguments of the last call. */
  String lastCall() throws IOException {
    List<String> calls = calls();
    return calls.get(calls.size() - 1);
  }
}
