package hotline.node.desk;

import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.line.Refusal;
import hotline.line.Refusals;
import hotline.line.body.Body;
import hotline.line.body.EventTime;
import hotline.line.terms.Terms;
import hotline.node.api.Said;
import hotline.record.merkle.Hash;
import hotline.record.statement.StatementId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was given as typed, read part by part; and said, if all of it could be read. */
final class Given {
  private Given() {}

  /** Nothing is said, for a reason that is known before anything is signed. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Refused(String code, String sentence) {
      super(sentence);
      this.code = code;
    }

    Refused(Refusal refusal, Object... details) {
      this(refusal.code(), refusal.sentence(details));
    }

    private Said said() {
      return Said.refused(code, String.valueOf(getMessage()));
    }
  }

  /** Makes what is to be said. */
  @FunctionalInterface
  interface Reading {
    /** Of what was typed at {@code now}. */
    Body body(Instant now) throws Read.NotUnderstood, Refused;
  }

  /** Says what was given, or tells which part of it cannot be read. */
  static Said say(Core core, Reading reading) {
    if (core.terms().isEmpty()) {
      return Voice.refused(Refusals.NO_TERMS);
    }
    try {
      return core.voice().say(reading.body(core.clock().instant()));
    } catch (Refused refused) {
      return refused.said();
    } catch (Read.NotUnderstood typed) {
      return Said.refused("not-understood", typed.sentence());
    } catch (IllegalArgumentException wrong) {
      return Said.refused("not-understood", String.valueOf(wrong.getMessage()));
    }
  }

  /** A reason, which has to be there. */
  static String reason(@Nullable String typed, String why) throws Refused {
    return text(typed)
        .orElseThrow(() -> new Refused("reason-missing", why + ", with the reason: give one."));
  }

  /** A text that is not blank. */
  static Optional<String> text(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(each -> !each.isEmpty());
  }

  static Optional<Position> position(@Nullable String typed, Optional<Terms> terms)
      throws Read.NotUnderstood {
    Optional<String> text = text(typed);
    return text.isEmpty() ? Optional.empty() : Optional.of(Read.position(text.get(), terms));
  }

  static Optional<HeightBand> band(@Nullable String floor, @Nullable String ceiling)
      throws Read.NotUnderstood {
    Optional<String> low = text(floor);
    Optional<String> high = text(ceiling);
    if (low.isEmpty() && high.isEmpty()) {
      return Optional.empty();
    }
    if (low.isEmpty() || high.isEmpty()) {
      throw new IllegalArgumentException("Give both heights, or none.");
    }
    return Optional.of(NoticeText.band(low.get(), high.get()));
  }

  /** When something happened, or will. */
  static EventTime times(String from, String to, Instant now) throws Read.NotUnderstood {
    long fromUs = Read.timeUs(from, now);
    long toUs = Read.endUs(to, fromUs);
    if (fromUs > toUs) {
      throw new IllegalArgumentException("The end is before the beginning; give both anew.");
    }
    return new EventTime(fromUs, toUs);
  }

  static Optional<Long> time(@Nullable String typed, Instant now) throws Read.NotUnderstood {
    Optional<String> text = text(typed);
    return text.isEmpty() ? Optional.empty() : Optional.of(Read.timeUs(text.get(), now));
  }

  /** A time that is still to come, if one is given. */
  static Optional<Long> next(@Nullable String typed, Instant now) throws Read.NotUnderstood {
    Optional<String> text = text(typed);
    return text.isEmpty() ? Optional.empty() : Optional.of(Read.nextUs(text.get(), now));
  }

  /** One of these words. */
  static <E extends Enum<E>> E word(E[] words, String typed) throws Refused {
    String wanted = typed.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E each : words) {
      if (each.name().equals(wanted)) {
        return each;
      }
    }
    throw new Refused(
        "unknown-word",
        "“"
            + typed
            + "” is none of the words here. Say one of: "
            + Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", "))
            + ".");
  }

  /** A statement's id; {@code unknown} says what there is none of. */
  static StatementId id(String typed, Refusal unknown, Object... details) throws Refused {
    return Core.id(typed.strip().toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new Refused(unknown, details));
  }

  /** 64 hexadecimal digits. */
  static Hash hash(String typed) {
    try {
      return Hash.of(HexFormat.of().parseHex(typed.strip().toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("A SHA-256 has 64 hexadecimal digits.", wrong);
    }
  }

  /** Exactly one of some ways to give a thing. */
  static void oneOf(String sentence, List<Boolean> given) {
    if (given.stream().filter(each -> each).count() != 1) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
