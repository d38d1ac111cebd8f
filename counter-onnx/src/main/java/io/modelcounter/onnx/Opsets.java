package io.modelcounter.onnx;

import io.modelcounter.model.OperatorId;
import java.util.HashMap;
import java.util.Map;

/** The operator sets that a model or a function imports, and the operators that they mean. */
final class Opsets {
  private final Map<String, Long> imports;
  private final Findings findings;
  private final Map<String, Map<String, OperatorId>> operators = new HashMap<>();

  private Opsets(Map<String, Long> imports, Findings findings) {
    this.imports = imports;
    this.findings = findings;
  }

  /**
   * The imports of a model.
   *
   * @param imports version by domain, as in the file
   * @param irVersion version of the format; before 3 there were no operator sets
   * @param findings told if there are none
   */
  static Opsets ofModel(Map<String, Long> imports, long irVersion, Findings findings) {
    Map<String, Long> all = new HashMap<>(imports);
    if (imports.isEmpty()) {
      long version = irVersion < 3 ? 1 : OperatorVersions.standard().newest();
      all.put(OperatorId.ONNX, version);
      if (irVersion >= 3) {
        findings.warn(
            "W0303", "", "the model imports no operator set; version " + version + " is assumed");
      }
    }
    return new Opsets(all, findings);
  }

  /**
   * The imports of a function; what it does not import it has from the model.
   *
   * @param own version by domain, as in the function
   */
  Opsets ofFunction(Map<String, Long> own) {
    Map<String, Long> all = new HashMap<>(imports);
    all.putAll(own);
    return all.equals(imports) ? this : new Opsets(all, findings);
  }

  /** Imported version by domain. */
  Map<String, Long> imports() {
    return imports;
  }

  /**
   * The operator that a node means.
   *
   * @param domain domain as in the file
   * @param name operator name
   * @return the operator with the version in force
   */
  OperatorId operator(String domain, String name) {
    Map<String, OperatorId> ofDomain = operators.get(domain);
    if (ofDomain == null) {
      ofDomain = new HashMap<>();
      operators.put(domain, ofDomain);
    }
    OperatorId known = ofDomain.get(name);
    if (known == null) {
      known = resolve(domain.isEmpty() ? OperatorId.ONNX : domain, name);
      ofDomain.put(name, known);
    }
    return known;
  }

  private OperatorId resolve(String domain, String name) {
    Long imported = imports.get(domain);
    if (imported == null) {
      boolean standard = domain.equals(OperatorId.ONNX);
      imported = standard ? (long) OperatorVersions.standard().newest() : 1L;
      imports.put(domain, imported);
      findings.warn(
          "W0304",
          domain + ":" + name,
          "the domain " + domain + " is not imported; version " + imported + " is assumed");
    }
    int version = OperatorVersions.standard().inForce(domain, name, imported.intValue());
    return new OperatorId(domain, name, version);
  }
}
