package io.modelcounter.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the module path of a node from what its exporter recorded.
 *
 * <p>A path is a list of attribute names, such that joining them with dots gives the module's name
 * in PyTorch's {@code named_modules()}.
 */
final class ModuleScopes {
  /** Metadata key of the newer PyTorch exporter: module names of all levels and the operator. */
  static final String NAME_SCOPES = "pkg.torch.onnx.name_scopes";

  /** Metadata key of the newer PyTorch exporter: {@code name: class} of all levels. */
  static final String NAMESPACE = "namespace";

  /** What the newer PyTorch exporter writes for an operator that belongs to no module. */
  private static final String NO_MODULE = "_empty_nn_module_stack_from_metadata_hook";

  private final Map<String, List<String>> byPrefix = new HashMap<>();
  private final Map<String, List<String>> byModule = new HashMap<>();

  /**
   * Path from a node name such as {@code /layer1/layer1.0/conv1/Conv}, as the TorchScript exporter
   * and TensorFlow write it.
   *
   * <p>The TorchScript exporter numbers repeated calls of a module: {@code /layer1/layer1.0/relu_1}
   * is the second call of {@code /layer1/layer1.0/relu}. A module may as well be named so; it is
   * taken for one if the first call is not there or if the node reads parameters of that name.
   *
   * @param name the name
   * @param inputs names of the values that the node reads
   * @return the path; empty if the name is not made of segments
   */
  List<String> fromNodeName(String name, List<String> inputs) {
    int end = name.lastIndexOf('/');
    if (end <= 0) {
      return List.of();
    }
    String prefix = name.substring(0, end);
    List<String> known = byPrefix.get(prefix);
    if (known == null) {
      known = segments(prefix);
      List<String> called = prefix.startsWith("/") ? byPrefix.get(withoutNumber(prefix)) : null;
      if (called != null && !hasParameter(known, inputs)) {
        known = called;
      }
      byPrefix.put(prefix, known);
      addParents(prefix);
    }
    return known;
  }

  private void addParents(String prefix) {
    for (int slash = prefix.indexOf('/', 1); slash > 0; slash = prefix.indexOf('/', slash + 1)) {
      byPrefix.computeIfAbsent(prefix.substring(0, slash), ModuleScopes::segments);
    }
  }

  /** A prefix without a number such as {@code _1} at its end; itself if it has none. */
  private static String withoutNumber(String prefix) {
    int end = prefix.length();
    while (end > 0 && prefix.charAt(end - 1) >= '0' && prefix.charAt(end - 1) <= '9') {
      end--;
    }
    boolean numbered = end < prefix.length() && end > 1 && prefix.charAt(end - 1) == '_';
    return numbered ? prefix.substring(0, end - 1) : prefix;
  }

  private static boolean hasParameter(List<String> path, List<String> inputs) {
    String start = String.join(".", path) + ".";
    return inputs.stream().anyMatch(input -> input.startsWith(start));
  }

  /**
   * The segments of a prefix. A child of a container repeats the container's name ({@code
   * layer1/layer1.0}); a child of a list that is never called stands for both ({@code layer.0}).
   */
  private static List<String> segments(String prefix) {
    List<String> path = new ArrayList<>();
    String parent = "";
    for (String segment : prefix.split("/", -1)) {
      if (segment.isEmpty()) {
        continue;
      }
      boolean repeated = !parent.isEmpty() && segment.startsWith(parent + ".");
      addNames(path, repeated ? segment.substring(parent.length() + 1) : segment);
      parent = segment;
    }
    return List.copyOf(path);
  }

  /**
   * Path from the metadata value of {@link #NAME_SCOPES}, a list in Python's notation such as
   * {@code ['', 'layer1', 'layer1.0', 'conv2d']}. The last entry is the operator, the one before it
   * the full name of the innermost module.
   *
   * @param list the value
   * @return the path
   */
  List<String> fromNameScopes(String list) {
    List<String> entries = pythonTexts(list);
    String innermost = entries.size() < 2 ? "" : entries.get(entries.size() - 2);
    return innermost.equals(NO_MODULE) ? List.of() : module(innermost);
  }

  /**
   * Path from the metadata value of {@link #NAMESPACE}, such as {@code : Net/layer1: Sequential/
   * conv2d: aten.conv2d.default}.
   *
   * @param namespace the value
   * @return the path
   */
  List<String> fromNamespace(String namespace) {
    String[] levels = namespace.split("/", -1);
    if (levels.length < 2) {
      return List.of();
    }
    String level = levels[levels.length - 2];
    int colon = level.indexOf(':');
    return colon <= 0 ? List.of() : module(level.substring(0, colon));
  }

  private List<String> module(String name) {
    return byModule.computeIfAbsent(
        name,
        dotted -> {
          List<String> path = new ArrayList<>();
          addNames(path, dotted);
          return List.copyOf(path);
        });
  }

  private static void addNames(List<String> path, String dotted) {
    int from = 0;
    for (int dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', from)) {
      addName(path, dotted.substring(from, dot));
      from = dot + 1;
    }
    addName(path, dotted.substring(from));
  }

  private static void addName(List<String> path, String name) {
    if (!name.isEmpty()) {
      path.add(name);
    }
  }

  private static List<String> pythonTexts(String list) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.length(); i++) {
      char quote = list.charAt(i);
      if (quote == '\'' || quote == '"') {
        int end = list.indexOf(quote, i + 1);
        if (end < 0) {
          return texts;
        }
        texts.add(list.substring(i + 1, end));
        i = end;
      }
    }
    return texts;
  }
}
