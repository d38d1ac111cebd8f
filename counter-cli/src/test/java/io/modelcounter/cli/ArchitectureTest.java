package io.modelcounter.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. Each kind of rule is also tried where it must fail. */
class ArchitectureTest {
  private static final String ROOT = "io.modelcounter";
  private static final String OURS = ROOT + "..";
  private static final List<String> API = List.of("symbolic", "model", "cost", "analysis", "spi");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static String below(String name) {
    return ROOT + "." + name + "..";
  }

  private static String[] below(List<String> names) {
    return names.stream().map(ArchitectureTest::below).toArray(String[]::new);
  }

  /** Classes of one part of the project know, of the project, the named parts only. */
  private static ArchRule knowsOnly(String part, List<String> known) {
    List<String> all = new ArrayList<>(known);
    all.add(part);
    return classes()
        .that()
        .resideInAPackage(below(part))
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage(OURS)).or(resideInAnyPackage(below(all))));
  }

  private static void assertFails(ArchRule rule) {
    assertThat(rule.evaluate(CLASSES).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "symbolic.Size",
        "model.Model",
        "cost.Cost",
        "analysis.Analysis",
        "spi.LayerCounter",
        "spi.support.Broadcasting",
        "core.Analyzer",
        "core.inference.ModelTyping",
        "core.operator.StandardOperators",
        "core.operator.convolution.Convolution",
        "onnx.OnnxModelReader",
        "report.json.JsonReport",
        "rules.RuleFile",
        "tck.LayerCounterTck",
        "cli.Main",
      })
  void allModulesAreLookedAt(String name) {
    assertThat(CLASSES.contain(ROOT + "." + name)).isTrue();
  }

  @Test
  void everyPackageBelongsToAKnownPart() {
    Set<String> parts = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String rest = type.getPackageName().substring(ROOT.length() + 1);
      parts.add(rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest);
    }
    assertThat(parts)
        .containsExactlyInAnyOrder(
            "symbolic",
            "model",
            "cost",
            "analysis",
            "spi",
            "core",
            "onnx",
            "report",
            "rules",
            "tck",
            "cli");
  }

  @Test
  void thePackagesOfTheApiKnowThoseBeforeThem() {
    for (int i = 0; i < API.size(); i++) {
      knowsOnly(API.get(i), API.subList(0, i)).check(CLASSES);
    }
    assertFails(knowsOnly("spi", List.of()));
  }

  @Test
  void theApiNeedsNothingButJava() {
    ArchRule rule =
        classes()
            .that()
            .resideInAnyPackage(below(API))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "org.jspecify.annotations..")
                    .or(resideInAnyPackage(below(API))));
    rule.check(CLASSES);
    assertFails(
        classes()
            .that()
            .resideInAPackage(below("report"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", OURS)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "onnx", "report", "rules", "tck"})
  void modulesKnowTheApiAndNotEachOther(String module) {
    knowsOnly(module, API).check(CLASSES);
    assertFails(knowsOnly(module, List.of()));
  }

  @Test
  void theCommandKnowsTheEngineButNotHowItWorks() {
    noClasses()
        .that()
        .resideInAPackage(below("cli"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(below("core"))
                .and(not(resideInAnyPackage(ROOT + ".core", ROOT + ".core.plugin"))))
        .check(CLASSES);
    assertFails(
        noClasses()
            .that()
            .resideInAPackage(below("cli"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(below("core")));
  }

  @Test
  void operatorFamiliesDoNotKnowEachOther() {
    slices().matching(ROOT + ".core.operator.(*)..").should().notDependOnEachOther().check(CLASSES);
    assertThat(packagesBelow("core.operator")).hasSizeGreaterThan(3);
    assertFails(slices().matching(ROOT + ".core.(*)..").should().notDependOnEachOther());
  }

  @Test
  void operatorFamiliesDoNotKnowTheAnalyzer() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".core.operator.*..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(below("core")).and(not(resideInAPackage(below("core.operator")))))
        .check(CLASSES);
    assertFails(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".core")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(below("core")));
  }

  @Test
  void theAnalyzerKnowsNoOperatorFamily() {
    noClasses()
        .that()
        .resideInAPackage(below("core"))
        .and()
        .resideOutsideOfPackage(below("core.operator"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(below("core.operator"))
        .check(CLASSES);
  }

  @Test
  void packagesOfTheCommandFormNoCycles() {
    slices().matching(ROOT + ".cli.(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".cli.*..")
        .and()
        .resideOutsideOfPackage(ROOT + ".cli.startup") // runs the command as a whole
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".cli")
        .check(CLASSES);
    assertThat(packagesBelow("cli")).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sun\\..*",
        "com\\.sun\\..*",
        "jdk\\.internal\\..*",
        "java\\.io\\.Object(In|Out)putStream",
        "java\\.net\\.(.*Socket.*|.*Connection|InetAddress|http\\..*)",
        "java\\.nio\\.channels\\..*Socket.*",
        "java\\.rmi\\..*",
        "javax\\.(script|naming|xml)\\..*",
      })
  void nothingUsesTheInsidesOfJavaOrItsSerializationOrTheNetwork(String name) {
    nothingDependsOn(name).check(CLASSES);
  }

  @Test
  void someUseOtherPartsOfJava() {
    assertFails(nothingDependsOn("java\\.io\\.(In|Out)putStream"));
    assertFails(nothingDependsOn("java\\.nio\\.channels\\..*"));
  }

  private static ArchRule nothingDependsOn(String name) {
    return noClasses()
        .that()
        .resideInAPackage(OURS)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(name);
  }

  @Test
  void nothingDependsOnTheLocaleOrCharsetOfTheMachine() {
    noCallsTo(String.class, "format", String.class, Object[].class).check(CLASSES);
    noCallsTo(String.class, "formatted", Object[].class).check(CLASSES);
    noCallsTo(String.class, "toLowerCase").check(CLASSES);
    noCallsTo(String.class, "toUpperCase").check(CLASSES);
    noCallsTo(String.class, "getBytes").check(CLASSES);
    // The kit for plugins tries renderers in other locales and restores the one of the machine.
    noCallsTo(Locale.class, "getDefault")
        .check(CLASSES.that(resideOutsideOfPackage("io.modelcounter.tck")));
    noClasses()
        .that()
        .resideInAPackage(OURS)
        .should()
        .callConstructor(String.class, byte[].class)
        .check(CLASSES);
    assertFails(noCallsTo(String.class, "toLowerCase", Locale.class));
    assertFails(noCallsTo(String.class, "format", Locale.class, String.class, Object[].class));
  }

  @Test
  void onlyMainEndsTheProcess() {
    noCallsTo(Runtime.class, "exit", int.class).check(CLASSES);
    noCallsTo(Runtime.class, "halt", int.class).check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(OURS)
        .and()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
    assertFails(noCallsTo(System.class, "exit", int.class));
  }

  @Test
  void nothingButTheCommandLogsThroughAnImplementation() {
    noClasses()
        .that()
        .resideInAPackage(OURS)
        .and()
        .resideOutsideOfPackage(ROOT + ".cli.logging")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ch.qos.logback..")
        .check(CLASSES);
    assertFails(
        noClasses()
            .that()
            .resideInAPackage(OURS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ch.qos.logback.."));
  }

  private static ArchRule noCallsTo(Class<?> owner, String method, Class<?>... parameters) {
    return noClasses().that().resideInAPackage(OURS).should().callMethod(owner, method, parameters);
  }

  private static Set<String> packagesBelow(String part) {
    Set<String> packages = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (type.getPackageName().startsWith(ROOT + "." + part + ".")) {
        packages.add(type.getPackageName());
      }
    }
    return packages;
  }
}
