package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.junit.jupiter.api.Test;

final class BytesInputTest {
  private final BytesInput input = BytesInput.of("a.bin", new byte[] {1, 2, 3, 4, 5});

  @Test
  void readsFromAnyPosition() throws IOException {
    try (SeekableByteChannel channel = input.open()) {
      ByteBuffer buffer = ByteBuffer.allocate(3);
      assertThat(channel.position(3).read(buffer)).isEqualTo(2);
      assertThat(buffer.array()).containsExactly(4, 5, 0);
      assertThat(channel.position()).isEqualTo(5);
      assertThat(channel.read(buffer)).isEqualTo(-1);
      assertThat(channel.size()).isEqualTo(5);
    }
  }

  @Test
  void countsChannelsThatAreOpen() throws IOException {
    try (SeekableByteChannel first = input.open()) {
      SeekableByteChannel second = input.open();
      second.close();
      second.close();
      assertThat(first.isOpen()).isTrue();
      assertThat(second.isOpen()).isFalse();
      assertThat(input.openChannels()).isEqualTo(1);
      assertThatThrownBy(second::size).isInstanceOf(ClosedChannelException.class);
    }
    assertThat(input.openChannels()).isZero();
  }

  @Test
  void cannotBeWrittenTo() throws IOException {
    try (SeekableByteChannel channel = input.open()) {
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> channel.truncate(1)).isInstanceOf(NonWritableChannelException.class);
    }
    assertThat(input.bytes()).containsExactly(1, 2, 3, 4, 5);
  }
}
