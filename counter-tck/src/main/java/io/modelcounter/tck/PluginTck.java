package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.modelcounter.spi.ApiVersion;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.PluginDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Rules that the {@link CounterPlugin} of a plugin jar keeps; a test class extends this one, gives
 * the plugin, and inherits them and those of {@link PluginOfferTck}. It must keep them all.
 *
 * <p>Rules have numbers that stay; {@code docs/plugins.md} lists them with those of the other kits.
 *
 * <pre>{@code
 * final class AcmePluginTest extends PluginTck {
 *   protected CounterPlugin plugin() {
 *     return new AcmePlugin();
 *   }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>P8: its id has 1 to 64 lower-case letters, digits, dots and hyphens and is not reserved.
 *   <li>P9: {@value PluginDescriptor#ENTRY} is there and can be read, and has the id of the plugin.
 *   <li>P10: the versions of the API that the descriptor names hold this one.
 *   <li>P11: the descriptor names the domains of all operators, if it names domains.
 *   <li>P12: the descriptor has no key that means nothing.
 * </ul>
 */
public abstract class PluginTck extends PluginOfferTck {

  /** For subclasses. */
  protected PluginTck() {}

  @Test
  @DisplayName("P8 has a well-formed id that is not reserved")
  void p8HasAWellFormedId() {
    assertThatCode(() -> PluginDescriptor.requireId(plugin().id())).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("P9 has a descriptor with the same id")
  void p9HasADescriptorWithTheSameId() throws IOException {
    assertThat(descriptor().id()).as("id in the descriptor").isEqualTo(plugin().id());
  }

  @Test
  @DisplayName("P10 works with this version of the API")
  void p10WorksWithThisApi() throws IOException {
    assertThat(descriptor().api().contains(ApiVersion.current()))
        .as("api = %s holds %s", descriptor().api(), ApiVersion.current())
        .isTrue();
  }

  @Test
  @DisplayName("P11 names the domains of its operators")
  void p11NamesTheDomainsOfItsOperators() throws IOException {
    PluginDescriptor descriptor = descriptor();
    if (!descriptor.domains().isEmpty()) {
      assertThat(counted(plugin())).allSatisfy(range -> requireDomain(descriptor, range));
      assertThat(inferred(plugin())).allSatisfy(range -> requireDomain(descriptor, range));
    }
  }

  @Test
  @DisplayName("P12 has a descriptor without keys that mean nothing")
  void p12HasNoKeysThatMeanNothing() throws IOException {
    assertThat(descriptor().unknownKeys()).isEmpty();
  }

  private static void requireDomain(PluginDescriptor descriptor, OperatorRange range) {
    assertThat(descriptor.domains())
        .as("domains in the descriptor, for " + range.name())
        .contains(range.domain());
  }

  /** The first descriptor on the class path: that of the project whose tests run. */
  private PluginDescriptor descriptor() throws IOException {
    Class<?> type = plugin().getClass();
    List<URL> found = type.getClassLoader().resources(PluginDescriptor.ENTRY).toList();
    assertThat(found).as(PluginDescriptor.ENTRY + " on the class path").isNotEmpty();
    try (InputStream content = found.get(0).openStream()) {
      return PluginDescriptor.parse(content.readAllBytes());
    }
  }
}
