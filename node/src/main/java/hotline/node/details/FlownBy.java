package hotline.node.details;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what the aircraft that flies an own notice is known: private, never part of what is committed
 * to or said. Any of them may be absent; all absent says that it is not known.
 *
 * @param callsign as it is transmitted: 2 to 8 letters and digits
 * @param address transponder address, six hex digits in small letters
 * @param squawk four octal digits; none that many aircraft have at once
 * @param track a track of this node, by an officer's hand
 */
public record FlownBy(
    @Nullable String callsign,
    @Nullable String address,
    @Nullable String squawk,
    @Nullable String track) {
  /** Not known. */
  public static final FlownBy UNKNOWN = new FlownBy(null, null, null, null);

  /** Codes that say something of a flight, or nothing, but never which one it is. */
  private static final Set<String> SHARED =
      Set.of("0000", "1000", "1200", "2000", "7000", "7500", "7600", "7700", "7777");

  private static final Pattern CALLSIGN = Pattern.compile("[A-Z0-9]{2,8}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{6}");
  private static final Pattern SQUAWK = Pattern.compile("[0-7]{4}");
  private static final int TRACK_MAX = 64;

  /** Refuses, in one sentence, what identifies no aircraft. */
  public FlownBy {
    require(
        callsign == null || CALLSIGN.matcher(callsign).matches(),
        "a call sign is 2 to 8 letters and digits");
    require(
        address == null || ADDRESS.matcher(address).matches(),
        "a transponder address is six hex digits, like 4b1805");
    require(
        squawk == null || (SQUAWK.matcher(squawk).matches() && !SHARED.contains(squawk)),
        "a squawk is four digits from 0 to 7, and of one aircraft alone: not 2000, 7000 or the like");
    require(
        track == null
            || (!track.isEmpty()
                && track.length() <= TRACK_MAX
                && track.chars().allMatch(each -> each > ' ' && each < 127)),
        "a track is named as hotline conformance list and the page of traffic name it");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** From what was typed: spaces left out, letters as they are transmitted. */
  public static FlownBy typed(
      @Nullable String callsign,
      @Nullable String address,
      @Nullable String squawk,
      @Nullable String track) {
    return new FlownBy(
        upper(callsign),
        lower(address),
        bare(squawk),
        track == null || track.isBlank() ? null : track.strip());
  }

  /** The call sign that a private label is, if it is one. */
  public static Optional<String> callsign(String label) {
    String text = upper(label);
    return text != null && CALLSIGN.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private static @Nullable String upper(@Nullable String typed) {
    String bare = bare(typed);
    return bare == null ? null : bare.toUpperCase(Locale.ROOT);
  }

  private static @Nullable String lower(@Nullable String typed) {
    String bare = bare(typed);
    return bare == null ? null : bare.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String bare(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.replace(" ", "");
  }
}
