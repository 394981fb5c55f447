package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which heights and which instant the map shows. What stands in the address or was typed counts
 * only where it is a whole number in range.
 *
 * @param lowFeet standard pressure; a height of the other datum is widened by {@link #MARGIN_FEET}
 *     before it is left out, never converted into a level
 * @param step 0: whenever they are; n: what holds n − 1 times five minutes from now
 */
record MapFilter(long lowFeet, long highFeet, int step) {
  static final long MARGIN_FEET = 3_000;
  private static final int LEVEL_MAX = 600;
  private static final int STEPS_MAX = 145;
  private static final double MM_PER_FOOT = 304.8;
  private static final Duration STEP = Duration.ofMinutes(5);

  /** What was asked for; everything where nothing was. */
  static MapFilter read(Asked asked) {
    long low = number(asked, "low", 0, LEVEL_MAX);
    long high = number(asked, "high", LEVEL_MAX, LEVEL_MAX);
    return new MapFilter(
        Math.min(low, high) * 100,
        Math.max(low, high) * 100,
        (int) number(asked, "when", 0, STEPS_MAX));
  }

  private static long number(Asked asked, String name, long otherwise, long most) {
    String typed = asked.typed(name).strip();
    return typed.matches("[0-9]{1,3}") ? Math.min(Long.parseLong(typed), most) : otherwise;
  }

  /** The instant that is shown; empty: whenever they are. */
  Optional<Instant> at(Instant now) {
    return step == 0 ? Optional.empty() : Optional.of(now.plus(STEP.multipliedBy(step - 1L)));
  }

  boolean all() {
    return lowFeet == 0 && highFeet == LEVEL_MAX * 100L && step == 0;
  }

  boolean shows(Views.Notice notice, Instant now) {
    return shows(notice.band(), notice.start(), notice.end(), now);
  }

  boolean shows(Views.Conflict conflict, Instant now) {
    return shows(conflict.overlapBand(), conflict.overlapStart(), conflict.overlapEnd(), now);
  }

  private boolean shows(Views.Band band, Instant start, Instant end, Instant now) {
    boolean top = highFeet == LEVEL_MAX * 100L;
    boolean height =
        (lowFeet == 0 || highest(band) >= lowFeet) && (top || lowest(band) <= highFeet);
    return height && at(now).map(at -> !start.isAfter(at) && end.isAfter(at)).orElse(true);
  }

  /** The lowest standard-pressure height that it may reach, in feet. */
  static long lowest(Views.Band band) {
    return standard(band)
        ? band.floor()
        : (long) Math.floor(band.floor() / MM_PER_FOOT) - MARGIN_FEET;
  }

  /** The highest standard-pressure height that it may reach, in feet. */
  static long highest(Views.Band band) {
    return standard(band)
        ? band.ceiling()
        : (long) Math.ceil(band.ceiling() / MM_PER_FOOT) + MARGIN_FEET;
  }

  private static boolean standard(Views.Band band) {
    return band.datum().equals("STANDARD_PRESSURE");
  }

  /** The sliders: a form that works by itself; the map's script moves with them. */
  Html form(Asked asked) {
    return el("form")
        .cls("map-filter row")
        .id("map-filter")
        .at("method", "get")
        .at("action", "/")
        .at("aria-label", "Heights and time on the map")
        .add(
            slider("low", "From", lowFeet / 100, LEVEL_MAX, 10, level(lowFeet)),
            slider("high", "to", highFeet / 100, LEVEL_MAX, 10, level(highFeet)),
            slider("when", "At", step, STEPS_MAX, 1, words(asked.now())),
            Asked.hidden("q", asked.typed("q")),
            Asked.hidden("over", asked.typed("over")),
            asked.past() ? Asked.hidden("at", asked.now().toString()) : Html.none(),
            el("noscript", el("button", "Apply").cls("btn")));
  }

  private static Html slider(
      String name, String label, long value, int most, int step, String shown) {
    return el(
            "label",
            text(label + " "),
            el("input")
                .at("type", "range")
                .at("name", name)
                .at("min", "0")
                .at("max", Integer.toString(most))
                .at("step", Integer.toString(step))
                .at("value", Long.toString(value)),
            text(" "),
            el("output", shown).at("dir", "ltr").at("data-for", name))
        .cls("field");
  }

  private static String level(long feet) {
    return feet == LEVEL_MAX * 100L ? "any" : String.format("FL%03d", feet / 100);
  }

  private String words(Instant now) {
    return at(now).map(at -> Words.minute(at, now)).orElse("any time");
  }
}
