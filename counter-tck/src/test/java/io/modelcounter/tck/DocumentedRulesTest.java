package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page for authors of plugins has the rules that the kit tests, by the same numbers. */
final class DocumentedRulesTest {
  private static final List<Class<?>> KITS =
      List.of(
          LayerCounterTck.class,
          ShapeRuleTck.class,
          ConventionTck.class,
          PluginOfferTck.class,
          PluginTck.class);

  private static Stream<Method> rules(Class<?> kit) {
    return Arrays.stream(kit.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(DisplayName.class));
  }

  private static String number(Method rule) {
    String name = rule.getAnnotation(DisplayName.class).value();
    return name.substring(0, name.indexOf(' '));
  }

  @Test
  void thePageListsEveryRule() throws IOException {
    String page = Files.readString(Path.of("../docs/plugins.md"));
    Set<String> documented =
        Pattern.compile("(?m)^\\| ([CSVP][0-9]+) \\|")
            .matcher(page)
            .results()
            .map((MatchResult row) -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> tested =
        KITS.stream()
            .flatMap(DocumentedRulesTest::rules)
            .map(DocumentedRulesTest::number)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).isEqualTo(tested);
    assertThat(page)
        .contains("(R1 to R" + rules(ModelReaderTck.class).count() + ")")
        .contains("(F1 to F" + rules(ReportRendererTck.class).count() + ")");
  }

  @Test
  void theNameOfATestBeginsWithTheNumberOfItsRule() {
    assertThat(
            Stream.concat(KITS.stream(), Stream.of(ModelReaderTck.class, ReportRendererTck.class))
                .flatMap(DocumentedRulesTest::rules))
        .allMatch(
            rule ->
                rule.getName()
                    .matches(number(rule).toLowerCase(Locale.ROOT) + "[A-Z][A-Za-z0-9]*"));
  }
}
