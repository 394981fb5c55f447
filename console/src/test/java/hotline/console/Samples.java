package hotline.console;

import hotline.node.api.Crossing;
import hotline.node.api.Requests;
import hotline.node.api.SignedBy;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line between North and South on one afternoon, seen from North: everything a page can show. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-22T14:02:31Z");
  static final String ROOT = "7a31c0de9f20b1e4a5c6d7e8f90112233445566778899aabbccddeeff0011223";
  private static final long DEGREE = 1_000_000_000L;

  private Samples() {}

  static Instant at(String time) {
    return Instant.parse("2026-11-22T" + time + "Z");
  }

  static String id(int number) {
    return String.format("%02x", number & 0xff).repeat(32);
  }

  static String entity(int number) {
    return String.format("%02x", number & 0xff).repeat(16);
  }

  static Views.PartyStatus inForce(String party, boolean own) {
    return new Views.PartyStatus(
        party,
        own,
        "IN_FORCE",
        Instant.parse("2026-11-01T00:00:00Z"),
        Instant.parse("2026-10-31T10:00:00Z"),
        null,
        "",
        id(own ? 1 : 2),
        true,
        own ? NOW : NOW.minusSeconds(3));
  }

  static Views.Band feet(long floor, long ceiling) {
    String text = "FL" + three(floor / 100) + "–FL" + three(ceiling / 100);
    return new Views.Band("STANDARD_PRESSURE", floor, ceiling, text);
  }

  private static String three(long level) {
    return String.format("%03d", level);
  }

  static Views.Place place(double lat, double lng, String from, long bearing, long nauticalMiles) {
    String text = String.format(Locale.ROOT, "%03d° %d.0 NM from %s", bearing, nauticalMiles, from);
    return new Views.Place(
        Math.round(lat * DEGREE),
        Math.round(lng * DEGREE),
        text,
        from,
        bearing * 1_000,
        nauticalMiles * 1_852_000);
  }

  static Views.Delivery delivery(Instant sent, int reached, @Nullable String answer) {
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      times.add(i < reached ? sent.plusSeconds(i < 5 ? i / 2 : i * 8L) : Instant.MIN);
    }
    return new Views.Delivery(
        sent,
        come(times.get(1)),
        come(times.get(2)),
        come(times.get(3)),
        come(times.get(4)),
        come(times.get(5)),
        come(times.get(6)),
        reached > 5 ? "M. Okafor" : null,
        answer);
  }

  private static @Nullable Instant come(Instant time) {
    return time.equals(Instant.MIN) ? null : time;
  }

  static Views.Message message(
      int number, String kind, String from, Instant sent, int reached, @Nullable String text) {
    boolean own = from.equals("north");
    boolean urgent = List.of("STOP", "DISTRESS", "WARNING", "LINE-CHECK").contains(kind);
    String alarm = own || kind.equals("TEXT") ? "NONE" : reached > 5 ? "ACCEPTED" : "UNACCEPTED";
    return new Views.Message(
        id(number),
        kind,
        urgent,
        from,
        own,
        List.of(),
        sent,
        null,
        text,
        "en",
        null,
        null,
        List.of(),
        delivery(sent, reached, null),
        List.of(),
        alarm,
        false,
        urgent ? "BOTH" : "RECORD",
        "LIVE",
        (long) number,
        SignedBy.NODE,
        null);
  }

  static Views.Volume box(
      int item, double lat, double lng, double size, Views.Band band, Instant start, Instant end) {
    List<Long> outline = new ArrayList<>();
    for (double[] corner :
        new double[][] {{0, 0}, {size, size / 4}, {size, size * 1.5}, {size / 5, size * 1.4}}) {
      outline.add(Math.round((lat + corner[0]) * DEGREE));
      outline.add(Math.round((lng + corner[1]) * DEGREE));
    }
    return new Views.Volume(item, outline, null, band, start, end);
  }

  static Views.Notice notice(
      String reference,
      String party,
      String category,
      @Nullable String label,
      Views.Band band,
      String start,
      String end,
      List<Views.Volume> volumes,
      int conflicts) {
    int number = Integer.parseInt(reference.substring(2));
    boolean own = party.equals("north");
    long seconds = at(start).getEpochSecond() - NOW.getEpochSecond();
    return new Views.Notice(
        entity(number),
        reference,
        party,
        own,
        own ? 3 : 1,
        seconds < 0 ? "ACTIVATED" : "ACCEPTED",
        category,
        label,
        band,
        at(start),
        at(end),
        seconds,
        seconds > 0 && seconds < 600,
        List.of(),
        volumes,
        List.of("478c04", "478c0c", "479aac"),
        conflicts,
        List.of(),
        delivery(at("13:40:00"), own && number == 416 ? 2 : 5, null),
        "LIVE");
  }

  static Crossing crossing(String words) {
    return new Crossing("river", "LINE", true, at("14:20:00"), 600, 240, true, words);
  }

  /** The same notice, over an agreed line. */
  static Views.Notice crossing(Views.Notice one) {
    return new Views.Notice(
        one.entity(),
        one.reference(),
        one.party(),
        one.own(),
        one.version(),
        one.state(),
        one.category(),
        one.label(),
        one.band(),
        one.start(),
        one.end(),
        one.startsInSeconds(),
        one.late(),
        one.covered(),
        one.volumes(),
        one.cellTokens(),
        one.conflicts(),
        one.disputes(),
        one.delivery(),
        one.mode(),
        one.release(),
        List.of(crossing("crosses the river: 10 min notice is asked, 4 min given: late")));
  }

  static List<Views.Notice> notices() {
    Views.Band low = feet(18_000, 20_000);
    Views.Band high = feet(19_000, 26_000);
    Views.Band metres = new Views.Band("W84", 0, 900_000, "0–900 m W84");
    return List.of(
        notice(
            "S-0287",
            "south",
            "refuelling",
            null,
            high,
            "13:50:00",
            "14:50:00",
            List.of(box(0, 47.1, 8.6, 0.35, high, at("13:50:00"), at("14:50:00"))),
            1),
        notice(
            "N-0415",
            "north",
            "rescue",
            "REGA 7",
            metres,
            "14:10:00",
            "16:00:00",
            List.of(
                new Views.Volume(
                    0,
                    List.of(46_900_000_000L, 7_900_000_000L),
                    9_260_000L,
                    metres,
                    at("14:10:00"),
                    at("16:00:00"))),
            0),
        notice(
            "N-0412",
            "north",
            "patrol",
            "DLH4YK",
            low,
            "14:20:00",
            "15:10:00",
            List.of(
                box(0, 47.2, 8.2, 0.3, low, at("14:20:00"), at("14:45:00")),
                box(1, 47.25, 8.5, 0.3, low, at("14:45:00"), at("15:10:00"))),
            1),
        notice("S-0288", "south", "survey", null, metres, "15:00:00", "17:00:00", List.of(), 0),
        notice(
            "N-0416",
            "north",
            "transit",
            "SWR61K",
            feet(28_000, 30_000),
            "15:05:00",
            "15:35:00",
            List.of(box(0, 46.8, 8.9, 0.2, low, at("15:05:00"), at("15:35:00"))),
            0));
  }

  static Views.Conflict conflict() {
    return new Views.Conflict(
        "C-31",
        entity(412),
        "N-0412",
        entity(287),
        "S-0287",
        "south",
        "EXACT",
        "OPEN",
        "north",
        at("14:20:00"),
        at("14:50:00"),
        feet(19_000, 20_000),
        place(47.35, 8.66, "ZUE", 124, 11),
        at("14:26:10"),
        3_704_000L,
        700L,
        id(91),
        true);
  }

  static TermsViews.Terms terms(long number, String state, List<String> signedBy, String margin) {
    String hash = id((int) number + 100);
    return new TermsViews.Terms(
        hash,
        number,
        state,
        signedBy,
        List.of(
            "7.1 Separation: 5 NM or 1000 ft",
            "7.2 Buffers: 2.5 NM, 500 ft and 30 s around each path",
            "7.3 Heights of different datums: compared with a margin of " + margin + " ft",
            "11 Zone east: The east, 12 cells (drawn as 0f3a1b2c)",
            "15.1 Reply by: 1 min"),
        List.of(
            new TermsViews.Terms.Zone(
                "z-alps",
                "Alpine zone",
                List.of(
                    46_700_000_000L,
                    8_000_000_000L,
                    46_700_000_000L,
                    9_200_000_000L,
                    47_300_000_000L,
                    9_200_000_000L,
                    47_300_000_000L,
                    8_000_000_000L))),
        List.of(place(47.46, 8.55, "ZUE", 0, 0), place(46.91, 7.50, "BER", 0, 0)),
        List.of("patrol", "rescue", "refuelling", "transit", "survey"),
        List.of("STOP", "DISTRESS", "WARNING", "LINE-CHECK", "QUERY", "TEXT"),
        9_260_000,
        1_000,
        null,
        null,
        null,
        null,
        List.of(
            new TermsViews.Terms.Seats("north", List.of("chair", "scribe")),
            new TermsViews.Terms.Seats("south", List.of("envoy"))),
        List.of(
            new TermsViews.Terms.Line(
                "rhine",
                "The Rhine",
                "LINE",
                List.of(46_600_000_000L, 9_500_000_000L, 47_700_000_000L, 8_900_000_000L),
                0,
                feet(0, 24_500))));
  }

  static Views.Offer offer() {
    return new Views.Offer(
        id(99),
        "south",
        false,
        new Views.Condition(
            "Only rescue flights in the Alpine zone, and patrol nowhere else.",
            List.of(new Views.Condition.Rule("rescue", "z-alps"))),
        "South returns to “in force” for rescue flights.",
        NOW.minusSeconds(200),
        NOW.plusSeconds(13_100),
        "OPEN",
        List.of());
  }

  static List<Views.Entry> entries() {
    List<Views.Entry> all = new ArrayList<>();
    String[] kinds = {
      "BEGIN", "TERMS-PROPOSE", "TERMS-SIGN", "STATUS", "NOTICE", "NOTICE", "CONFLICT", "ANSWER"
    };
    for (int i = 0; i < 48; i++) {
      boolean refused = i == 41;
      String party = i % 2 == 0 ? "north" : "south";
      all.add(
          new Views.Entry(
              i,
              id(i),
              kinds[i % kinds.length],
              party,
              "a",
              "ROUTINE",
              i / 2,
              at("13:00:00").plusSeconds(i * 70L),
              refused ? "REFUSED" : "ACCEPTED",
              refused ? "stale" : "ok",
              refused ? "Another notice came first; check it and try again." : "",
              412,
              i < 46,
              i == 40 ? new SignedBy("Anna \u202e<b>", "ok") : SignedBy.NODE));
    }
    return all;
  }

  /** The notice that a declaration becomes. */
  static Views.Notice declared(Requests.Declare notice) {
    Views.Band band = feet(10_000, 12_000);
    return notice(
        "N-0417",
        "north",
        notice.category(),
        notice.label(),
        band,
        "14:40:00",
        "15:00:00",
        List.of(box(0, 47.0, 8.0, 0.1, band, at("14:40:00"), at("15:00:00"))),
        0);
  }

  static List<Views.Disclosure> disclosures() {
    Instant at = at("13:41:12");
    return List.of(
        new Views.Disclosure(at, "GIVEN", "south", "S-0287, its own notice", 2, 1, id(70)),
        new Views.Disclosure(
            at.plusSeconds(1), "RECEIVED", "south", "N-0412, our notice", 1, 0, id(71)));
  }

  static Views.Watch watch(
      String party, String post, @Nullable String officer, @Nullable Instant since) {
    return new Views.Watch(party, post, officer, since, null, null, List.of());
  }

  static Views.Watch handed(Views.Watch by, String to, List<String> open) {
    return new Views.Watch(by.party(), by.post(), by.officer(), by.since(), to, NOW, open);
  }
}
