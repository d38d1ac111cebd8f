package io.modelcounter.cli.input;

import io.modelcounter.core.Glob;
import java.util.List;

/**
 * Which files of a directory are taken. A pattern without a slash is about the name alone, one with
 * a slash about the path below the directory that is searched.
 */
final class FileFilter {
  private static final char SLASH = '/';

  private final List<Glob> includes;
  private final List<Glob> excludes;

  FileFilter(List<String> includes, List<String> excludes) {
    this.includes = globs(includes);
    this.excludes = globs(excludes);
  }

  private static List<Glob> globs(List<String> patterns) {
    return patterns.stream().map(pattern -> Glob.of(pattern, SLASH)).toList();
  }

  /** Tells whether a file is one of those looked for. */
  boolean includes(String path) {
    return includes.stream().anyMatch(glob -> matches(glob, path));
  }

  /** Tells whether a file, or a directory with all that is in it, is left out. */
  boolean excludes(String path) {
    return excludes.stream().anyMatch(glob -> matches(glob, path));
  }

  private static boolean matches(Glob glob, String path) {
    boolean isAboutPaths = glob.toString().indexOf(SLASH) >= 0;
    return glob.matches(isAboutPaths ? path : path.substring(path.lastIndexOf(SLASH) + 1));
  }

  /** What is looked for, for people. */
  @Override
  public String toString() {
    return String.join(", ", includes.stream().map(Glob::toString).toList());
  }
}
