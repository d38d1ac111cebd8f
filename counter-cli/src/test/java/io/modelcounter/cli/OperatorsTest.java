package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorsTest {
  private static String operators(String... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = "operators";
    System.arraycopy(args, 0, all, 1, args.length);
    CommandRunner.Result result = CommandRunner.run(all);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  /** Names of the operators that a listing for programs has. */
  private static List<String> names(String... args) throws IOException {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "-f";
    all[args.length + 1] = "json";
    JsonNode listed = new ObjectMapper().readTree(operators(all)).get("operators");
    return listed.findValuesAsText("op");
  }

  @Test
  void listsWhoCountsWhatAndHow() {
    assertThat(operators("Re*"))
        .containsPattern("(?m)^  Operator +Versions +Counted by +Work$")
        .containsPattern("(?m)^  Relu +1 6 13 14 +modelcounter +COMPARE 1$")
        .containsPattern("(?m)^  Reshape +1 5 13 14 19 21 23 24 25 +modelcounter +free$")
        .contains("'modelcounter explain OPERATOR' says more of one");
    assertThat(operators().lines()).hasSizeGreaterThan(200).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @CsvSource({
    "Relu, Relu",
    "ai.onnx:Relu, Relu",
    "Conv*, Conv ConvInteger ConvTranspose",
    "ai.onnx:MatMul*, MatMul MatMulInteger",
    "ai.onnx.ml:*Regressor, LinearRegressor SVMRegressor TreeEnsembleRegressor",
  })
  void listsThoseOfAName(String name, String expected) throws IOException {
    assertThat(String.join(" ", names(name, "--domain", "ai.onnx*"))).isEqualTo(expected);
  }

  @Test
  void listsThoseOfADomainOrPlugin() throws IOException {
    assertThat(names("--domain", "ai.onnx.ml")).contains("Normalizer").doesNotContain("Relu");
    assertThat(names("--by", "modelcounter")).contains("Relu");
  }

  @Test
  void isATableForPrograms() {
    assertThat(operators("Relu", "-f", "csv").lines())
        .containsExactly(
            "domain,op,versions,counted_by,counting,part,work,formula,assumption,source",
            "ai.onnx,Relu,1 6 13 14,modelcounter,counted,,COMPARE 1,elements,,ONNX");
  }

  @Test
  void isMarkdownForPages() {
    assertThat(operators("Relu", "-f", "markdown"))
        .startsWith("\n## Counted by modelcounter\n")
        .contains("| Relu | 1, 6, 13, 14 | COMPARE 1 | `elements` |");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Xyzzy", "--domain=com.nobody", "--by=nobody"})
  void saysThatThereIsNone(String filter) {
    CommandRunner.Result result = CommandRunner.run("operators", filter);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("error[E0002] there is no such operator");
  }

  @Test
  void knowsItsFormats() {
    assertThat(CommandRunner.run("operators", "-f", "jsn").err())
        .isEqualToIgnoringNewLines(
            "error[E0004] there is no format \"jsn\""
                + "  hint:  did you mean json? there are csv, json, markdown, text");
  }
}
