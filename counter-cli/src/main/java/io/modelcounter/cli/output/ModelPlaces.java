package io.modelcounter.cli.output;

import io.modelcounter.cli.input.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the models of a run are, so that no report takes the place of one. */
final class ModelPlaces {
  private final Map<Path, Path> byPath = new HashMap<>();
  private final Map<Object, Path> byKey = new HashMap<>();

  /** Models of a file system that has no keys. */
  private final List<Path> withoutKey = new ArrayList<>();

  private ModelPlaces() {}

  /** The places of models, whether there is a file or not. */
  static ModelPlaces of(List<ModelSource> models) {
    ModelPlaces places = new ModelPlaces();
    models.forEach(model -> model.file().ifPresent(places::add));
    return places;
  }

  private void add(Path model) {
    byPath.put(OutputFiles.resolved(model), model);
    try {
      Optional<Object> key = key(model);
      if (key.isPresent()) {
        byKey.put(key.get(), model);
      } else {
        withoutKey.add(model);
      }
    } catch (IOException notThere) {
      // Nothing can be written over what is not there.
    }
  }

  /**
   * The model that a report at a place would overwrite, also under another name.
   *
   * @throws IOException if the place cannot be looked at
   */
  Optional<Path> find(Path target) throws IOException {
    Path named = byPath.get(OutputFiles.resolved(target));
    if (named != null || !Files.exists(target)) {
      return Optional.ofNullable(named);
    }
    for (Path model : withoutKey) {
      if (Files.isSameFile(target, model)) {
        return Optional.of(model);
      }
    }
    return key(target).map(byKey::get);
  }

  /** What all names of a file have in common, also those that are not links. */
  private static Optional<Object> key(Path file) throws IOException {
    return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }
}
