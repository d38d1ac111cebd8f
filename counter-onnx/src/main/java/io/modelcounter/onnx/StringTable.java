package io.modelcounter.onnx;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The names met so far: a name is made once, however often it occurs.
 *
 * <p>Only names in ASCII are kept; a table of open addressing over the bytes saves making a text to
 * find out that it is known.
 */
final class StringTable {
  private static final int LONGEST = 256;

  private @Nullable String[] names = new @Nullable String[1024];
  private int[] hashes = new int[1024];
  private int size;

  /**
   * The text that some bytes are if they are ASCII without NUL.
   *
   * @param bytes holds the bytes
   * @param from first byte
   * @param count how many
   * @return the text, or null if a byte is NUL or not ASCII
   */
  @Nullable String plain(byte[] bytes, int from, int count) {
    if (count == 0) {
      return "";
    }
    int hash = 0;
    for (int i = from; i < from + count; i++) {
      byte b = bytes[i];
      if (b <= 0) {
        return null;
      }
      hash = 31 * hash + b;
    }
    if (count > LONGEST) {
      return new String(bytes, from, count, StandardCharsets.ISO_8859_1);
    }
    int mixed = hash ^ hash >>> 15;
    int slot = mixed & names.length - 1;
    for (String known = names[slot]; known != null; known = names[slot]) {
      if (hashes[slot] == hash && same(known, bytes, from, count)) {
        return known;
      }
      slot = slot + 1 & names.length - 1;
    }
    String made = new String(bytes, from, count, StandardCharsets.ISO_8859_1);
    names[slot] = made;
    hashes[slot] = hash;
    if (2 * ++size > names.length) {
      grow();
    }
    return made;
  }

  private static boolean same(String text, byte[] bytes, int from, int count) {
    if (text.length() != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    @Nullable String[] oldNames = names;
    int[] oldHashes = hashes;
    names = new @Nullable String[2 * oldNames.length];
    hashes = new int[names.length];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        int hash = oldHashes[i];
        int slot = (hash ^ hash >>> 15) & names.length - 1;
        while (names[slot] != null) {
          slot = slot + 1 & names.length - 1;
        }
        names[slot] = oldNames[i];
        hashes[slot] = hash;
      }
    }
  }
}
