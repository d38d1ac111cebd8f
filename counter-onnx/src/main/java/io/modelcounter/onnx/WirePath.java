package io.modelcounter.onnx;

import io.modelcounter.model.ModelException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The messages around the current position: where they end, and how a failure names the place. */
final class WirePath {
  private String[] names = new String[16];
  private int[] indexes = new int[16];
  private long[] limits = new long[16];
  private int depth;
  private boolean trailing;

  /** How many messages are open. */
  int depth() {
    return depth;
  }

  /**
   * Opens a message.
   *
   * @param name name of the field it is the value of
   * @param index position among the fields of that name, or -1
   * @param outerLimit end of the message around it
   */
  void push(String name, int index, long outerLimit) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
      limits = Arrays.copyOf(limits, 2 * depth);
    }
    names[depth] = name;
    indexes[depth] = index;
    limits[depth] = outerLimit;
    depth++;
  }

  /**
   * Closes the message opened last.
   *
   * @return end of the message around it
   */
  long pop() {
    return limits[--depth];
  }

  /** Says whether what follows stands behind a complete model and is no field of it. */
  void trailing(boolean now) {
    trailing = now;
  }

  /**
   * The exception for something wrong.
   *
   * @param code stable code
   * @param offset where
   * @param reason what was found and what was expected
   */
  ModelException fail(String code, long offset, String reason) {
    return new ModelException(code, place(offset), reason, hint(code), null);
  }

  /** The exception for bytes that are no message. */
  ModelException damaged(long offset, String reason) {
    return trailing
        ? fail("E0202", offset, "the bytes after the model are not a field of it: " + reason)
        : fail("E0201", offset, reason);
  }

  /** The exception for a file that could not be read on. */
  ModelException unreadable(long offset, IOException cause) {
    return new ModelException(
        "E0109", place(offset), "reading failed: " + cause.getMessage(), null, cause);
  }

  /** Text such as {@code graph.node[3].attribute[0] at byte 1234}. */
  String place(long offset) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(i == 0 ? "" : ".").append(names[i]);
      if (indexes[i] >= 0) {
        text.append('[').append(indexes[i]).append(']');
      }
    }
    return text.append(depth == 0 ? "byte " : " at byte ").append(offset).toString();
  }

  private static @Nullable String hint(String code) {
    return switch (code) {
      case "E0201", "E0202" -> "the file is damaged or cut off: export or download it again";
      case "E0203" -> "two files may have been joined: export the model again";
      default -> null;
    };
  }
}
