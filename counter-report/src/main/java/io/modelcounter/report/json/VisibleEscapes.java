package io.modelcounter.report.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.modelcounter.report.table.Characters;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Escapes what cannot be read as well, so that the document is safe to print and to compare. */
final class VisibleEscapes extends CharacterEscapes {
  @Serial private static final long serialVersionUID = 1L;

  private static final int DELETE = 0x7f;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] escapes = standardAsciiEscapesForJSON();
    escapes[DELETE] = ESCAPE_STANDARD;
    return escapes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int unit) {
    // Halves of pairs come one by one; the generator writes both.
    if (Character.isSurrogate((char) unit) || Characters.isVisible(unit)) {
      return null;
    }
    return new SerializedString(String.format(Locale.ROOT, "\\u%04X", unit));
  }
}
