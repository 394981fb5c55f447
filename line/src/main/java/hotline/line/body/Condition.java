package hotline.line.body;

import hotline.airspace.HeightBand;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import java.util.List;
import java.util.Optional;

/**
 * What a party binds its channel status to: words for people, and rules from which every node
 * computes the same coverage. The words never change what the rules cover.
 *
 * @param rules 1 to {@value #RULES_MAX}; a notice is covered if one of them covers it
 */
public record Condition(String words, List<Rule> rules) {
  /** The most rules of one condition. */
  public static final int RULES_MAX = 32;

  /** The most characters of the words. */
  public static final int WORDS_MAX = 1000;

  /** Refuses a condition without rules: it would cover nothing and say so nowhere. */
  public Condition {
    rules = List.copyOf(rules);
    if (rules.isEmpty() || rules.size() > RULES_MAX) {
      throw new IllegalArgumentException("a condition has 1 to " + RULES_MAX + " rules");
    }
  }

  /**
   * What is allowed.
   *
   * @param category of activity; empty: any
   * @param zone of the terms; empty: anywhere
   * @param times of every UTC day; empty: at any time
   * @param band of heights; empty: at any height
   */
  public record Rule(
      Optional<String> category,
      Optional<String> zone,
      Optional<Daily> times,
      Optional<HeightBand> band) {
    private static final int SIZE = 4;

    /** At any time and any height. */
    public Rule(Optional<String> category, Optional<String> zone) {
      this(category, zone, Optional.empty(), Optional.empty());
    }

    private static Rule read(Field field) {
      return field.tuple(
          SIZE,
          at ->
              new Rule(
                  at.nullable(0, Field::name),
                  at.nullable(1, Field::name),
                  at.nullable(2, Daily::read),
                  at.nullable(3, Shapes::band)));
    }

    private CborArray encoded() {
      return CborArray.builder()
          .addOrNull(category, CborValue::of)
          .addOrNull(zone, CborValue::of)
          .addOrNull(times, Daily::encoded)
          .addOrNull(band, Shapes::encode)
          .build();
    }
  }

  /** Reads {@code {1: words, 2: rules}}. */
  public static Condition read(Field field) {
    return field.map(
        at -> new Condition(at.text(1, WORDS_MAX), at.list(2, 1, RULES_MAX, Rule::read)));
  }

  /** {@code {1: words, 2: rules}}. */
  public CborMap encoded() {
    return CborMap.builder().put(1, words).put(2, CborArray.of(rules, Rule::encoded)).build();
  }
}
