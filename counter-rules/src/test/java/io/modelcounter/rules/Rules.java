package io.modelcounter.rules;

import io.modelcounter.rules.document.Notation;
import io.modelcounter.spi.CounterPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Rule files for tests. */
final class Rules {
  /** A file that is all right, up to its operators. */
  static final String HEAD = "modelcounter: 1\nid: acme-rules\nversion: 1.0.0\noperators:\n";

  private static final Path EXAMPLE = Path.of("../examples/rules/acme-rules.yaml");

  private Rules() {}

  static RuleFile parse(String yaml) {
    return RuleFile.parse(yaml.getBytes(StandardCharsets.UTF_8), Notation.YAML);
  }

  /** The rules of the example that the documentation shows. */
  static CounterPlugin example() {
    try {
      return RuleFile.read(EXAMPLE).plugin();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Rules that look up all that can be looked up. */
  static CounterPlugin lookups() {
    return parse(
            HEAD
                + """
                  - operator: com.acme:Patch
                    versions: [2, 4-]
                    outputs:
                      - type: float16
                        shape:
                          - dim(in 0, 0)
                          - floor((dim(in 0, 1) + 2 * attr(pads[0], 0) - attr(kernel[0])) / attr(strides[0], 1)) + 1
                          - value(in 1, 0)
                      - like: 0
                        type: int64
                      - like: 0
                        shape: ["dims(broadcast(in 0, in 2))", rank(in 0)]
                    work:
                      multiply-add: elements(out 0) * prod(kernel) / attr(group, 1)
                      compare: max(elements(in 0), elements(out 1)) + ceil(dim(in 0, 1) / 8) * dim(in 0, 0)
                    buffers: [2]
                """)
        .plugin();
  }
}
