package io.modelcounter.report.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcounter.model.ModelException;
import java.io.IOException;
import java.io.InputStream;

/** Reads JSON that need not be a report, up to limits that no report reaches. */
final class Documents {
  private static final String BEYOND_LIMIT = "E0412";

  /** Deep enough for the deepest tree of modules that is written. */
  private static final int DEEPEST = 200;

  private static final long MOST_BYTES = 2_000_000_000;
  private static final int LONGEST_TEXT = 20_000_000;
  private static final int LONGEST_NUMBER = 10_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(MOST_BYTES)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Documents() {}

  /**
   * Reads a document.
   *
   * @throws ModelException if it is no JSON, or beyond a limit
   */
  static Field read(InputStream in) throws IOException {
    try {
      return Field.root(MAPPER.readTree(in));
    } catch (StreamConstraintsException beyond) {
      throw new ModelException(
          BEYOND_LIMIT, place(beyond), beyond.getOriginalMessage(), null, beyond);
    } catch (JsonProcessingException malformed) {
      throw new ModelException(
          Field.NOT_A_REPORT,
          place(malformed),
          "this is no JSON: " + malformed.getOriginalMessage(),
          null,
          malformed);
    }
  }

  private static String place(JsonProcessingException failure) {
    JsonLocation location = failure.getLocation();
    return location == null
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
