package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How times, ages, distances and names are written: UTC with its Z, ages with their sign, every
 * number with its unit, and all of it left to right whatever the language round it.
 */
final class Words {
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss'Z'");
  private static final DateTimeFormatter MINUTE = format("HH:mm'Z'");
  private static final DateTimeFormatter BARE = format("HH:mm:ss");
  private static final DateTimeFormatter DAY = format("d MMM HH:mm'Z'");
  private static final DateTimeFormatter DAY_CLOCK = format("d MMM HH:mm:ss'Z'");
  private static final DateTimeFormatter DATE = format("EEE d MMM yyyy");
  private static final long MM_PER_NM = 1_852_000;

  private Words() {}

  /** {@code 1 claim}, {@code 2 claims}. */
  static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** {@code 14:02:07Z}, with the day if it is not the one of {@code now}. */
  static Html time(Instant at, Instant now) {
    return timeElement(at, sameDay(at, now) ? CLOCK.format(at) : DAY.format(at));
  }

  /** {@code 21 Nov 21:17:31Z}: to the second on any day, for what happened. */
  static Html second(Instant at, Instant now) {
    return timeElement(at, sameDay(at, now) ? CLOCK.format(at) : DAY_CLOCK.format(at));
  }

  /** {@code 14:02Z}, with the day if it is not the one of {@code now}. */
  static String minute(Instant at, Instant now) {
    return sameDay(at, now) ? MINUTE.format(at) : DAY.format(at);
  }

  /** {@code 14:02:07}, for the tracks. */
  static String bare(Instant at, Instant now) {
    return sameDay(at, now) ? BARE.format(at) : DAY.format(at);
  }

  static String clock(Instant at) {
    return CLOCK.format(at);
  }

  static String date(Instant at) {
    return DATE.format(at);
  }

  static Html timeElement(Instant at, String shown) {
    return el("time", shown).at("datetime", at.toString()).at("dir", "ltr");
  }

  /** {@code 14:20–14:50Z}. */
  static Html span(Instant start, Instant end, Instant now) {
    return ltr(minute(start, now).replace("Z", "") + "–" + minute(end, now));
  }

  /** {@code 14:20–14:50Z}, with the day once if both are on one day that is not today. */
  static String interval(Instant from, Instant to, Instant now) {
    String end = sameDay(from, to) ? MINUTE.format(to) : minute(to, now);
    return minute(from, now).replace("Z", "") + "–" + end;
  }

  private static boolean sameDay(Instant one, Instant other) {
    return day(one).equals(day(other));
  }

  private static java.time.LocalDate day(Instant at) {
    return ZonedDateTime.ofInstant(at, ZoneOffset.UTC).toLocalDate();
  }

  /** {@code 00:43}; from one hour up, words: {@code 3 h 38 min}. */
  static String length(Duration length) {
    long seconds = Math.abs(length.toSeconds());
    if (seconds >= 86_400) {
      return seconds / 86_400 + " d " + seconds % 86_400 / 3_600 + " h";
    }
    if (seconds >= 3_600) {
      return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }
    return String.format("%02d:%02d", seconds / 60, seconds % 60);
  }

  /** {@code +00:43}: has waited; or {@code −04:17}: is left. */
  static String waited(Instant since, Instant now) {
    return "+" + length(Duration.between(since, now));
  }

  static String left(Instant until, Instant now) {
    return "−" + length(Duration.between(now, until));
  }

  /** When something starts, for a person: {@code in 7 min}, {@code running}. */
  static String starts(Instant start, Instant end, Instant now) {
    if (!end.isAfter(now)) {
      return "over";
    }
    if (!start.isAfter(now)) {
      return "running";
    }
    long minutes = Duration.between(now, start).toMinutes();
    return minutes < 120 ? "in " + minutes + " min" : "in " + length(Duration.between(now, start));
  }

  /** Coordinates, levels, ids: never turned round by the language beside them. */
  static Html ltr(String text) {
    return el("bdi", text).at("dir", "ltr");
  }

  /** The same where it may wrap. */
  static Html.Element ltrLong(String text) {
    return el("bdi", text).at("dir", "ltr").cls("wrap-ok");
  }

  /** What a person typed: kept apart from its surroundings, in its own direction. */
  static Html said(String text) {
    return el("bdi", text).at("dir", "auto").cls("wrap-ok said");
  }

  /** A party's name as people write it. */
  static String party(String name) {
    return name.isEmpty() ? "?" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code 7.4 NM}: rounded down, because a distance is shown where less is worse. */
  static String nauticalMiles(long mm) {
    long tenths = mm * 10 / MM_PER_NM;
    return tenths / 10 + "." + tenths % 10 + " NM";
  }

  /**
   * A place as it is said over the line, by the nearest reference point of the terms where there is
   * one, and then its coordinates: two ways to the same place, to be read back against each other.
   */
  static Html place(Views.Place place) {
    if (place.referencePoint() == null) {
      return ltr(place.text());
    }
    String at = position(place.latNanodegrees(), place.lngNanodegrees());
    return Html.all(ltr(place.text()), text(" ("), ltr(at), text(")"));
  }

  /** {@code 47°30.0'N 008°20.0'E}, as the node writes positions. */
  static String position(long latNanodegrees, long lngNanodegrees) {
    return minutes(latNanodegrees, 2, "N", "S") + " " + minutes(lngNanodegrees, 3, "E", "W");
  }

  /** {@code 008°20.0'E}: to a tenth of a minute. */
  private static String minutes(long nanodegrees, int digits, String plus, String minus) {
    long tenths = Math.round(Math.abs(nanodegrees) * 600 / 1e9);
    return String.format(
        Locale.ROOT,
        "%0" + digits + "d°%02d.%d'%s",
        tenths / 600,
        tenths / 10 % 60,
        tenths % 10,
        nanodegrees < 0 ? minus : plus);
  }

  /** How near two notices come, or that it is not known. */
  static String closest(Views.Conflict conflict) {
    if (conflict.horizontalMm() == null || conflict.verticalFeet() == null) {
      return "how near: unknown";
    }
    return nauticalMiles(conflict.horizontalMm()) + " and " + conflict.verticalFeet() + " ft";
  }

  /** {@code 7a31c0de}: enough of a digest to compare on a screen; the whole stands in Record. */
  static String brief(@Nullable String hex) {
    return hex == null ? "–" : hex.substring(0, Math.min(8, hex.length()));
  }

  /** {@code in force}, from {@code IN_FORCE}. */
  static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
