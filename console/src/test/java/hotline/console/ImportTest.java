package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import hotline.testkit.Chance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Notices out of a file: each is looked at, nothing is declared by reading, a fault has its place.
 */
class ImportTest {
  private static final String FILE =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature",
         "properties": {"category": "rescue", "label": "REGA <7>", "floor": "FL100",
           "ceiling": "FL120", "start": "+20min", "end": "+40min", "secret": {"a": [1]}},
         "geometry": {"coordinates": [[[8.25, 47.5], [8.5, 47.5], [8.5, 47.75], [8.25, 47.5]]],
           "type": "Polygon"}},
        {"type": "Feature", "properties": {"category": "patrol", "radius": "5 NM"},
         "geometry": {"type": "Point", "coordinates": [-8.123456789, -47]}}
      ]}
      """;

  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String fault(String text) {
    return GeoJson.read(bytes(text)) instanceof GeoJson.Read.Fault(String sentence)
        ? sentence
        : "none";
  }

  private static List<GeoJson.Item> items(String text) {
    return GeoJson.read(bytes(text)) instanceof GeoJson.Read.Items(List<GeoJson.Item> items)
        ? items
        : List.of();
  }

  @Test
  void aFileGivesItsItemsAsTheyStand() {
    List<GeoJson.Item> items = items(FILE);
    assertThat(items).hasSize(2);
    assertThat(items.get(0).outline())
        .containsExactly("47.5 N 8.25 E", "47.5 N 8.5 E", "47.75 N 8.5 E");
    assertThat(items.get(0).typed()).containsEntry("floor", "FL100").containsEntry("end", "+40min");
    assertThat(items.get(0).left()).containsExactly("secret");
    assertThat(items.get(0).line()).isEqualTo(2);
    assertThat(items.get(1).outline()).containsExactly("47 S 8.123456789 W");
  }

  @Test
  void everyItemIsLookedAtAndNothingIsDeclared() {
    Pages.Answer answer = screen.upload("/act/import", bytes(FILE));
    String page = screen.text(answer);
    assertThat(page)
        .contains("Nothing is said yet", "Items to look at, one by one: 2.", "not taken: ")
        .contains("REGA &lt;7&gt;", "name=\"outline\" value=\"47.5 N 8.25 E\n47.5 N 8.5 E")
        .contains("value=\"draft\" formtarget=\"_blank\"");
    assertThat(line.calls).noneMatch(call -> call.startsWith("declare"));
    // What its form then sends: a look, and still no notice.
    screen.post("/act/notices", "do=draft&category=rescue&outline=47.5 N 8.25 E&floor=FL100");
    assertThat(line.calls.getLast()).startsWith("draft Declare[entity=null, category=rescue");
  }

  @Test
  void aCategoryThatTheTermsDoNotHaveIsNeverReplacedByAnother() {
    String page =
        screen.text(screen.upload("/act/import", bytes(FILE.replace("\"rescue\"", "\"bombing\""))));
    assertThat(page).contains("The terms have no such category");
    assertThat(Screen.count(page, "formtarget=\"_blank\"")).isEqualTo(1);
  }

  @Test
  void aFaultHasItsLineAndColumn() {
    assertThat(fault(FILE.replace("[8.5, 47.5]", "[8.5, 97.5]")))
        .isEqualTo("Line 5, column 54: a longitude goes to 180, a latitude to 90 degrees");
    assertThat(fault(FILE.replace("\"5 NM\"", "5")))
        .isEqualTo("Line 7, column 70: give a text, in quotation marks");
    assertThat(fault("{\n  \"type\": nonsense}")).isEqualTo("Line 2, column 11: this is not JSON.");
    assertThat(fault(FILE.replace("\"Polygon\"", "\"MultiPolygon\"")))
        .startsWith("Line 6, column")
        .endsWith("give a Point or a Polygon");
    assertThat(screen.text(screen.upload("/act/import", bytes("{"))))
        .contains("Refused", "file-malformed", "Line 1, column");
    assertThat(screen.post("/act/import", "x=y").status()).isEqualTo(422);
  }

  @Test
  void whatCannotBeANoticeIsRefused() {
    String ring = "[[8.25, 47.5], [8.5, 47.5], [8.5, 47.75], [8.25, 47.5]]";
    for (String wrong :
        List.of(
            FILE.replace("[" + ring + "]", "[" + ring + ", " + ring + "]"), // a hole
            FILE.replace("[8.5, 47.5]", "[8.5, 47.5, 300]"), // a height where none is said
            FILE.replace("[8.25, 47.5]]]", "[8.25, 47.6]]]"), // not closed
            FILE.replace("[-8.123456789, -47]", "[1e999999999, 0]"),
            FILE.replace("[-8.123456789, -47]", "[\"8\", 0]"),
            FILE.replace("[-8.123456789, -47]", "[]"),
            FILE.replace(
                "\"category\": \"patrol\"", "\"category\": \"patrol\", \"category\": \"x\""),
            FILE + "{}",
            "[]",
            "",
            "{\"type\": \"FeatureCollection\"}",
            "{\"a\":".repeat(100),
            FILE.replace("\"5 NM\"", "\"" + "5".repeat(200) + "\""))) {
      assertThat(fault(wrong)).as(wrong).startsWith("Line ");
    }
    assertThat(GeoJson.read(new byte[GeoJson.BYTES_MAX + 1]))
        .isEqualTo(new GeoJson.Read.Fault("The file is larger than 1 MiB: split it."));
    String many = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,1]}},";
    assertThat(fault("{\"features\":[" + many.repeat(101).replaceAll(",$", "") + "]}"))
        .contains("at most 100 features");
  }

  @Test
  void noBytesAtAllThrow() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          byte[] file = bytes(FILE);
          for (long i = chance.between(1, 6); i > 0; i--) {
            file[(int) chance.between(0, file.length - 1)] = (byte) chance.between(-128, 127);
          }
          assertThat(GeoJson.read(file)).isNotNull();
        });
  }

  @Test
  void hostileTextIsInertInTheReview() {
    String evil = FILE.replace("REGA <7>", "</td><img src=x>\\u202e\\u0000\\ud800");
    assertThat(screen.text(screen.upload("/act/import", bytes(evil))))
        .doesNotContain("<img", "\u202e", "\u0000");
  }
}
