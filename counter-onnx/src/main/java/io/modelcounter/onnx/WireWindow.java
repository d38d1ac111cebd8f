package io.modelcounter.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is in memory, and the position in it.
 *
 * <p>Bytes up to the limit can be consumed; what is consumed is hashed unless hashing is off or it
 * is stepped over with {@link #seek}.
 */
final class WireWindow {
  private static final int FIRST_FILL = 4_096;

  private final @Nullable SeekableByteChannel channel;
  private final @Nullable MessageDigest digest;
  private final WirePath path;
  private final byte[] bytes;
  private final long size;

  /** Offset in the file of the first byte in memory. */
  private long start;

  /**
   * Index of the next byte, of the end of the bytes in memory, and of the end of the usable ones.
   */
  private int next;

  private int filled;
  private int stop;

  private int fill = FIRST_FILL;
  private long limit;
  private boolean hashing;
  private int hashFrom;

  /** Window on a file; the parameters are those of {@link WireReader}. */
  WireWindow(
      SeekableByteChannel channel, long size, @Nullable MessageDigest digest, WirePath path) {
    this.channel = channel;
    this.digest = digest;
    this.path = path;
    this.bytes = new byte[Limits.NAME_BYTES];
    this.size = size;
    this.limit = size;
    this.hashing = digest != null;
  }

  /** Window on bytes that are all in memory. */
  WireWindow(byte[] bytes, WirePath path) {
    this.channel = null;
    this.digest = null;
    this.path = path;
    this.bytes = bytes;
    this.size = bytes.length;
    this.limit = size;
    this.filled = bytes.length;
    this.stop = bytes.length;
  }

  /** Offset of the next byte. */
  long position() {
    return start + next;
  }

  /** Offset behind the last byte that can be consumed. */
  long limit() {
    return limit;
  }

  /** Sets the offset behind the last byte that can be consumed. */
  void limit(long newLimit) {
    limit = newLimit;
    stop();
  }

  /** Bytes up to the limit. */
  long remaining() {
    return limit - position();
  }

  /** Tells whether the limit is reached. */
  boolean atLimit() {
    return next == stop && position() >= limit;
  }

  /** Goes to an offset; what lies between is not hashed. */
  void seek(long position) {
    flushHash();
    if (position >= start && position <= start + filled) {
      next = (int) (position - start);
    } else {
      start = position;
      next = 0;
      filled = 0;
      fill = FIRST_FILL;
    }
    hashFrom = next;
    stop();
  }

  /**
   * Switches hashing on or off.
   *
   * @param on whether bytes consumed from now on are hashed
   * @return whether they were until now
   */
  boolean hashing(boolean on) {
    flushHash();
    boolean before = hashing;
    hashing = on && digest != null;
    return before;
  }

  /** Hashes what was consumed so far. */
  void flushHash() {
    if (hashing && digest != null && next > hashFrom) {
      digest.update(bytes, hashFrom, next - hashFrom);
    }
    hashFrom = next;
  }

  /** Consumes one byte. */
  byte octet() {
    if (next == stop) {
      more();
    }
    return bytes[next++];
  }

  /** Consumes a varint. */
  long varint() {
    byte first = octet();
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7f;
    for (int shift = 7; shift < 64; shift += 7) {
      byte part = octet();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw path.damaged(position(), "a varint is longer than ten bytes");
  }

  /** Consumes a number of four bytes, the lowest first. */
  int littleEndian32() {
    expect(4);
    int value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (octet() & 0xff) << shift;
    }
    return value;
  }

  /** Consumes a number of eight bytes, the lowest first. */
  long littleEndian64() {
    long low = littleEndian32() & 0xffff_ffffL;
    return low | (long) littleEndian32() << 32;
  }

  /**
   * Refuses a message that ends within a number.
   *
   * @param count bytes that are needed
   * @return the same
   */
  int expect(int count) {
    if (count > remaining()) {
      throw path.damaged(
          position(), count + " bytes are expected, " + remaining() + " bytes remain");
    }
    return count;
  }

  /** Consumes bytes that are not needed but hashed. */
  void pass(long count) {
    if (!hashing && count > stop - next) {
      seek(position() + count);
      return;
    }
    long left = count;
    while (left > 0) {
      if (next == stop) {
        more();
      }
      int step = (int) Math.min(left, stop - next);
      next += step;
      left -= step;
    }
  }

  /** Consumes bytes into a new array. */
  byte[] copy(int count) {
    byte[] copied = new byte[count];
    for (int done = 0; done < count; ) {
      if (next == stop) {
        more();
      }
      int step = Math.min(count - done, stop - next);
      System.arraycopy(bytes, next, copied, done, step);
      next += step;
      done += step;
    }
    return copied;
  }

  /** Tells whether so many bytes can be had at once. */
  boolean holds(long count) {
    return count <= bytes.length;
  }

  /**
   * Makes the next bytes lie side by side in {@link #bytes}.
   *
   * @param count how many, no more than the window {@link #holds}
   * @return index of the first
   */
  int contiguous(int count) {
    if (stop - next < count) {
      fill(count);
    }
    return next;
  }

  /** The bytes in memory. */
  byte[] bytes() {
    return bytes;
  }

  /** Consumes bytes that are in memory. */
  void advance(int count) {
    next += count;
  }

  private void more() {
    if (position() >= limit) {
      String what = limit == size ? "the file" : "the message";
      throw path.damaged(position(), what + " ends in the middle of a field");
    }
    fill(1);
  }

  private void stop() {
    stop = (int) Math.min(filled, limit - start);
  }

  private void fill(int needed) {
    SeekableByteChannel source = channel;
    if (source == null) {
      throw path.damaged(position(), "the tensor ends in the middle of a field");
    }
    flushHash();
    int kept = filled - next;
    System.arraycopy(bytes, next, bytes, 0, kept);
    start += next;
    next = 0;
    filled = kept;
    hashFrom = 0;
    int wanted = Math.max(needed, Math.min(bytes.length, kept + fill));
    fill = Math.min(bytes.length, fill * 2);
    try {
      ByteBuffer target = ByteBuffer.wrap(bytes, kept, wanted - kept);
      source.position(start + kept);
      while (filled < needed) {
        int count = source.read(target);
        if (count < 0) {
          throw path.fail("E0108", start + filled, "the file became shorter while it was read");
        }
        filled += count;
      }
    } catch (IOException e) {
      throw path.unreadable(start + filled, e);
    }
    stop();
  }
}
