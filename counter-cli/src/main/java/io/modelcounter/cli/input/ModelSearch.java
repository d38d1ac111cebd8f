package io.modelcounter.cli.input;

import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for models below a directory. Links to files are followed and links to directories are not,
 * so that the search ends; what may not be read is told like a model that may not be read.
 */
final class ModelSearch extends SimpleFileVisitor<Path> {
  private static final Comparator<String> BY_BYTES =
      Comparator.comparing(path -> path.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final Path shown;
  private final Path root;
  private final FileFilter filter;
  private final Map<String, ModelSource> found = new TreeMap<>(BY_BYTES);
  private int excluded;

  private ModelSearch(Path shown, Path root, FileFilter filter) {
    this.shown = shown;
    this.root = root;
    this.filter = filter;
  }

  /**
   * Searches a directory.
   *
   * @param directory the directory, or a link to it
   * @param filter what to take
   * @param depth how many levels to search
   */
  static ModelSearch below(Path directory, FileFilter filter, int depth) {
    try {
      ModelSearch search = new ModelSearch(directory, directory.toRealPath(), filter);
      Files.walkFileTree(search.root, Set.of(), depth, search);
      return search;
    } catch (IOException failure) {
      throw unreadable(directory, failure);
    }
  }

  /** The models in the order of the bytes of their paths. */
  List<ModelSource> models() {
    return List.copyOf(found.values());
  }

  /** How many files and directories were left out. */
  int excluded() {
    return excluded;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (!directory.equals(root) && filter.excludes(below(directory))) {
      excluded++;
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String path = below(file);
    if (filter.includes(path) && isFile(file, attributes)) {
      if (filter.excludes(path)) {
        excluded++;
      } else {
        found.put(path, ModelSource.of(named(file)));
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    Path name = named(file);
    found.put(below(file), new RefusedSource(name.toString(), unreadable(name, failure)));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
    return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, failure);
  }

  /** A link that leads nowhere counts as a file, so that it is not passed over in silence. */
  private static boolean isFile(Path file, BasicFileAttributes attributes) {
    return attributes.isSymbolicLink() ? !Files.isDirectory(file) : attributes.isRegularFile();
  }

  private Path named(Path file) {
    return shown.resolve(root.relativize(file));
  }

  private String below(Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private static CommandException unreadable(Path name, IOException failure) {
    return new CommandException(
        ExitCode.INPUT,
        Message.of(Codes.NOT_READABLE, name.toString(), "the directory may not be read")
            .because(Causes.of(failure)),
        failure);
  }
}
