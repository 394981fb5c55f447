package hotline.record.cbor;

import java.nio.charset.StandardCharsets;

/**
 * A text, as its author typed it.
 *
 * <p>It is not normalised: two texts that look alike may differ, and both keep their bytes, since a
 * signature stands over them. What a field may hold is for {@link Field#text}; how to show it
 * without harm (bidi controls, look-alikes) is for the page.
 *
 * @param value any Unicode text without half a surrogate pair
 */
public record CborText(String value) implements CborValue {
  public CborText {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException("half a surrogate pair has no UTF-8");
    }
  }
}
