package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
  private static boolean matches(String pattern, String name) {
    return Glob.of(pattern, '/').matches(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', a, false",
    "conv, conv, true",
    "conv, conv1, false",
    "conv, Conv, false",
    "conv?, conv1, true",
    "conv?, conv, false",
    "a?b, a/b, false",
    "*, conv, true",
    "*, '', true",
    "*, a/b, false",
    "a*c, abbbc, true",
    "a*c, ac, true",
    "a*c, abcd, false",
    "*.onnx, net.onnx, true",
    "*.onnx, dir/net.onnx, false",
    "/stage4/*, /stage4/conv, true",
    "/stage4/*, /stage4/conv/Conv, false",
    "/stage4/**, /stage4/conv/Conv, true",
    "/stage4/**, /stage4/, true",
    "/stage4/**, /stage4, false",
    "a**c, a/b/c, true",
    "**, '', true",
    "**, a/b, true",
    "**.onnx, a/b.onnx, true",
  })
  void knowsItsSigns(String pattern, String name, boolean expected) {
    assertThat(matches(pattern, name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "**/net, net, true",
    "**/net, a/net, true",
    "**/net, a/b/net, true",
    "**/net, anet, false",
    "**/net, a/bnet, false",
    "a/**/z, a/z, true",
    "a/**/z, a/b/z, true",
    "a/**/z, a/b/c/z, true",
    "a/**/z, a/bz, false",
    "**/**/net, net, true",
    "**/a*/*.onnx, x/ab/c.onnx, true",
    "**/net, /net, true",
    "b**/c, b/c, true",
    "b**/c, bx/y/c, true",
  })
  void takesWholePartsOrNone(String pattern, String name, boolean expected) {
    assertThat(matches(pattern, name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "layer[12], layer1, true",
    "layer[12], layer3, false",
    "layer[0-9], layer7, true",
    "layer[0-9], layerx, false",
    "layer[!0-9], layerx, true",
    "layer[!0-9], layer7, false",
    "[!a], /, false",
    "[a-], -, true",
    "[]], ], true",
    "layer[1, layer[1, true",
    "layer[, layer[, true",
  })
  void knowsSetsOfCharacters(String pattern, String name, boolean expected) {
    assertThat(matches(pattern, name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\\*b', 'a*b', true",
    "'a\\*b', axb, false",
    "'a\\[1\\]', 'a[1]', true",
    "'a\\\\b', 'a\\b', true",
    "'a\\', 'a\\', true",
  })
  void takesCharactersAfterABackslashLiterally(String pattern, String name, boolean expected) {
    assertThat(matches(pattern, name)).isEqualTo(expected);
  }

  @Test
  void countsACharacterBeyondTheBasicPlaneOnce() {
    assertThat(matches("a?b", "a\ud83d\ude00b")).isTrue();
    assertThat(matches("\ud83d\ude00*", "\ud83d\ude00b")).isTrue();
  }

  @Test
  void separatesPartsByAnyCharacter() {
    Glob glob = Glob.of("encoder.*.dense", '.');
    assertThat(glob.matches("encoder.0/1.dense")).isTrue();
    assertThat(glob.matches("encoder.0.1.dense")).isFalse();
    assertThat(glob).hasToString("encoder.*.dense");
  }

  @ParameterizedTest
  @ValueSource(strings = {"**/**/**/**/*a*a*a*b", "*a*a*a*a*a*a*a*a*b", "**a**a**a**a**b"})
  void needsNoLongerForTrickyPatterns(String pattern) {
    assertThat(matches(pattern, "a/".repeat(20_000))).isFalse();
    assertThat(matches(pattern, "a".repeat(40_000) + "b")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a, false", "a*, true", "a?, true", "'a[', true", "'a\\b', false"})
  void knowsWhetherATextIsAPattern(String text, boolean expected) {
    assertThat(Glob.isPattern(text)).isEqualTo(expected);
  }
}
