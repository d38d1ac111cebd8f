package io.modelcounter.onnx;

import io.modelcounter.model.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A format other than ONNX that a file's first bytes show.
 *
 * @param code code of the refusal
 * @param name what the file is
 * @param hint what to do
 */
record ForeignFormat(String code, String name, String hint) {
  /** How many bytes are looked at. */
  static final int HEAD_BYTES = 512;

  private static final String UNPACK = "unpack it and give the .onnx file inside";
  private static final String CONVERT = "export or convert the model to ONNX";
  private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

  private record Magic(int offset, String hex, String name, String hint) {
    boolean matches(byte[] head) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      if (head.length < offset + bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if (head[offset + i] != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Magic> MAGICS =
      List.of(
          new Magic(0, "1f8b", "a gzip file", UNPACK),
          new Magic(0, "377abcaf271c", "a 7z archive", UNPACK),
          new Magic(0, "28b52ffd", "a zstd file", UNPACK),
          new Magic(0, "fd377a585a00", "an xz file", UNPACK),
          new Magic(0, "425a68", "a bzip2 file", UNPACK),
          new Magic(257, "7573746172", "a tar archive", UNPACK),
          new Magic(
              4, "54464c33", "a TensorFlow Lite model", "convert it with tflite2onnx or tf2onnx"),
          new Magic(
              4,
              "4f52544d",
              "an ONNX Runtime model (ORT format)",
              "give the ONNX file it came from"),
          new Magic(0, "894844460d0a1a0a", "an HDF5 file", "convert it with tf2onnx"),
          new Magic(0, "47475546", "a GGUF model", CONVERT),
          new Magic(0, "70747274", "a TensorRT engine", "give the ONNX file it was built from"),
          new Magic(0, "66747274", "a TensorRT engine", "give the ONNX file it was built from"),
          new Magic(0, "8002", "a Python pickle, as PyTorch writes", "use torch.onnx.export"),
          new Magic(0, "8003", "a Python pickle, as PyTorch writes", "use torch.onnx.export"),
          new Magic(0, "8004", "a Python pickle, as PyTorch writes", "use torch.onnx.export"),
          new Magic(0, "8005", "a Python pickle, as PyTorch writes", "use torch.onnx.export"));

  /**
   * Looks at the first bytes of a file.
   *
   * @param head up to {@link #HEAD_BYTES} bytes
   * @return the format, or null if it may be ONNX
   */
  static @Nullable ForeignFormat of(byte[] head) {
    if (startsWith(head, "PK\003\004")) {
      return zip(head);
    }
    for (Magic magic : MAGICS) {
      if (magic.matches(head)) {
        return foreign(magic.name(), magic.hint());
      }
    }
    if (head.length > 9 && head[8] == '{' && head[7] == 0 && (head[9] == '"' || head[9] == '}')) {
      return foreign("a safetensors file", CONVERT);
    }
    return isText(head) ? text(new String(head, StandardCharsets.UTF_8)) : null;
  }

  /** The refusal of a file of this format. */
  ModelException refusal() {
    return new ModelException(code, "byte 0", "the file is " + name + ", not ONNX", hint, null);
  }

  private static ForeignFormat foreign(String name, String hint) {
    return new ForeignFormat("E0104", name, hint);
  }

  private static ForeignFormat zip(byte[] head) {
    String names = new String(head, StandardCharsets.ISO_8859_1);
    boolean torch = names.contains("data.pkl") || names.contains("archive/");
    return torch
        ? foreign("a PyTorch file (zip)", "use torch.onnx.export")
        : foreign("a zip archive", UNPACK);
  }

  private static @Nullable ForeignFormat text(String head) {
    String start = head.strip().replace("\ufeff", "").toLowerCase(Locale.ROOT);
    if (start.startsWith(LFS_POINTER)) {
      return new ForeignFormat("E0105", pointer(head), "run \"git lfs pull\"");
    }
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return foreign("HTML", "the download gave a web page: download the file itself");
    }
    if (start.startsWith("<?xml")) {
      return foreign("XML", CONVERT);
    }
    if (start.startsWith("ir_version") || start.matches("(?s)<\\s*ir_version.*")) {
      return foreign("the text form of a model", "convert it with onnx.parser or onnx.save");
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return foreign("JSON", "save the model in binary form with onnx.save");
    }
    return foreign("text", "give the binary .onnx file");
  }

  private static String pointer(String head) {
    StringBuilder name = new StringBuilder("a Git LFS pointer");
    head.lines()
        .filter(line -> line.startsWith("oid ") || line.startsWith("size "))
        .forEach(line -> name.append(", ").append(line.strip()));
    return name.toString();
  }

  private static boolean startsWith(byte[] head, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (head[i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] head) {
    if (head.length < 2) {
      return false;
    }
    for (byte b : head) {
      boolean space = b == '\t' || b == '\n' || b == '\r' || b == '\f';
      if ((b >= 0 && b < 0x20 && !space) || b == 0x7f) {
        return false;
      }
    }
    byte[] whole = head.length < HEAD_BYTES ? head : Arrays.copyOf(head, lastStart(head));
    return Utf8.strict(whole, 0, whole.length) != null;
  }

  /** Where the last character begins, which may be cut off. */
  private static int lastStart(byte[] head) {
    int end = head.length - 1;
    while (end > 0 && (head[end] & 0xc0) == 0x80) {
      end--;
    }
    return end;
  }
}
