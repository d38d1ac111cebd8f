package io.modelcounter.onnx;

import io.modelcounter.model.ModelException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks the protocol-buffer wire format of a file through a small window.
 *
 * <p>{@link #next} goes from field to field of the message that was entered last; after it, exactly
 * one method that consumes the field's value must be called. Every length is checked against the
 * end of the message around it. Whatever is consumed is hashed, except payloads.
 */
final class WireReader {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH = 2;
  static final int FIXED32 = 5;

  private static final int START_GROUP = 3;
  private static final int END_GROUP = 4;

  private final WirePath path = new WirePath();
  private final StringTable strings = new StringTable();
  private final WireWindow window;

  private int field;
  private int wireType;
  private boolean modelComplete;
  private long unknownFields;
  private String firstUnknownPlace = "";

  /**
   * Reader over a file.
   *
   * @param channel the bytes
   * @param size how many there are
   * @param digest receives all bytes but payloads
   */
  WireReader(SeekableByteChannel channel, long size, @Nullable MessageDigest digest) {
    this.window = new WireWindow(channel, size, digest, path);
  }

  /** Reader over bytes in memory. */
  WireReader(byte[] bytes) {
    this.window = new WireWindow(bytes, path);
  }

  /**
   * Goes to the next field of the current message.
   *
   * @return false at the end of the message
   */
  boolean next() {
    if (window.atLimit()) {
      return false;
    }
    long start = window.position();
    long tag = window.varint();
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    boolean valid = tag >>> 32 == 0 && field != 0;
    boolean group = wireType == START_GROUP || wireType == END_GROUP;
    if (!valid || group || wireType > FIXED32) {
      path.trailing(modelComplete && path.depth() == 0);
      throw path.damaged(
          start,
          valid && group
              ? "field " + field + " is a group, which ONNX files do not have"
              : "0x" + Long.toHexString(tag) + " is not the tag of a field");
    }
    return true;
  }

  /** Number of the current field. */
  int field() {
    return field;
  }

  /**
   * Notes that a field which may stand once only has been met.
   *
   * @param seen the fields met so far in the current message, a bit each
   * @param name name of the field
   * @return the fields met including the current one
   */
  long once(long seen, String name) {
    long bit = 1L << field;
    if ((seen & bit) != 0) {
      throw fail("E0203", "the field \"" + name + "\" stands twice, it may stand once");
    }
    return seen | bit;
  }

  /** Says that the model is complete, so that what cannot be a field now trails it. */
  void modelComplete() {
    modelComplete = true;
  }

  /**
   * Enters the message that is the value of the current field.
   *
   * @param name name of the field
   * @param index position among the fields of that name, or -1 for a singular one
   */
  void enter(String name, int index) {
    requireType(LENGTH, name);
    long length = length();
    if (path.depth() >= Limits.MESSAGE_DEPTH) {
      throw fail(
          "E0402", "messages are nested more than " + Limits.MESSAGE_DEPTH + " deep, the limit");
    }
    path.push(name, index, window.limit());
    window.limit(window.position() + length);
  }

  /** Leaves the message entered last; what is left of it is skipped. */
  void leave() {
    window.pass(window.remaining());
    window.limit(path.pop());
  }

  /**
   * Goes to a message somewhere else in the file, as if it had just been entered.
   *
   * @param name name of the field it is the value of
   * @param index position among the fields of that name, or -1
   * @param start offset of its first byte
   * @param end offset behind its last byte
   */
  void enterAt(String name, int index, long start, long end) {
    path.push(name, index, window.limit());
    window.limit(end);
    window.seek(start);
  }

  /** Offset of the next byte. */
  long position() {
    return window.position();
  }

  /** Bytes left in the current message. */
  long remaining() {
    return window.remaining();
  }

  /** Goes to an offset; what lies between is not hashed. */
  void seek(long position) {
    window.seek(position);
  }

  /**
   * Switches hashing on or off, for bytes that are walked twice; first hashes what was consumed.
   */
  void hashing(boolean on) {
    window.hashing(on);
  }

  /** Value of a varint field. */
  long varint(String name) {
    requireType(VARINT, name);
    return window.varint();
  }

  /** Value of a 32-bit field. */
  int fixed32(String name) {
    requireType(FIXED32, name);
    return window.littleEndian32();
  }

  /**
   * Adds the values of a repeated number field, packed or not.
   *
   * @param type wire type of one value: {@link #VARINT}, {@link #FIXED32} or {@link #FIXED64}
   * @param name name of the field
   * @param values receives the values
   * @param most how many it may hold in the end; more are left out
   */
  void numbers(int type, String name, LongList values, int most) {
    if (wireType == type) {
      values.add(number(type), most);
      return;
    }
    requireType(LENGTH, name);
    long length = length();
    long end = window.position() + length;
    while (window.position() < end) {
      values.add(number(type), most);
    }
    checkPackedEnd(name, end);
  }

  private long number(int type) {
    return switch (type) {
      case VARINT -> window.varint();
      case FIXED32 -> window.littleEndian32();
      default -> window.littleEndian64();
    };
  }

  private void checkPackedEnd(String name, long end) {
    if (window.position() != end) {
      throw fail("E0201", "the last number of \"" + name + "\" goes beyond the field's end");
    }
  }

  /**
   * A name: strict UTF-8 without NUL.
   *
   * @param name name of the field
   * @return the name; equal names are one object
   */
  String name(String name) {
    requireType(LENGTH, name);
    long length = length();
    if (length > Limits.NAME_BYTES) {
      throw fail(
          "E0404", "\"" + name + "\" has " + length + " bytes, the limit is " + Limits.NAME_BYTES);
    }
    int count = (int) length;
    int from = window.contiguous(count);
    String text = strings.plain(window.bytes(), from, count);
    if (text == null) {
      text = Utf8.strict(window.bytes(), from, count);
    }
    if (text == null) {
      throw fail("E0205", "\"" + name + "\" is not valid UTF-8 text");
    }
    window.advance(count);
    return text;
  }

  /**
   * A text that need not be one: bytes that are no UTF-8 become a character each, and what is
   * beyond {@link Limits#TEXT_BYTES} is left out.
   */
  String text(String name) {
    requireType(LENGTH, name);
    long length = length();
    if (window.holds(length)) {
      int count = (int) length;
      String text = strings.plain(window.bytes(), window.contiguous(count), count);
      if (text != null) {
        window.advance(count);
        return text;
      }
    }
    byte[] bytes = window.copy((int) Math.min(length, Limits.TEXT_BYTES));
    window.pass(length - bytes.length);
    return Utf8.lenient(bytes);
  }

  /** The value of a length-delimited field. */
  byte[] bytes(String name) {
    requireType(LENGTH, name);
    return window.copy((int) Math.min(length(), Integer.MAX_VALUE));
  }

  /** The next bytes, no more than a window holds, not consumed. */
  byte[] peek(int count) {
    int from = window.contiguous(count);
    return Arrays.copyOfRange(window.bytes(), from, from + count);
  }

  /** Skips the value of the current field. */
  void skip() {
    switch (wireType) {
      case VARINT -> window.varint();
      case FIXED64 -> window.pass(window.expect(8));
      case LENGTH -> window.pass(length());
      default -> window.pass(window.expect(4));
    }
  }

  /** Skips the value of a field that is not known. */
  void unknown() {
    if (unknownFields++ == 0) {
      firstUnknownPlace = path.place(window.position());
    }
    path.trailing(modelComplete && path.depth() == 0);
    skip();
    path.trailing(false);
  }

  /** Skips the value of a field that is known and not needed. */
  void ignore(String name) {
    requireType(LENGTH, name);
    skip();
  }

  /** Skips a message that is not needed, but must be one. */
  void ignoreMessage(String name) {
    enter(name, -1);
    while (next()) {
      skip();
    }
    leave();
  }

  /** Says how many unknown fields were skipped, if any were. */
  void reportUnknown(Findings findings) {
    if (unknownFields > 0) {
      findings.info("W0210", firstUnknownPlace, unknownFields + " unknown fields are ignored");
    }
  }

  /**
   * Steps over the value of the current field without reading or hashing it.
   *
   * @param name name of the field
   * @param single wire type of one element: {@link #FIXED32}, {@link #FIXED64} or {@link #LENGTH}
   * @return its bytes
   */
  long payload(String name, int single) {
    long count;
    if (wireType == LENGTH) {
      count = length();
    } else {
      requireType(single, name);
      count = window.expect(single == FIXED64 ? 8 : 4);
    }
    window.seek(window.position() + count);
    return count;
  }

  /**
   * Steps over a packed or single varint payload and counts its numbers, which reads it.
   *
   * @param name name of the field
   * @param most bytes that are read for counting
   * @return how many numbers there are; minus the number of bytes where they are more than that
   */
  long countedPayload(String name, int most) {
    long end = -1;
    if (wireType == LENGTH) {
      long length = length();
      end = window.position() + length;
      if (length > most) {
        window.seek(end);
        return -length;
      }
    } else {
      requireType(VARINT, name);
    }
    boolean hashed = window.hashing(false);
    long count = 0;
    while (end < 0 ? count == 0 : window.position() < end) {
      window.varint();
      count++;
    }
    window.hashing(hashed);
    if (end >= 0) {
      checkPackedEnd(name, end);
    }
    return count;
  }

  /** The exception for something wrong at the current position. */
  ModelException fail(String code, String reason) {
    return path.fail(code, window.position(), reason);
  }

  private void requireType(int type, String name) {
    if (wireType != type) {
      String found = describe(wireType);
      skip();
      throw fail(
          "E0204", "\"" + name + "\" is stored as " + found + ", expected " + describe(type));
    }
  }

  private static String describe(int type) {
    return switch (type) {
      case VARINT -> "a varint";
      case FIXED64 -> "a 64-bit number";
      case LENGTH -> "bytes with a length";
      default -> "a 32-bit number";
    };
  }

  private long length() {
    long start = window.position();
    long length = window.varint();
    long remaining = window.remaining();
    if (length < 0 || length > remaining) {
      throw path.damaged(
          start,
          length < 0
              ? "the length " + length + " is negative"
              : "a length of " + length + " bytes is declared, " + remaining + " bytes remain");
    }
    return length;
  }
}
