package hotline.line.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.TermsSamples;
import hotline.line.terms.TermsText;
import hotline.line.terms.ZoneMinima;
import hotline.record.cbor.Decoded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every clause of terms is reached by a sheet, and what cannot stand is said of its clause. */
class SheetTest {
  private static final long NOW_US = 1_795_000_000_000_000L;
  private static final Sheet SHEET = Sheet.first(TermsSamples.FULL);
  private static final String KEY = Text.key(TermsSamples.key("new"));

  /** Of each clause another value that can stand. */
  private static final Map<String, List<String>> OTHER = other();

  /** Of each clause a value that cannot, and what is said of it. */
  private static final Map<String, List<String>> BAD = bad();

  private static Map<String, List<String>> other() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("host", List.of("south"));
    all.put("epoch", List.of("2"));
    all.put("keys-north", replaced("keys-north", 0, "root = " + KEY));
    all.put("keys-south", replaced("keys-south", 1, "node one = " + KEY));
    all.put("posts-north", List.of("duty", "tower"));
    all.put("posts-south", List.of("tower"));
    all.put("separation-horizontal", List.of("6 NM"));
    all.put("separation-vertical", List.of("1,200 ft".replace(",", "")));
    all.put("buffer-horizontal", List.of("3.125 km"));
    all.put("buffer-vertical", List.of("600ft"));
    all.put("buffer-time", List.of("1.5 s"));
    all.put("datum-margin", List.of("2500 ft"));
    all.put("planning-segment", List.of("1 min"));
    all.put("planning-height-step", List.of("1000 ft"));
    all.put("planning-height-limit", List.of("3000 ft"));
    all.put("planning-time-step", List.of("2 min"));
    all.put("planning-time-limit", List.of("20 min"));
    all.put("record-cell-level", List.of("9"));
    all.put("record-cells", List.of("16"));
    all.put("record-times", List.of("5 min"));
    all.put("record-heights-w84", List.of("100 m"));
    all.put("record-heights-std", List.of("500 ft"));
    all.put("categories", List.of("transit", "survey"));
    all.put("zones", List.of("east = The far east = 46 N 8 E; 46 N 9 E; 47 N 9 E"));
    all.put("points", List.of("alpha = Point alpha = N 46 30.0 E 008 00.0"));
    all.put("while-suspended", plus("while-suspended", "NOTICE"));
    all.put("notice-volumes", List.of("100"));
    all.put("notice-duration", List.of("2 days"));
    all.put("enquiry-cells", List.of("100"));
    all.put("enquiry-duration", List.of("6 h"));
    all.put("enquiry-per-minute", List.of("60"));
    all.put("reply-by", List.of("2 min"));
    all.put("accept-by", List.of("20 s"));
    all.put("line-check-every", List.of("15 min"));
    all.put("notice-lead", List.of("0 s"));
    all.put("area", List.of());
    all.put(
        "lines",
        replaced("lines", 0, "gate = The gate = corridor = 45 N 7 E; 46 N 9 E = width 9 NM"));
    all.put("agree-offer", List.of());
    all.put("agree-proposal", List.of("south"));
    all.put("agree-minutes", List.of("north"));
    all.put("seats-north", List.of("chair", "legal"));
    all.put("seats-south", List.of());
    all.put("languages", List.of("en", "fr"));
    all.put("liars", List.of("1")); // two parties leave no other
    all.put("third-parties", List.of());
    all.put("observers", List.of("un = Observers = " + KEY));
    all.put("witnesses", plus("witnesses", "seal = The seal = " + KEY));
    all.put("keep-record", List.of("3653 days"));
    all.put("keep-private", List.of("2 days"));
    all.put("effective", List.of("2026-12-01T00:00Z"));
    return all;
  }

  private static Map<String, List<String>> bad() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("host", List.of("west", "The host is one of the parties."));
    all.put("epoch", List.of("0", "The epoch is 1 to"));
    all.put("keys-north", List.of("root = abc", "“abc” is no public key"));
    all.put("keys-south", List.of("root = " + KEY, "The key “log” is missing."));
    all.put("posts-north", List.of("Duty!", "is no name"));
    all.put("posts-south", List.of("chair", "has another name than its posts"));
    all.put("separation-horizontal", List.of("2000 km", "1000 km, not 2000 km."));
    all.put("separation-vertical", List.of("0 ft", "1 ft to 50000 ft, not 0 ft."));
    all.put("buffer-horizontal", List.of("3", "Give a distance with its unit"));
    all.put("buffer-vertical", List.of("600 m", "Give whole feet"));
    all.put("buffer-time", List.of("2 h", "The buffer in time is 0 s to 1 h, not 2 h."));
    all.put("datum-margin", List.of("much", "Give whole feet"));
    all.put("planning-segment", List.of("0 s", "is 1 s to 24 h, not 0 s."));
    all.put("planning-height-step", List.of("300 ft", "whole steps"));
    all.put("planning-height-limit", List.of("2100 ft", "whole steps"));
    all.put("planning-time-step", List.of("7 min", "whole steps"));
    all.put("planning-time-limit", List.of("90 s", "whole steps"));
    all.put("record-cell-level", List.of("14", "The finest cell level is 0 to 13, not 14."));
    all.put("record-cells", List.of("some", "Give a whole number."));
    all.put("record-times", List.of("0.0000001 s", "Give a time with its unit"));
    all.put("record-heights-w84", List.of("0 m", "what W84 heights are rounded to"));
    all.put("record-heights-std", List.of("FL10", "Give whole feet"));
    all.put("categories", List.of("", "The number of categories is 1 to"));
    all.put("zones", List.of("east = East = 46 N 8 E; 46 N 9 E", "“east = East"));
    all.put("points", List.of("alpha = 46 N 8 E", "a reference point as NAME"));
    all.put("while-suspended", List.of("STOP", "survive every suspension"));
    all.put("notice-volumes", List.of("0", "The number of volumes of a notice is 1"));
    all.put("notice-duration", List.of("31 days", "30 days, not 31 days."));
    all.put("enquiry-cells", List.of("-1", "Give a whole number."));
    all.put("enquiry-duration", List.of("soon", "Give a time with its unit"));
    all.put("enquiry-per-minute", List.of("60001", "not 60001"));
    all.put("reply-by", List.of("8 days", "The time to reply is 1 s to 7 days, not 8 days."));
    all.put("accept-by", List.of("30", "Give a time with its unit"));
    all.put("line-check-every", List.of("0.5 s", "not 0.5 s."));
    all.put("notice-lead", List.of("9 days", "not 9 days."));
    all.put("area", List.of("46 N", "“46 N”: Give a position"));
    all.put("lines", List.of("gate = Gate = wall = 45 N 7 E; 46 N 9 E", "Say line or corridor."));
    all.put("agree-offer", List.of("west", "Who must agree are parties"));
    all.put("agree-proposal", List.of("west", "Who must agree are parties"));
    all.put("agree-minutes", List.of("west", "Who must agree are parties"));
    all.put("seats-north", List.of("duty", "has another name than its posts"));
    all.put("seats-south", List.of("the clerk", "is no name"));
    all.put("languages", List.of("english", "two or three letters"));
    all.put("liars", List.of("3", "no receipt is possible"));
    all.put("third-parties", List.of("relief", "a third party as NAME = TITLE"));
    all.put("observers", List.of("north = The north = " + KEY, "The names of parties"));
    all.put("witnesses", List.of("osce = Witnesses = 1234", "is no public key"));
    all.put("keep-record", List.of("1 h", "how long the record is kept is 24 h"));
    all.put("keep-private", List.of("31 days", "The record is kept as long"));
    all.put("effective", List.of("tomorrow", "Give a time in UTC"));
    return all;
  }

  private static List<String> values(String name) {
    return SHEET.clause(name).orElseThrow().values();
  }

  private static List<String> replaced(String name, int at, String value) {
    List<String> all = new ArrayList<>(values(name));
    all.set(at, value);
    return all;
  }

  private static List<String> plus(String name, String value) {
    List<String> all = new ArrayList<>(values(name));
    all.add(value);
    return all;
  }

  private static Terms good(Filled filled) {
    return filled instanceof Filled.Good(Terms terms)
        ? terms
        : org.assertj.core.api.Assertions.fail(filled.toString());
  }

  @Test
  void everyClauseIsTriedHere() {
    List<String> names = SHEET.clauses().stream().map(Clause::name).toList();
    assertThat(OTHER.keySet()).containsExactlyElementsOf(names);
    assertThat(BAD.keySet()).containsExactlyElementsOf(names);
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void aSheetSaysAllThatTermsSay() {
    Terms plain =
        TermsDefaults.first(
            "south",
            List.of(TermsSamples.party("north"), TermsSamples.party("south")),
            List.of("other"),
            List.of(),
            List.of());
    Map<String, List<String>> all =
        SHEET.clauses().stream().collect(Collectors.toMap(Clause::name, Clause::values));
    Terms read = good(Sheet.first(plain).fill(all, NOW_US));
    // What an outline covers is computed; all else is as it was written.
    assertThat(read.draft().zones(TermsSamples.FULL.zones()).area(TermsSamples.FULL.area()).build())
        .isEqualTo(TermsSamples.FULL);
    assertThat(read.zones().getFirst().outline())
        .isEqualTo(TermsSamples.FULL.zones().getFirst().outline());
  }

  @Test
  void nothingFilledInChangesNothing() {
    assertThat(good(SHEET.fill(Map.of(), NOW_US))).isEqualTo(TermsSamples.FULL);
    assertThat(good(SHEET.fill(Map.of("reply-by", values("reply-by")), NOW_US)).encode())
        .isEqualTo(TermsSamples.FULL.encode());
    Terms next = good(Sheet.next(TermsSamples.FULL).fill(Map.of(), NOW_US));
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.previous()).contains(TermsSamples.FULL.hash());
    assertThat(next.effectiveUs()).isEmpty();
  }

  @Test
  void everyClauseIsChangedAlone() {
    OTHER.forEach((name, values) -> {
      Terms changed = good(SHEET.fill(Map.of(name, values), NOW_US));
      assertThat(TermsText.diff(TermsSamples.FULL, changed))
          .as(name)
          .hasSize(name.equals("liars") ? 0 : 1)
          .allMatch(
              each -> each.topic().number().equals(SHEET.clause(name).orElseThrow().number()));
    });
  }

  @Test
  void whatCannotStandIsSaidOfItsClauseAlone() {
    BAD.forEach((name, bad) -> {
      Filled filled = SHEET.fill(Map.of(name, List.of(bad.getFirst())), NOW_US);
      assertThat(filled).as(name).isInstanceOf(Filled.Bad.class);
      Filled.Wrong wrong = ((Filled.Bad) filled).wrong().getFirst();
      assertThat(((Filled.Bad) filled).wrong()).hasSize(1);
      assertThat(wrong.name()).isEqualTo(name);
      assertThat(wrong.number()).isEqualTo(SHEET.clause(name).orElseThrow().number());
      assertThat(wrong.sentence()).as(name).containsIgnoringCase(bad.get(1)).endsWith(".");
    });
  }

  @Test
  void severalMistakesAreSaidAtOnceAndGoodClausesAreNotBlamed() {
    Map<String, List<String>> filled = new LinkedHashMap<>(OTHER);
    for (String name : List.of("reply-by", "points", "languages")) {
      filled.put(name, List.of(BAD.getOrDefault(name, List.of()).getFirst()));
    }
    assertThat(SHEET.fill(filled, NOW_US))
        .isInstanceOfSatisfying(
            Filled.Bad.class,
            bad ->
                assertThat(bad.wrong().stream().map(Filled.Wrong::name))
                    .contains("points", "reply-by", "languages")
                    .doesNotContain("zones", "posts-north", "lines", "separation-vertical"));
  }

  @Test
  void aStepAndItsLimitAreChangedTogether() {
    Map<String, List<String>> both =
        Map.of(
            "planning-time-step", List.of("45 s"),
            "planning-time-limit", List.of("450 s"));
    assertThat(good(SHEET.fill(both, NOW_US)).planning().timeLimitUs()).isEqualTo(450_000_000);
    Map<String, List<String>> three = new LinkedHashMap<>(both);
    three.put("languages", List.of("english"));
    assertThat(SHEET.fill(three, NOW_US))
        .isInstanceOfSatisfying(Filled.Bad.class, bad -> assertThat(bad.wrong()).hasSize(1));
  }

  @Test
  void aZoneKeepsItsCellsAsLongAsItsOutlineStays() {
    String renamed = values("zones").getFirst().replace("The east", "East");
    Terms changed = good(SHEET.fill(Map.of("zones", List.of(renamed)), NOW_US));
    assertThat(changed.zones().getFirst().title()).isEqualTo("East");
    assertThat(changed.zones().getFirst().cells())
        .isEqualTo(TermsSamples.FULL.zones().getFirst().cells());
  }

  @Test
  void aZoneMayHaveMinimaOfItsOwn() {
    String own = values("zones").getFirst() + " = 3 NM = 1000 ft";
    Terms changed = good(SHEET.fill(Map.of("zones", List.of(own)), NOW_US));
    assertThat(changed.zones().getFirst().minima()).isEqualTo(new ZoneMinima(5_556_000, 1_000));
    assertThat(Terms.decode(changed.encode())).isEqualTo(new Decoded.Value<>(changed));
    assertThat(Sheet.next(changed).clause("zones").orElseThrow().values().getFirst())
        .isEqualTo(own);
    assertThat(SHEET.fill(Map.of("zones", List.of(own.replace("3 NM", "0 NM"))), NOW_US))
        .isInstanceOf(Filled.Bad.class);
    assertThat(SHEET.fill(Map.of("zones", List.of(own + " = 1")), NOW_US))
        .isInstanceOf(Filled.Bad.class);
  }

  @Test
  void aClauseThatIsNotOnTheSheetIsNamed() {
    assertThat(SHEET.fill(Map.of("reply-bye", List.of("1 s")), NOW_US))
        .isEqualTo(
            new Filled.Bad(
                List.of(
                    new Filled.Wrong("reply-bye", "", "No clause of the sheet has this name."))));
    assertThat(SHEET.clause("reply-bye")).isEqualTo(Optional.empty());
  }
}
