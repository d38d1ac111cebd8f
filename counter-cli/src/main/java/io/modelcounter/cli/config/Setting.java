package io.modelcounter.cli.config;

import java.util.List;

/**
 * The value of an option.
 *
 * @param values its values as texts; several only for an option that can have several
 * @param origin where they came from
 */
record Setting(List<String> values, Origin origin) {

  /** Makes a setting. */
  Setting {
    values = List.copyOf(values);
  }
}
