package hotline.console;

import static hotline.console.Samples.at;
import static hotline.console.Samples.feet;
import static hotline.console.Samples.id;
import static hotline.console.Samples.place;

import hotline.node.api.MatterViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident of the evening before, breaches and numbers: everything those pages can show. */
final class SampleMatters {
  static final Instant FROM = Instant.parse("2026-11-21T21:15:00Z");
  static final Instant TO = Instant.parse("2026-11-21T21:20:00Z");
  private static final String DIGEST =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private SampleMatters() {}

  /** Someone's word, some minutes after the incident; the number makes its id and its entry. */
  static MatterViews.By by(int number, String party) {
    Instant said = TO.plusSeconds(number * 60L);
    return new MatterViews.By(
        id(number), party, party.equals("north"), said, said.plusSeconds(1), number, true, "LIVE");
  }

  static MatterViews.IncidentLine line() {
    return new MatterViews.IncidentLine(
        "I-KQWM",
        by(200, "south"),
        "Close approach near the Alpine zone",
        FROM,
        TO,
        6,
        2,
        1,
        false);
  }

  static MatterViews.Incident incident() {
    return incident("Close approach near the Alpine zone", "Our aircraft held its heading.");
  }

  /** The incident with a title and South's words. */
  static MatterViews.Incident incident(String title, String south) {
    return new MatterViews.Incident(
        "I-KQWM",
        by(200, "south"),
        title,
        FROM,
        TO,
        place(47.35, 8.66, "ZUE", 124, 11),
        feet(18_000, 20_000),
        List.of(
            new MatterViews.Account(
                "north",
                true,
                by(203, "north"),
                "South’s aircraft turned left into our notified area. Nearest 2.1 NM and 900 ft at"
                    + " 21:17:31Z; we warned at 21:16:58Z. We ask for a turn rule near the zone."),
            new MatterViews.Account("south", false, by(200, "south"), south)),
        exhibits(south),
        List.of(
            motion(
                210,
                "FACT",
                "north",
                "Both aircraft were airborne at 21:15Z.",
                "AGREED",
                both(210)),
            motion(
                211,
                "FACT",
                "south",
                "A WARNING reached South’s node at 21:16:58Z.",
                "AGREED",
                both(211))),
        List.of(
            motion(
                212,
                "FACT",
                "south",
                "No lights were seen by either crew.",
                "OPEN",
                List.of(new MatterViews.Signature(by(212, "south"), null, null))),
            vetoed(213, "FACT", south)),
        List.of(finding(south)),
        List.of(
            due(220, "north", "Send the tower’s log", null, true),
            due(221, "south", "Explain the gap in the position log", "Explained in E-3.", false)),
        List.of("N-0412", id(89), id(71)),
        closings(false));
  }

  /** South has nothing left to say; by North's word it is closed, or was reopened. */
  static MatterViews.Closings closings(boolean closed) {
    MatterViews.Closing first =
        new MatterViews.Closing(by(240, "south"), "CLOSE", "All is said.", null);
    return closed
        ? new MatterViews.Closings(
            true,
            List.of("north", "south"),
            List.of(first, new MatterViews.Closing(by(241, "north"), "CLOSED", "", null)))
        : new MatterViews.Closings(false, List.of("south"), List.of(first));
  }

  private static List<MatterViews.Signature> both(int number) {
    return List.of(
        new MatterViews.Signature(by(number, "north"), null, null),
        new MatterViews.Signature(by(number + 1, "south"), null, null));
  }

  private static List<MatterViews.Exhibit> exhibits(String south) {
    List<MatterViews.Exhibit> all = new ArrayList<>();
    all.add(exhibit(230, "south", "EVIDENCE", "Cockpit radio, 4 minutes", "NONE", ""));
    all.add(
        exhibit(
            231,
            "north",
            "EVIDENCE",
            "Radar tracks 21:15–21:20Z",
            "DISPUTES",
            "time base 7 s off"));
    all.add(exhibit(232, "north", "DISCLOSURE", "Volume 0 of N-0412, version 3", "ACCEPTS", ""));
    all.add(
        exhibit(
            233,
            "south",
            "DISCLOSURE",
            "Volume 1 of S-0287, version 1",
            "DISPUTES",
            "not what was committed"));
    all.add(
        exhibit(
            234,
            "north",
            "CLAIM",
            "South’s aircraft turned left at 21:17:02Z",
            "NO_FIRM_INFORMATION",
            ""));
    all.add(exhibit(235, "south", "CLAIM", south, "CANNOT_VERIFY", "no sensor there"));
    return all;
  }

  static MatterViews.Exhibit exhibit(
      int number, String party, String sort, String what, String word, String reason) {
    boolean own = party.equals("north");
    boolean sealed = sort.equals("EVIDENCE");
    boolean disclosed = sort.equals("DISCLOSURE");
    String other = own ? "south" : "north";
    MatterViews.By said = word.equals("NONE") ? null : by(number + 5, other);
    return new MatterViews.Exhibit(
        by(number, party),
        sort,
        what,
        FROM.plusSeconds(number - 230),
        TO,
        sealed ? DIGEST : null,
        sealed ? 48_213_004L : null,
        sealed || disclosed ? FROM.minusSeconds(3_600) : null,
        disclosed ? own ? "HOLDS" : "FALSE" : null,
        disclosed && !own ? "The opened leaf is not under the committed root." : null,
        disclosed && own ? Samples.box(0, 47.2, 8.2, 0.3, feet(18_000, 20_000), FROM, TO) : null,
        number == 234 ? "NARROWED" : "STANDS",
        List.of(new MatterViews.View(other, !own, word, reason, said)),
        !own);
  }

  static MatterViews.Motion motion(
      int number,
      String sort,
      String party,
      String words,
      String state,
      List<MatterViews.Signature> signatures) {
    boolean signed = signatures.stream().anyMatch(one -> one.by().own());
    return new MatterViews.Motion(
        by(number, party),
        sort,
        words,
        state,
        signatures,
        List.of("north", "south"),
        List.of(),
        null,
        null,
        state.equals("OPEN") && !signed);
  }

  static MatterViews.Motion vetoed(int number, String sort, String reason) {
    return new MatterViews.Motion(
        by(number, "north"),
        sort,
        "South’s aircraft left its corridor.",
        "VETOED",
        List.of(new MatterViews.Signature(by(number, "north"), null, "head of delegation")),
        List.of("north", "south"),
        List.of(
            new MatterViews.Veto(
                by(number + 3, "south"), "the word “corridor”", reason, "legal adviser")),
        null,
        null,
        false);
  }

  private static MatterViews.Motion finding(String dissent) {
    return motion(
        215,
        "FINDING",
        "north",
        "The approach was nearer than the agreed minima allow.",
        "AGREED",
        List.of(
            new MatterViews.Signature(by(215, "north"), null, null),
            new MatterViews.Signature(by(218, "south"), dissent, null)));
  }

  static MatterViews.Due due(
      int number, String party, String words, @Nullable String done, boolean overdue) {
    return new MatterViews.Due(
        by(number, "south"),
        party,
        words,
        overdue ? at("12:00:00") : at("20:00:00"),
        done == null ? null : by(number + 6, party),
        done,
        overdue);
  }

  static List<MatterViews.Exhibit> unattached() {
    return List.of(
        exhibit(240, "north", "CLAIM", "A drone will cross the zone tonight", "NONE", ""),
        exhibit(241, "south", "EVIDENCE", "Radio recording of the tower", "NONE", ""));
  }

  static List<MatterViews.Breach> breaches() {
    return List.of(
        breach(242, "south", "Late again."), breach(244, "north", "Minima were broken."));
  }

  /** A claim of this party's, which the other disputes. */
  static MatterViews.Breach breach(int number, String party, String words) {
    boolean own = party.equals("north");
    String other = own ? "south" : "north";
    return new MatterViews.Breach(
        by(number, party),
        other,
        own ? "Notice S-0287, and the minima of 5 NM or 1,000 ft" : "Clause 4: answer within 60 s",
        own ? "S-0287" : null,
        FROM,
        own ? TO : FROM,
        own ? place(47.35, 8.66, "ZUE", 124, 11) : null,
        own ? feet(18_000, 20_000) : null,
        own ? "z-alps" : null,
        words,
        own ? "NARROWED" : "OPEN",
        own
            ? List.of(
                new MatterViews.BreachAnswer(
                    by(number + 1, other), "NEEDS_TIME", TO.plusSeconds(86_400), "we look into it"),
                new MatterViews.BreachAnswer(by(number + 2, other), "DISPUTES", null, words))
            : List.of(),
        own
            ? List.of(
                new MatterViews.FollowUp(
                    by(number + 3, party), "NARROWED", "Only the minutes after 21:17Z."))
            : List.of(),
        !own);
  }

  static MatterViews.Statistics statistics() {
    return new MatterViews.Statistics(
        48,
        List.of(
            new MatterViews.AnswerTimes("north", "QUERY", 14, 1, 21_400L, 58_000L),
            new MatterViews.AnswerTimes("south", "LINE-CHECK", 336, 4, 26_100L, 190_000L),
            new MatterViews.AnswerTimes("south", "STOP", 0, 0, null, null)),
        List.of(
            new MatterViews.WeekCount("2026-W46", "north", 41, 6, 3, 1, 0, 1, 0, 1),
            new MatterViews.WeekCount("2026-W46", "south", 38, 2, 3, 1, 4, 0, 0, 0),
            new MatterViews.WeekCount("2026-W47", "north", 12, 1, 3, 1, 0, 1, 0, 0),
            new MatterViews.WeekCount("2026-W47", "south", 17, 3, 3, 1, 0, 1, 0, 1)),
        List.of(
            new MatterViews.PlaceCount("z-alps", "south", 22, 1),
            new MatterViews.PlaceCount("ZUE", "north", 30, 1)));
  }
}
