package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Views;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the map draws stands in the tables, and height and time leave out what is not there. */
class MapTest {
  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  private JsonNode data(String address) {
    return JsonMapper.builder()
        .build()
        .readTree(new String(screen.get(address).body(), StandardCharsets.UTF_8));
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(one -> one.get("name").asString()).toList();
  }

  @Test
  void whatTheMapDrawsStandsInTheTables() {
    JsonNode data = data("/map.json");
    String page = screen.html("/");
    assertThat(names(data.get("notices"))).hasSize(line.notices.size());
    assertThat(names(data.get("lines"))).containsExactly("rhine");
    for (String list : List.of("notices", "conflicts", "zones", "lines", "points")) {
      assertThat(names(data.get(list))).as(list).isNotEmpty();
      names(data.get(list))
          .forEach(name -> assertThat(page).as(list).contains("<bdi dir=\"ltr\">" + name));
    }
  }

  @Test
  void theAircraftOfTheMapStandOnThePageOfTraffic() {
    assertThat(screen.html("/")).contains("data-tracks=\"/tracks.json\"");
    JsonNode tracks = data("/tracks.json").get("tracks");
    assertThat(names(tracks)).containsExactly("SWR12AB"); // the other has no place
    assertThat(tracks.get(0).get("alert").asString()).isEqualTo("PREDICTED");
    assertThat(screen.html("/traffic")).contains("<bdi dir=\"ltr\">SWR12AB");
    assertThat(screen.html("/?at=14:00Z")).doesNotContain("data-tracks");
  }

  @Test
  void thePageWithoutScriptsKeepsItsDrawingAndItsFilterIsAForm() {
    String page = screen.html("/?low=250&high=600&when=0");
    assertThat(page)
        .contains("<svg viewBox=\"0 0 960 400\"", "class=\"agreed\"", "Map: 2 notices")
        .contains("name=\"low\" min=\"0\" max=\"600\" step=\"10\" value=\"250\"")
        .contains("<noscript><button class=\"btn\">Apply</button></noscript>");
    assertThat(screen.html("/?low=x&high=-1&when=99999999999")).contains("min=\"0\"");
  }

  @Test
  void heightsOfTheOtherDatumAreWidenedAndNeverConverted() {
    Views.Band low = new Views.Band("W84", 0, 900_000, "0–900 m W84");
    assertThat(MapFilter.lowest(low)).isEqualTo(-3_000);
    assertThat(MapFilter.highest(low)).isEqualTo(2_953 + 3_000);
    assertThat(MapFilter.highest(Samples.feet(19_000, 26_000))).isEqualTo(26_000);
  }

  @Test
  void anInstantShowsWhatHoldsThen() {
    List<String> at = List.of("0", "1", "5", "145");
    List<Long> drawn =
        at.stream()
            .map(step -> {
              MapFilter filter = filter(step);
              return line.notices.stream()
                  .filter(one -> filter.shows(one, Samples.NOW))
                  .filter(one ->
                      filter
                          .at(Samples.NOW)
                          .map(when -> !one.start().isAfter(when) && one.end().isAfter(when))
                          .orElse(true))
                  .count();
            })
            .toList();
    // Now one is running; in twenty minutes four are; in twelve hours none.
    assertThat(drawn).containsExactly((long) line.notices.size(), 1L, 3L, 0L);
    assertThat(filter("5").at(Samples.NOW)).isEqualTo(Optional.of(Samples.at("14:22:31")));
  }

  private MapFilter filter(String step) {
    return MapFilter.read(
        Asked.now(
            line,
            new hotline.node.api.Pages.Request(
                "GET", "/", Map.of("when", List.of(step)), Map.of(), "t", Map.of()),
            null));
  }

  @Test
  void hostileTextIsInertOnTheMapToo() {
    String evil = "</script><img src=x>\u202e\u2067\u0000";
    line.notices.add(
        Samples.notice(
            "N-0099",
            "north",
            "rescue",
            evil,
            Samples.feet(0, 100),
            "14:10:00",
            "14:20:00",
            List.of(),
            0));
    String words =
        data("/map.json")
            .get("notices")
            .valueStream()
            .filter(one -> one.get("name").asString().equals("N-0099"))
            .map(one -> one.get("words").asString())
            .findFirst()
            .orElseThrow();
    assertThat(words).contains("⟦U+202E⟧⟦U+2067⟧⟦U+0000⟧").doesNotContain("\u202e", "\u0000");
  }

  @Test
  void theMapOfThePastIsThatOfThePast() {
    JsonNode then = data("/map.json?at=14:00Z");
    assertThat(then.get("past").asBoolean()).isTrue();
    assertThat(screen.html("/?at=14:00Z")).contains("data-map=\"/map.json?at=");
  }

  @Test
  void aPageWithItsMapStaysUnderItsWeight() throws Exception {
    long packed = 0;
    for (String name :
        List.of("tokens.css", "console.css", "pages.css", "console.js", "sound.js")) {
      packed += packed(name);
    }
    for (String name : List.of("map.js", "draw.js", "ol.js", "world.json")) {
      packed += packed(name);
    }
    assertThat(packed + packed(screen.get("/").body())).isLessThan(700 * 1024);
  }

  private static long packed(String name) throws Exception {
    Assets assets = new Assets();
    return packed(assets.file(assets.path(name)).orElseThrow().body());
  }

  private static long packed(byte[] bytes) throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }
}
