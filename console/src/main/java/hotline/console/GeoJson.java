package hotline.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Notices out of a GeoJSON file (RFC 7946): a FeatureCollection of Points and Polygons without
 * holes. Strict and bounded: the first fault refuses the whole file, with its line and column.
 * Nothing is guessed: positions become text with hemispheres, everything else is what stands in the
 * properties {@code category}, {@code label}, {@code radius}, {@code floor}, {@code ceiling},
 * {@code start} and {@code end}, as text.
 */
final class GeoJson {
  static final int BYTES_MAX = 1 << 20;
  static final int ITEMS_MAX = 100;
  static final int CORNERS_MAX = 120;
  static final List<String> PROPERTIES =
      List.of("category", "label", "radius", "floor", "ceiling", "start", "end");
  private static final int TEXT_MAX = 80;
  private static final int NESTED_MAX = 8;
  private static final int FRACTION_MAX = 9;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTED_MAX + 2)
                  .maxNumberLength(40)
                  .maxNameLength(200)
                  .maxStringLength(10_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final JsonParser parser;
  private final List<Item> items = new ArrayList<>();

  private GeoJson(JsonParser parser) {
    this.parser = parser;
  }

  /** What a file gave. */
  sealed interface Read {
    /** Its items, in their order. */
    record Items(List<Item> items) implements Read {}

    /** Its first fault, in words with line and column. */
    record Fault(String sentence) implements Read {}
  }

  /**
   * One feature.
   *
   * @param line where it begins in the file
   * @param outline positions as text, one for a point
   * @param typed its known properties as they stand
   * @param left the names of other properties, which are not taken
   */
  record Item(int line, List<String> outline, Map<String, String> typed, List<String> left) {}

  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(TokenStreamLocation at, String sentence) {
      super(where(at) + ": " + sentence, null, false, false);
    }
  }

  /** Reads a file; whatever its bytes are, there is an answer. */
  static Read read(byte[] file) {
    if (file.length > BYTES_MAX) {
      return new Read.Fault("The file is larger than 1 MiB: split it.");
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file)) {
      return new GeoJson(parser).whole();
    } catch (JacksonException unreadable) {
      return new Read.Fault("Line 1, column 1: this is not JSON.");
    }
  }

  private Read whole() {
    try {
      collection();
      return new Read.Items(List.copyOf(items));
    } catch (Wrong wrong) {
      return new Read.Fault(String.valueOf(wrong.getMessage()));
    } catch (JacksonException malformed) {
      TokenStreamLocation at = malformed.getLocation();
      boolean placed = at != null && at.getLineNr() > 0;
      return new Read.Fault(where(placed ? at : parser.currentLocation()) + ": this is not JSON.");
    }
  }

  private static String where(TokenStreamLocation at) {
    return "Line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private Wrong wrong(String sentence) {
    return new Wrong(parser.currentTokenLocation(), sentence);
  }

  private void collection() {
    boolean listed = false;
    expect(parser.nextToken(), JsonToken.START_OBJECT, "a FeatureCollection begins with {");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> require(text(value).equals("FeatureCollection"), "give a FeatureCollection");
        case "features" -> {
          expect(value, JsonToken.START_ARRAY, "features are a list");
          features();
          listed = true;
        }
        default -> skip(value);
      }
    }
    require(listed, "there are no features");
    if (parser.nextToken() != null) {
      throw wrong("something follows the collection");
    }
  }

  private void features() {
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        return;
      }
      expect(token, JsonToken.START_OBJECT, "a feature begins with {");
      require(items.size() < ITEMS_MAX, "a file has at most " + ITEMS_MAX + " features: split it");
      items.add(feature());
    }
  }

  private Item feature() {
    TokenStreamLocation begins = parser.currentTokenLocation();
    Optional<List<String>> outline = Optional.empty();
    Map<String, String> typed = new HashMap<>();
    List<String> left = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> require(text(value).equals("Feature"), "give a Feature");
        case "geometry" -> outline = Optional.of(geometry(value));
        case "properties" -> properties(value, typed, left);
        default -> skip(value);
      }
    }
    if (outline.isEmpty()) {
      throw new Wrong(begins, "this feature has no geometry");
    }
    return new Item(begins.getLineNr(), outline.get(), Map.copyOf(typed), List.copyOf(left));
  }

  private void properties(JsonToken first, Map<String, String> typed, List<String> left) {
    if (first == JsonToken.VALUE_NULL) {
      return;
    }
    expect(first, JsonToken.START_OBJECT, "properties begin with {");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (PROPERTIES.contains(name)) {
        String text = text(value);
        require(text.length() <= TEXT_MAX, "at most " + TEXT_MAX + " characters");
        typed.put(name, text);
      } else {
        skip(value);
        if (left.size() < 8) {
          left.add(name);
        }
      }
    }
  }

  /** Type and coordinates come in any order: both are read, then joined. */
  private List<String> geometry(JsonToken first) {
    expect(first, JsonToken.START_OBJECT, "a geometry begins with {");
    TokenStreamLocation begins = parser.currentTokenLocation();
    String type = "";
    int depth = 0;
    List<String> positions = List.of();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> {
          type = text(value);
          require(type.equals("Point") || type.equals("Polygon"), "give a Point or a Polygon");
        }
        case "coordinates" -> {
          expect(value, JsonToken.START_ARRAY, "coordinates are a list");
          List<String> found = new ArrayList<>();
          depth = coordinates(found);
          positions = found;
        }
        default -> skip(value);
      }
    }
    if (type.equals("Point") && depth == 1) {
      return List.copyOf(positions);
    }
    if (!type.equals("Polygon") || depth != 3) {
      throw new Wrong(begins, "the coordinates are not those of a Point or a Polygon");
    }
    int last = positions.size() - 1;
    if (last < 3 || !positions.get(0).equals(positions.get(last))) {
      throw new Wrong(begins, "an outline has three corners or more, and ends where it began");
    }
    return List.copyOf(positions.subList(0, last));
  }

  /** After the opening bracket: one position, or one list of them in one list; how deep it was. */
  private int coordinates(List<String> found) {
    JsonToken token = parser.nextToken();
    if (token != JsonToken.START_ARRAY) {
      found.add(position(token));
      return 1;
    }
    expect(parser.nextToken(), JsonToken.START_ARRAY, "an outline is a list of positions");
    for (token = JsonToken.START_ARRAY; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      expect(token, JsonToken.START_ARRAY, "a position begins with [");
      require(found.size() <= CORNERS_MAX, "an outline has at most " + CORNERS_MAX + " corners");
      found.add(position(parser.nextToken()));
    }
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      throw wrong("an outline with a hole cannot be declared: declare its parts");
    }
    return 3;
  }

  private String position(@Nullable JsonToken first) {
    String lng = degrees(first, 180, "E", "W");
    String lat = degrees(parser.nextToken(), 90, "N", "S");
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      throw wrong("a position has two numbers: say heights as floor and ceiling");
    }
    return lat + " " + lng;
  }

  private String degrees(@Nullable JsonToken token, int most, String plus, String minus) {
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      throw wrong("a position is two numbers, longitude first");
    }
    BigDecimal value = parser.getDecimalValue();
    // Asked before the digits are written out: 1e9999999 is a number, too.
    boolean small = Math.abs((long) value.precision() - value.scale()) <= 40;
    require(
        small && value.abs().compareTo(BigDecimal.valueOf(most)) <= 0,
        "a longitude goes to 180, a latitude to 90 degrees");
    BigDecimal rounded = value.setScale(FRACTION_MAX, RoundingMode.HALF_EVEN);
    return rounded.abs().stripTrailingZeros().toPlainString()
        + " "
        + (rounded.signum() < 0 ? minus : plus);
  }

  private String text(@Nullable JsonToken token) {
    if (token != JsonToken.VALUE_STRING) {
      throw wrong("give a text, in quotation marks");
    }
    return parser.getString();
  }

  private void skip(@Nullable JsonToken token) {
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      parser.skipChildren();
    }
  }

  private void require(boolean holds, String sentence) {
    if (!holds) {
      throw wrong(sentence);
    }
  }

  private void expect(@Nullable JsonToken token, JsonToken wanted, String sentence) {
    require(token == wanted, sentence);
  }
}
