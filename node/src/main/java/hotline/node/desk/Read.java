package hotline.node.desk;

import hotline.airspace.Position;
import hotline.airspace.typed.Typed;
import hotline.airspace.typed.TypedBearing;
import hotline.airspace.typed.TypedDistance;
import hotline.airspace.typed.TypedHeight;
import hotline.airspace.typed.TypedPathPoint;
import hotline.airspace.typed.TypedPosition;
import hotline.airspace.typed.TypedTime;
import hotline.line.terms.Terms;
import hotline.node.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Typed text as values; what is not understood is thrown with its sentence, up to the desk. */
final class Read {
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private Read() {}

  /** What was typed is not understood, or cannot be. */
  static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;

    NotUnderstood(String sentence) {
      super(sentence);
    }

    /** For a person. */
    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  /** A position, also by bearing and distance from a reference point of the terms. */
  static Position position(String text, Optional<Terms> terms) throws NotUnderstood {
    if (!TypedBearing.looksLike(text)) {
      return value(TypedPosition.read(text));
    }
    Map<String, Position> points = new LinkedHashMap<>();
    terms.ifPresent(in ->
        in.points()
            .forEach(point -> {
              points.putIfAbsent(point.title(), point.position());
              points.put(point.name(), point.position());
            }));
    return value(TypedBearing.read(text, points));
  }

  static TypedHeight.Height height(String text) throws NotUnderstood {
    return value(TypedHeight.read(text));
  }

  static long distanceMm(String text) throws NotUnderstood {
    return value(TypedDistance.read(text));
  }

  static long timeUs(String text, Instant now) throws NotUnderstood {
    return value(TypedTime.read(text, Times.micros(now)));
  }

  /** A time that is still to come: the clock alone is the next such. */
  static long nextUs(String text, Instant now) throws NotUnderstood {
    return value(TypedTime.readFrom(text, Times.micros(now)));
  }

  /** A time that is past: the clock alone is the last such. */
  static long pastUs(String text, Instant now) throws NotUnderstood {
    long us = value(TypedTime.read(text, Times.micros(now.minus(HALF_A_DAY))));
    if (us > Times.micros(now)) {
      throw new NotUnderstood("That time is still to come: give the time at which it was said.");
    }
    return us;
  }

  /** An end: the clock alone is the one nearest to the beginning, which may be half a day off. */
  static long endUs(String text, long beginUs) throws NotUnderstood {
    return value(TypedTime.read(text, beginUs));
  }

  static TypedPathPoint.Point point(String line, long beginUs) throws NotUnderstood {
    return value(TypedPathPoint.read(line, beginUs));
  }

  private static <T> T value(Typed<T> typed) throws NotUnderstood {
    return switch (typed) {
      case Typed.Value<T>(T value) -> value;
      case Typed.Wrong<T>(String sentence) -> throw new NotUnderstood(sentence);
    };
  }
}
