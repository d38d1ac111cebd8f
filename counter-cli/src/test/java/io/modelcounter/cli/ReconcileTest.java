package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.cli.conformance.Corpus;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileTest {
  private static final Path RESNET =
      Corpus.repository().resolve("fixtures/exported/zoo/resnet50.raw.onnx");

  @TempDir private Path directory;

  private static String reconcile(Object... args) {
    CommandRunner.Result result = CommandRunner.run(withCommand(args));
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  private static Object[] withCommand(Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = "reconcile";
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  private static String refuse(Object... args) {
    CommandRunner.Result result = CommandRunner.run(withCommand(args));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  @Test
  void showsTheTotalOfEveryToolAsItPrintsIt() {
    assertThat(reconcile(RESNET))
        .containsPattern("\n  macs +4 089 184 256 ")
        .containsPattern("\n  ptflops +4 132 436 968 +4\\.13 GMac ")
        .containsPattern("\n  fvcore +4 111 512 576 +4\\.112G ")
        .containsPattern("\n  torch +8 178 368 512 +8178\\.369M ")
        .contains("\n  ptflops-aten +1 000: bias +1 000\n")
        .doesNotContain("torchstat-memory");
  }

  @Test
  void namesTheFirstConventionAsTheOneThatOthersDifferFrom() {
    assertThat(reconcile(RESNET, "--convention", "thop", "--convention", "fvcore"))
        .contains("\nWhy they differ from thop\n")
        .doesNotContain("ptflops");
  }

  @Test
  void showsThePartsOfADifference() {
    assertThat(reconcile(RESNET, "--between", "ptflops-aten", "macs").lines())
        .contains("ptflops-aten less macs")
        .anyMatch(line -> line.matches("  bias +1 000 +0 +\\+1 000"))
        .anyMatch(line -> line.matches("  total +4 089 185 256 +4 089 184 256 +\\+1 000"));
  }

  @Test
  void takesColumnsOfToolsWhenTheyAreNamed() {
    assertThat(reconcile(RESNET, "--convention", "torchstat-memory"))
        .contains("bytes in the column memory of torchstat");
  }

  @Test
  void givesProgramsPlainIntegers() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(reconcile(RESNET, "-o", "json=-", "--between", "ptflops-aten", "macs"));
    assertThat(json.at("/conventions/ptflops-aten").longValue()).isEqualTo(4_089_185_256L);
    assertThat(json.at("/conventions/macs").isIntegralNumber()).isTrue();
    assertThat(json.at("/printed/ptflops-aten").textValue()).isEqualTo("4.09 GMac");
    assertThat(json.at("/terms/ptflops-aten/bias").intValue()).isEqualTo(1000);
    assertThat(json.at("/differences/0/difference").intValue()).isEqualTo(1000);
    assertThat(json.at("/differences/0/terms/bias").intValue()).isEqualTo(1000);
    assertThat(json.at("/differences/0/terms/multiply-adds").intValue()).isZero();
  }

  @Test
  void differencesInJsonAddUp() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(reconcile(RESNET, "-f", "json", "--between", "mmengine", "torchstat-madd"));
    BigInteger sum = BigInteger.ZERO;
    for (JsonNode term : json.at("/differences/0/terms")) {
      sum = sum.add(term.bigIntegerValue());
    }
    assertThat(sum).isNegative();
    assertThat(json.at("/differences/0/difference").bigIntegerValue()).isEqualTo(sum);
  }

  @Test
  void keepsSymbolsAndSaysWhatIsUnknown() throws IOException {
    Path symbolic = TinyModel.relu().shaped("N", "3").writeTo(directory.resolve("symbolic.onnx"));
    Path unknown = TinyModel.unknown().writeTo(directory.resolve("unknown.onnx"));
    ObjectMapper mapper = new ObjectMapper();
    JsonNode formula = mapper.readTree(reconcile(symbolic, "-f", "json"));
    assertThat(formula.at("/conventions/flops").textValue()).isEqualTo("3*N");
    assertThat(formula.at("/conventions/macs").intValue()).isZero();
    JsonNode open = mapper.readTree(reconcile(unknown, "-f", "json"));
    assertThat(open.at("/conventions/flops").isNull()).isTrue();
    assertThat(open.at("/reasons/flops")).isNotEmpty();
    assertThat(reconcile(unknown, "--between", "flops", "macs")).contains("unknown");
  }

  @Test
  void makesTables() {
    assertThat(reconcile(RESNET, "-f", "csv", "--convention", "ptflops-aten"))
        .isEqualTo(
            String.join(
                "\r\n",
                "convention,term,amount,printed",
                "ptflops-aten,total,4089185256,4.09 GMac",
                "ptflops-aten,multiply-adds,4089184256,",
                "ptflops-aten,bias,1000,",
                ""));
    assertThat(reconcile(RESNET, "-f", "csv", "--between", "macs", "ptflops-aten"))
        .startsWith("first,second,term,first_amount,second_amount,difference\r\n")
        .contains("macs,ptflops-aten,bias,0,1000,-1000\r\n");
    assertThat(reconcile(RESNET, "-f", "markdown", "--between", "macs", "ptflops-aten"))
        .isEqualTo(
            """
            | Term | macs | ptflops-aten | Difference |
            |---|--:|--:|--:|
            | multiply-adds | 4 089 184 256 | 4 089 184 256 | 0 |
            | bias | 0 | 1 000 | -1 000 |
            | total | 4 089 184 256 | 4 089 185 256 | -1 000 |
            """);
    assertThat(reconcile(RESNET, "-f", "markdown", "--convention", "thop"))
        .startsWith("| Convention | Total | Printed as | What it is |\n")
        .contains("| thop | 4 133 742 592 | 4.13G |");
  }

  @Test
  void findsWhatMakesANumber() {
    assertThat(reconcile(RESNET, "--expect", "4.13G").lines())
        .contains("4.13G is the total of")
        .anyMatch(line -> line.matches("  ptflops .* 4 132 436 968 +as it prints it"))
        .noneMatch(line -> line.contains("fvcore"));
    assertThat(reconcile(RESNET, "--expect", "4,089,185,256").lines())
        .anyMatch(line -> line.matches("  ptflops-aten .* 4 089 185 256 +exactly"));
    assertThat(reconcile(RESNET, "--expect", "8,178,368,512", "--convention", "macs").lines())
        .anyMatch(line -> line.matches("  macs .*\\[2, 3, 224, 224].* 8 178 368 512 +exactly"));
  }

  @Test
  void namesTheNearestIfNothingMakesANumber() throws IOException {
    assertThat(reconcile(RESNET, "--expect", "4.2001G"))
        .contains("\nNo convention makes 4.2001G; the nearest are\n");
    JsonNode json =
        new ObjectMapper().readTree(reconcile(RESNET, "--expect", "4.2001G", "-f", "json"));
    assertThat(json.at("/expected/matches")).isEmpty();
    assertThat(json.at("/expected/nearest")).hasSize(3);
  }

  @Test
  void readsTheModelOnceFromStandardInput() throws IOException {
    Path model = TinyModel.relu().writeTo(directory.resolve("relu.onnx"));
    CommandRunner.Result result =
        new CommandRunner()
            .withInput(Files.readAllBytes(model))
            .start("reconcile", "-", "--expect", "6", "--convention", "flops");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("6 is the total of").contains("exactly");
  }

  @Test
  void writesToAFileButNotOverTheModel() throws IOException {
    Path model = TinyModel.relu().writeTo(directory.resolve("relu.onnx"));
    byte[] bytes = Files.readAllBytes(model);
    assertThat(reconcile(model, "-o", "json=" + directory.resolve("{name}.json"))).isEmpty();
    JsonNode json = new ObjectMapper().readTree(directory.resolve("relu.json").toFile());
    assertThat(json.at("/conventions/flops").intValue()).isEqualTo(6);
    CommandRunner.Result refused = CommandRunner.run("reconcile", model, "-o", "csv=" + model);
    assertThat(refused.exitCode()).isNotZero();
    assertThat(Files.readAllBytes(model)).isEqualTo(bytes);
  }

  @Test
  void makesTheTableOfTorchstat() throws IOException {
    assertThat(reconcile(RESNET, "--table", "torchstat", "-f", "csv").lines())
        .startsWith(
            "module,input_shape,output_shape,params,memory_bytes,madd,flops,memread_bytes,"
                + "memwrite_bytes",
            "conv1,3 224 224,64 112 112,9408,3211264,235225088,118013952,639744,3211264")
        .anyMatch(line -> line.startsWith("total,,,25557032,"))
        .anyMatch(line -> line.contains(",8219637272,4118537216,"));
    assertThat(reconcile(RESNET, "--table", "torchstat").lines())
        .anyMatch(line -> line.matches("  conv1 +3 224 224 +64 112 112 +9\\.41 k .*118 M.*"));
    assertThat(reconcile(RESNET, "--table", "torchstat", "-f", "markdown"))
        .startsWith("| module name | input shape | output shape |");
    JsonNode json =
        new ObjectMapper().readTree(reconcile(RESNET, "--table", "torchstat", "-f", "json"));
    assertThat(json.at("/rows/0/flops").intValue()).isEqualTo(118_013_952);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(refuse(RESNET, "--table", "thop")).contains("there is no table of \"thop\"");
    assertThat(refuse(RESNET, "--table", "torchstat", "--expect", "1"))
        .contains("a table compares nothing");
    assertThat(refuse(RESNET, "--between", "thopp", "macs"))
        .contains("there is no convention \"thopp\"")
        .contains("did you mean thop?");
    assertThat(refuse(RESNET, "--expect", "many")).contains("\"many\" is not a number");
    assertThat(refuse(RESNET, "-f", "html")).contains("there is no format \"html\"");
    assertThat(refuse(RESNET, "-o", "json=-", "-f", "csv")).contains("there is one output only");
  }
}
