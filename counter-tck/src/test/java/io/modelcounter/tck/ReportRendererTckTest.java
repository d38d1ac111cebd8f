package io.modelcounter.tck;

import static io.modelcounter.tck.Kits.run;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ReportRendererTckTest {
  private static final Report REPORT =
      new Report(mock(Analysis.class), "1.0.0", List.of(), 5, Optional.empty());

  /** What a renderer writes. */
  private interface Rendering {
    void to(OutputStream out) throws IOException;
  }

  private static ReportRendererTck kit(Rendering rendering) {
    ReportRenderer renderer =
        new ReportRenderer() {
          @Override
          public String format() {
            return "Sample Format";
          }

          @Override
          public void render(Report report, OutputStream out) throws IOException {
            rendering.to(out);
          }
        };
    return new ReportRendererTck() {
      @Override
      protected ReportRenderer renderer() {
        return renderer;
      }

      @Override
      protected List<Report> reports() {
        return List.of(REPORT);
      }
    };
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isContentWithACorrectRenderer() {
    ReportRendererTck kit = kit(out -> write(out, "a report"));
    assertThatCode(
            () -> {
              run(kit.f3WritesTheSameTwice());
              run(kit.f4WritesTheSameInEveryLocale());
              run(kit.f5LeavesTheStreamOpen());
              run(kit.f6PassesOnThatTheStreamFails());
              run(kit.f7WritesUtf8());
              run(kit.f8WritesTheSameInSeveralThreads());
            })
        .doesNotThrowAnyException();
  }

  @Test
  void findsAWrongNameAndAMissingService() {
    ReportRendererTck kit = kit(out -> {});
    assertThatThrownBy(kit::f1NamesItsFormat).isInstanceOf(AssertionError.class);
    assertThatThrownBy(kit::f2IsOfferedAsAService).isInstanceOf(AssertionError.class);
  }

  @Test
  void findsARendererThatWritesSomethingElseEachTime() {
    AtomicLong times = new AtomicLong();
    ReportRendererTck kit = kit(out -> write(out, "time " + times.incrementAndGet()));
    assertThatThrownBy(() -> run(kit.f3WritesTheSameTwice())).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> run(kit.f8WritesTheSameInSeveralThreads()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("one of several threads");
  }

  @Test
  void findsARendererThatFollowsTheLocale() {
    ReportRendererTck kit = kit(out -> write(out, Locale.getDefault().toLanguageTag()));
    assertThatThrownBy(() -> run(kit.f4WritesTheSameInEveryLocale()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("in tr-TR");
  }

  @Test
  void findsARendererThatClosesTheStream() {
    assertThatThrownBy(() -> run(kit(OutputStream::close).f5LeavesTheStreamOpen()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("stream closed");
  }

  @Test
  void findsARendererThatHidesThatTheStreamFails() {
    ReportRendererTck kit =
        kit(
            out -> {
              try {
                write(out, "a report");
              } catch (IOException hidden) {
                throw new IllegalStateException(hidden);
              }
            });
    assertThatThrownBy(() -> run(kit.f6PassesOnThatTheStreamFails()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void findsBytesThatAreNoText() {
    assertThatThrownBy(() -> run(kit(out -> out.write(0xff)).f7WritesUtf8()))
        .isInstanceOf(AssertionError.class);
  }
}
