package io.modelcounter.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginDescriptorTest {

  private static PluginDescriptor parse(String... lines) {
    return PluginDescriptor.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsAllThatAPluginSaysOfItself() {
    PluginDescriptor descriptor =
        parse(
            "# a comment",
            "vendor = Acme Ⓡ",
            "id=com.acme.layers",
            "version=1.2.0-rc.1+build.7",
            "api=[1.0,2)",
            "java=17",
            "title=Layers of Acme",
            "license=proprietary",
            "domains = com.acme , ai.onnx");

    assertThat(descriptor.id()).isEqualTo("com.acme.layers");
    assertThat(descriptor.version()).isEqualTo("1.2.0-rc.1+build.7");
    assertThat(descriptor.api()).hasToString("[1.0,2)");
    assertThat(descriptor.java()).hasValue(17);
    assertThat(descriptor.domains()).containsExactly("ai.onnx", "com.acme");
    assertThat(descriptor.unknownKeys()).isEmpty();
    assertThat(descriptor.details())
        .containsExactly(
            Map.entry("id", "com.acme.layers"),
            Map.entry("version", "1.2.0-rc.1+build.7"),
            Map.entry("api", "[1.0,2)"),
            Map.entry("java", "17"),
            Map.entry("title", "Layers of Acme"),
            Map.entry("vendor", "Acme Ⓡ"),
            Map.entry("license", "proprietary"),
            Map.entry("domains", "com.acme , ai.onnx"));
  }

  @Test
  void namesKeysThatMeanNothing() {
    assertThat(parse("id=a", "version=1.0.0", "api=[1,2)", "tile=x", "author=y").unknownKeys())
        .containsExactly("author", "tile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "com.acme", "my-layers", "a.b-c.d"})
  void takesIds(String id) {
    assertThatCode(() -> PluginDescriptor.requireId(id)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".a", "-a", "A", "a b", "a_b", "ä", "a\n"})
  void refusesWhatIsNoId(String id) {
    assertThatThrownBy(() -> PluginDescriptor.requireId(id))
        .hasMessageStartingWith("id: \"" + id + "\" is no id: ");
    assertThatThrownBy(() -> PluginDescriptor.requireId("a".repeat(65)))
        .hasMessageContaining("is no id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1.0.0.0", "01.0.0", "1.0.0-", "v1.0.0", "1.0.0+"})
  void refusesWhatIsNoVersion(String version) {
    assertThatThrownBy(() -> parse("id=a", "version=" + version, "api=[1,2)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("version: \"" + version + "\" is no version such as 1.0.0");
  }

  @Test
  void refusesTextsThatAreTooLong() {
    assertThatThrownBy(
            () -> parse("id=a", "version=1.0.0", "api=[1,2)", "title=" + "x".repeat(501)))
        .hasMessage("title has more than 500 characters");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(() -> PluginDescriptor.parse(new byte[] {'i', 'd', '=', (byte) 0xff}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it is not UTF-8 text");
    assertThatThrownBy(() -> parse("id=\\u12")).isInstanceOf(IllegalArgumentException.class);
  }
}
