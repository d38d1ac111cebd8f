package io.modelcounter.core.inference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that a graph sees: its own, then those of the graphs around it. */
final class Environment {
  private final Map<String, TypedValue> values = new HashMap<>();
  private final @Nullable Environment outer;

  Environment(@Nullable Environment outer) {
    this.outer = outer;
  }

  void put(String name, TypedValue value) {
    values.put(name, value);
  }

  Optional<TypedValue> find(String name) {
    for (Environment scope = this; scope != null; scope = scope.outer) {
      TypedValue value = scope.values.get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  boolean sees(String name) {
    return find(name).isPresent();
  }

  Map<String, TypedValue> own() {
    return values;
  }
}
