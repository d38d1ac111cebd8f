package io.modelcounter.tck;

import io.modelcounter.spi.ModelInput;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that lies in memory; it knows how many of its channels are open. */
public final class BytesInput implements ModelInput {
  private final String name;
  private final byte[] bytes;
  private final AtomicInteger open = new AtomicInteger();

  private BytesInput(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * Input that holds bytes.
   *
   * @param name file name to show
   * @param bytes the bytes, which are copied
   * @return the input
   */
  public static BytesInput of(String name, byte[] bytes) {
    return new BytesInput(name, bytes.clone());
  }

  /**
   * Bytes of the input.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Channels that have been opened and not closed.
   *
   * @return their number
   */
  public int openChannels() {
    return open.get();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Path> path() {
    return Optional.empty();
  }

  @Override
  public SeekableByteChannel open() {
    open.incrementAndGet();
    return new Channel();
  }

  @Override
  public String toString() {
    return name + " of " + bytes.length + " bytes";
  }

  private final class Channel implements SeekableByteChannel {
    private long position;
    private boolean isOpen = true;

    @Override
    public int read(ByteBuffer target) throws ClosedChannelException {
      requireOpen();
      if (position >= bytes.length) {
        return -1;
      }
      int count = (int) Math.min(target.remaining(), bytes.length - position);
      target.put(bytes, (int) position, count);
      position += count;
      return count;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() throws ClosedChannelException {
      requireOpen();
      return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws ClosedChannelException {
      requireOpen();
      position = newPosition;
      return this;
    }

    @Override
    public long size() throws ClosedChannelException {
      requireOpen();
      return bytes.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return isOpen;
    }

    @Override
    public void close() {
      if (isOpen) {
        isOpen = false;
        open.decrementAndGet();
      }
    }

    private void requireOpen() throws ClosedChannelException {
      if (!isOpen) {
        throw new ClosedChannelException();
      }
    }
  }
}
