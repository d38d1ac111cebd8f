package io.modelcounter.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text from bytes, without silent replacement: two names that differ must stay different. */
final class Utf8 {
  private Utf8() {}

  /**
   * Text of valid UTF-8 bytes.
   *
   * @param bytes holds the bytes
   * @param from first byte
   * @param count how many
   * @return the text, or null if the bytes are not UTF-8 or hold a NUL
   */
  static @Nullable String strict(byte[] bytes, int from, int count) {
    String text = decode(bytes, from, count);
    return text == null || text.indexOf('\0') >= 0 ? null : text;
  }

  /**
   * Text of any bytes: what is not UTF-8 is read as one character a byte.
   *
   * @param bytes the bytes
   * @return the text
   */
  static String lenient(byte[] bytes) {
    String text = decode(bytes, 0, bytes.length);
    return text == null ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
  }

  private static @Nullable String decode(byte[] bytes, int from, int count) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return decoder.decode(ByteBuffer.wrap(bytes, from, count)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
