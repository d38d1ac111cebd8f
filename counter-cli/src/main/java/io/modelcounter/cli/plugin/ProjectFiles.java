package io.modelcounter.cli.plugin;

import io.modelcounter.spi.ApiVersion;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.PluginDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The files of a new plugin project, made from templates. */
final class ProjectFiles {
  private static final String TEMPLATES = "project/";

  private final ProjectNames names;
  private final Map<String, String> values;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private ProjectFiles(ProjectNames names, String version) {
    this.names = names;
    ApiVersion api = ApiVersion.current();
    this.values =
        Map.of(
            "package", names.packageName(),
            "path", path(names.packageName()),
            "name", names.className(),
            "domain", names.domain(),
            "operator", names.operator(),
            "id", names.id(),
            "version", version,
            "api", "[" + api + "," + (api.major() + 1) + ")");
  }

  /**
   * Makes the files.
   *
   * @param names the names in them
   * @param version version of ModelCounter that they are for
   * @return contents by path within the project, with slashes, in a good order to read them
   * @throws IOException if a template cannot be read
   */
  static Map<String, byte[]> of(ProjectNames names, String version) throws IOException {
    ProjectFiles project = new ProjectFiles(names, version);
    project.addAll();
    return project.files;
  }

  private void addAll() throws IOException {
    add("README.md", "README.md");
    add("pom.xml", "pom.xml");
    addSource("main", "", "Operator.java");
    addSource("main", "Plugin", "Plugin.java");
    add("src/main/resources/" + PluginDescriptor.ENTRY, "descriptor");
    add("src/main/resources/META-INF/services/" + CounterPlugin.class.getName(), "services");
    addSource("test", "Samples", "Samples.java");
    addSource("test", "Test", "OperatorTest.java");
    addSource("test", "CounterTest", "CounterTest.java");
    addSource("test", "ShapeTest", "ShapeTest.java");
    addSource("test", "PluginTest", "PluginTest.java");
    add(".github/workflows/build.yml", "build.yml");
    add(".gitignore", "gitignore");
    files.put("sample.onnx", SampleFile.of(names.domain(), names.operator()));
  }

  private void addSource(String kind, String suffix, String template) throws IOException {
    String directory = "src/" + kind + "/java/" + path(names.packageName()) + "/";
    add(directory + names.className() + suffix + ".java", template);
  }

  private void add(String path, String template) throws IOException {
    files.put(path, filled(template).getBytes(StandardCharsets.UTF_8));
  }

  private String filled(String template) throws IOException {
    String resource = TEMPLATES + template + ".template";
    String text;
    try (InputStream content =
        Objects.requireNonNull(ProjectFiles.class.getResourceAsStream(resource), resource)) {
      text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  private static String path(String packageName) {
    return packageName.replace('.', '/');
  }
}
