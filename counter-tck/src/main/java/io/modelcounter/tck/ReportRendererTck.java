package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Report;
import io.modelcounter.spi.ReportRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Rules that every {@link ReportRenderer} keeps; a test class extends this one, gives the renderer
 * and reports, and inherits them. It must keep them all.
 *
 * <ul>
 *   <li>F1: the name of its format has 1 to 64 lower-case letters, digits and hyphens.
 *   <li>F2: it is offered through {@link ServiceLoader}.
 *   <li>F3: the same report gives the same bytes.
 *   <li>F4: so it does in every locale and time zone.
 *   <li>F5: it leaves the stream open.
 *   <li>F6: it passes on that the stream cannot be written to.
 *   <li>F7: it writes text in UTF-8, unless {@link #isText} says otherwise.
 *   <li>F8: several threads at once write the same.
 * </ul>
 */
public abstract class ReportRendererTck {
  private static final List<String> LOCALES = List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE");

  /** For subclasses. */
  protected ReportRendererTck() {}

  /**
   * The renderer to test.
   *
   * @return the renderer
   */
  protected abstract ReportRenderer renderer();

  /**
   * Reports to render: with exact, symbolic, bounded and unknown numbers, and one without layers.
   *
   * @return at least one report
   */
  protected abstract List<Report> reports();

  /**
   * Tells whether the format is a text.
   *
   * @return true by default; false leaves F7 out
   */
  protected boolean isText() {
    return true;
  }

  @Test
  @DisplayName("F1 names its format")
  void f1NamesItsFormat() {
    assertThat(renderer().format()).matches("[a-z0-9][a-z0-9-]{0,63}");
  }

  @Test
  @DisplayName("F2 is offered as a service")
  void f2IsOfferedAsAService() {
    Class<?> type = renderer().getClass();
    assertThat(
            ServiceLoader.load(ReportRenderer.class, type.getClassLoader()).stream()
                .map(ServiceLoader.Provider::type))
        .as("providers of " + ReportRenderer.class.getName())
        .contains(type.asSubclass(ReportRenderer.class));
  }

  @TestFactory
  @DisplayName("F3 writes the same twice")
  Stream<DynamicTest> f3WritesTheSameTwice() {
    return each(report -> assertThat(render(report)).isNotEmpty().isEqualTo(render(report)));
  }

  @TestFactory
  @DisplayName("F4 writes the same in every locale and time zone")
  Stream<DynamicTest> f4WritesTheSameInEveryLocale() {
    return each(
        report -> {
          byte[] expected = render(report);
          Locale locale = Locale.getDefault();
          TimeZone zone = TimeZone.getDefault();
          try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            for (String tag : LOCALES) {
              Locale.setDefault(Locale.forLanguageTag(tag));
              assertThat(render(report)).as("in " + tag).isEqualTo(expected);
            }
          } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
          }
        });
  }

  @TestFactory
  @DisplayName("F5 leaves the stream open")
  Stream<DynamicTest> f5LeavesTheStreamOpen() {
    return each(
        report -> {
          boolean[] closed = new boolean[1];
          OutputStream out =
              new ByteArrayOutputStream() {
                @Override
                public void close() {
                  closed[0] = true;
                }
              };
          renderer().render(report, out);
          assertThat(closed[0]).as("stream closed").isFalse();
        });
  }

  @TestFactory
  @DisplayName("F6 passes on that the stream cannot be written to")
  Stream<DynamicTest> f6PassesOnThatTheStreamFails() {
    return each(
        report ->
            assertThatThrownBy(() -> renderer().render(report, new FullDisk()))
                .isInstanceOf(IOException.class)
                .hasMessage(FullDisk.MESSAGE));
  }

  @TestFactory
  @DisplayName("F7 writes UTF-8")
  Stream<DynamicTest> f7WritesUtf8() {
    return isText()
        ? each(
            report ->
                assertThatCode(
                        () ->
                            StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(render(report))))
                    .doesNotThrowAnyException())
        : Stream.empty();
  }

  @TestFactory
  @DisplayName("F8 writes the same in several threads")
  Stream<DynamicTest> f8WritesTheSameInSeveralThreads() {
    ReportRenderer renderer = renderer();
    return each(
        report ->
            Concurrently.requireSameAnswer(
                () -> {
                  ByteArrayOutputStream out = new ByteArrayOutputStream();
                  renderer.render(report, out);
                  return ByteBuffer.wrap(out.toByteArray());
                }));
  }

  private byte[] render(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer().render(report, out);
    return out.toByteArray();
  }

  private Stream<DynamicTest> each(ThrowingConsumer<Report> check) {
    List<Report> reports = reports();
    assertThat(reports).as("reports()").isNotEmpty();
    return IntStream.range(0, reports.size())
        .mapToObj(i -> DynamicTest.dynamicTest("report " + i, () -> check.accept(reports.get(i))));
  }

  private static final class FullDisk extends OutputStream {
    static final String MESSAGE = "no space left";

    @Override
    public void write(int b) throws IOException {
      throw new IOException(MESSAGE);
    }
  }
}
