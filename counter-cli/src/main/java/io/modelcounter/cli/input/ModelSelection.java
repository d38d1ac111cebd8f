package io.modelcounter.cli.input;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStream;
import io.modelcounter.core.Glob;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the models that a command line means: in the order of its words, what a directory or a
 * pattern stands for in the order of the bytes of the paths, and every model once.
 */
public final class ModelSelection {
  private static final List<String> MODELS = List.of("*.onnx");
  private static final char SLASH = '/';

  private final InputRequest request;
  private final InputStream standardInput;
  private final Map<Object, ModelSource> models = new LinkedHashMap<>();

  private ModelSelection(InputRequest request, InputStream standardInput) {
    this.request = request;
    this.standardInput = standardInput;
  }

  /**
   * Finds the models.
   *
   * @param request what was asked for
   * @param standardInput where a list of names or a model may come from
   * @return at least one model; some may turn out not to be there when they are read
   * @throws CommandException if nothing was asked for, or if something that was asked for stands
   *     for no model
   */
  public static List<ModelSource> of(InputRequest request, InputStream standardInput) {
    ModelSelection selection = new ModelSelection(request, standardInput);
    request.names().forEach(selection::addName);
    request.list().ifPresent(selection::addList);
    if (selection.models.isEmpty()) {
      throw none(
          "", "there is no model", "name files, directories with -r, or - for standard input");
    }
    return List.copyOf(selection.models.values());
  }

  /**
   * The model that a name means.
   *
   * @param name a file, or {@code -} for standard input
   * @throws CommandException if no file can have the name, or if standard input is a terminal
   */
  public static ModelSource one(String name, Console console) {
    if (name.equals(InputRequest.STANDARD_INPUT)) {
      if (console.isTerminal(StandardStream.INPUT)) {
        throw CommandException.usage(
            Message.of(Codes.COMMAND_LINE, "", "standard input is a terminal, not a model")
                .withHint("name a file, or pipe one in: cat net.onnx | ..."));
      }
      return new StandardInputSource("stdin", console.in());
    }
    try {
      return ModelSource.of(Path.of(name));
    } catch (InvalidPathException invalid) {
      throw notAName(name, invalid);
    }
  }

  private void addList(String list) {
    boolean isStandardInput = list.equals(InputRequest.STANDARD_INPUT);
    if (isStandardInput && request.names().contains(InputRequest.STANDARD_INPUT)) {
      throw CommandException.usage(
          Message.of(
              Codes.COMMAND_LINE, "", "standard input cannot be a model and a list of models"));
    }
    List<String> names = NameList.read(list, request.endsWithZero(), standardInput);
    if (names.isEmpty()) {
      throw none(list, "the list of models is empty", "");
    }
    names.forEach(name -> addOrRefuse(name, this::addPath));
  }

  /** Adds what a word of the command line stands for. */
  private void addName(String name) {
    if (name.equals(InputRequest.STANDARD_INPUT)) {
      models.put(name, new StandardInputSource(request.standardInputName(), standardInput));
    } else if (Glob.isPattern(name) && !isThere(name)) {
      addOrRefuse(name, this::addMatching);
    } else {
      addOrRefuse(name, this::addPath);
    }
  }

  private static boolean isThere(String name) {
    try {
      return Files.exists(Path.of(name), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException notAName) {
      return false;
    }
  }

  private void addOrRefuse(String name, Consumer<String> adding) {
    try {
      adding.accept(name);
    } catch (InvalidPathException invalid) {
      add(new RefusedSource(name, notAName(name, invalid)));
    }
  }

  private void addPath(String name) {
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      addDirectory(path);
    } else {
      add(ModelSource.of(path));
    }
  }

  private void addDirectory(Path directory) {
    if (!request.recursive()) {
      throw CommandException.usage(
          Message.of(Codes.NOT_A_FILE, directory.toString(), "it is a directory")
              .withHint("add -r to take the models in it"));
    }
    List<String> includes = request.includes().isEmpty() ? MODELS : request.includes();
    FileFilter filter = new FileFilter(includes, request.excludes());
    ModelSearch search = ModelSearch.below(directory, filter, Integer.MAX_VALUE);
    requireSome(search, directory.toString(), "no file in it matches " + filter);
    search.models().forEach(this::add);
  }

  /** Adds the files that match a pattern, which are looked for below its part without signs. */
  private void addMatching(String text) {
    String pattern = File.separatorChar == SLASH ? text : text.replace(File.separatorChar, SLASH);
    int sign = 0;
    while (!Glob.isPattern(pattern.substring(sign, sign + 1))) {
      sign++;
    }
    int end = pattern.lastIndexOf(SLASH, sign) + 1;
    String rest = pattern.substring(end);
    boolean isDeep = rest.contains("**");
    int depth = isDeep ? Integer.MAX_VALUE : (int) rest.chars().filter(c -> c == SLASH).count() + 1;
    Path directory = Path.of(pattern.substring(0, end));
    if (!Files.isDirectory(directory)) {
      throw none(text, "there is no directory \"" + directory + "\"", "");
    }
    ModelSearch search =
        ModelSearch.below(directory, new FileFilter(List.of(rest), request.excludes()), depth);
    requireSome(search, text, "no file matches this pattern");
    search.models().forEach(this::add);
  }

  private static void requireSome(ModelSearch search, String name, String reason) {
    if (search.models().isEmpty()) {
      throw none(
          name,
          reason,
          search.excluded() == 0 ? "" : search.excluded() + " are left out by --exclude");
    }
  }

  private void add(ModelSource source) {
    models.putIfAbsent(key(source), source);
  }

  /** What two names of one file have in common. */
  private static Object key(ModelSource source) {
    if (source.file().isEmpty()) {
      return source.name();
    }
    Path file = source.file().get();
    try {
      return file.toRealPath();
    } catch (IOException notThere) {
      // Reading it tells why; until then its name will do.
      return file.toAbsolutePath().normalize();
    }
  }

  private static CommandException none(String subject, String reason, String hint) {
    return CommandException.usage(Message.of(Codes.NO_MODEL, subject, reason).withHint(hint));
  }

  private static CommandException notAName(String name, InvalidPathException invalid) {
    return new CommandException(
        ExitCode.INPUT,
        Message.of(Codes.NO_SUCH_FILE, name, "no file can have this name")
            .because(String.valueOf(invalid.getReason()))
            .withHint(
                "if the name is not ASCII, set the locale to one with UTF-8, as LC_ALL=C.UTF-8"),
        invalid);
  }
}
