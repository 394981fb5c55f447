package hotline.console;

import static hotline.console.Samples.at;
import static hotline.console.Samples.id;

import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel that is suspended in part, contradicted, restored, and terms that came to nothing. */
final class SampleChannel {
  private SampleChannel() {}

  static TermsViews.ChannelWord word(
      int number, String party, Views.Scope scope, String state, boolean counts, String words) {
    return new TermsViews.ChannelWord(
        party,
        party.equals("north"),
        scope,
        state,
        counts ? at("13:50:00") : at("18:00:00"),
        at("13:48:30"),
        state.equals("SUSPENDED")
            ? new Views.Condition(
                words,
                List.of(
                    new Views.Condition.Rule("rescue", null),
                    new Views.Condition.Rule("transit", null, "22:00-06:00", "FL280", "FL400")))
            : null,
        words,
        id(number),
        true,
        counts,
        List.of());
  }

  /** South has suspended patrols in the Alpine zone, and will be back in the evening. */
  static List<TermsViews.ChannelWord> words(String said) {
    Views.Scope patrols = new Views.Scope("z-alps", "patrol");
    return List.of(
        word(180, "south", patrols, "SUSPENDED", true, said),
        word(181, "south", patrols, "IN_FORCE", false, "Back in the evening."));
  }

  static TermsViews.Contradiction contradiction(String said) {
    Views.Scope zone = new Views.Scope("z-alps", null);
    return new TermsViews.Contradiction(
        "south",
        word(182, "south", zone, "IN_FORCE", true, "All flights are welcome."),
        word(183, "south", zone, "SUSPENDED", true, said),
        at("13:50:00"),
        null);
  }

  static TermsViews.Reconciliation reconciliation() {
    return new TermsViews.Reconciliation("south", 38, 46L, Samples.entries().subList(38, 45), 3);
  }

  /** South's offer for a part of the line, which answers one of North's. */
  static Views.Offer counterOffer(String words) {
    return new Views.Offer(
        id(97),
        "south",
        false,
        null,
        words,
        at("14:01:00"),
        at("18:00:00"),
        "OPEN",
        List.of(new Views.Answer("north", "STANDBY", "we read it", at("14:02:00"))),
        new Views.Scope("z-alps", null),
        id(99));
  }

  static TermsViews.Terms terms(
      long number, String state, List<String> signedBy, String margin, TermsViews.Terms.End end) {
    return terms(Samples.terms(number, state, signedBy, margin), end);
  }

  /** Terms proposed by South, with their times. */
  static TermsViews.Terms terms(TermsViews.Terms one, TermsViews.Terms.@Nullable End end) {
    return new TermsViews.Terms(
        one.hash(),
        one.number(),
        one.state(),
        one.signedBy(),
        one.clauses(),
        one.zones(),
        one.points(),
        one.categories(),
        one.survives(),
        one.minimumHorizontalMm(),
        one.minimumVerticalFeet(),
        "south",
        Instant.parse("2026-12-01T00:00:00Z"),
        Instant.parse("2026-11-28T00:00:00Z"),
        end,
        one.seats(),
        one.lines());
  }

  static TermsViews.Terms vetoed(String reason) {
    return terms(
        9,
        "REFUSED",
        List.of("south"),
        "1,000",
        new TermsViews.Terms.End("north", "the height margin", reason, at("12:40:00")));
  }

  /** What terms change, clause by clause. */
  static TermsViews.TermsDiff diff(TermsViews.Terms before, TermsViews.Terms after) {
    List<TermsViews.ClauseChange> changes = new ArrayList<>();
    for (int i = 0; i < after.clauses().size(); i++) {
      String old = before.clauses().get(i);
      if (!old.equals(after.clauses().get(i))) {
        changes.add(
            new TermsViews.ClauseChange(
                "7.3", "Heights of different datums", text(old), text(after.clauses().get(i))));
      }
    }
    changes.add(
        new TermsViews.ClauseChange(
            "20", "Languages", null, "en, ru; these terms are in the first"));
    return new TermsViews.TermsDiff(after.hash(), before.hash(), changes);
  }

  /** One notice outside, by South's word, and one that is inside again. */
  static TermsViews.Outside outside(String why) {
    return new TermsViews.Outside(
        at("13:00:00"), List.of(outside("N-2A3B4", why)), 3, List.of(outside("N-9Z8Y7", "all")));
  }

  private static TermsViews.OutsideNotice outside(String reference, String why) {
    return new TermsViews.OutsideNotice(
        "0a0b",
        reference,
        "north",
        true,
        2,
        "ACTIVATED",
        at("12:30:00"),
        at("14:30:00"),
        true,
        List.of(new TermsViews.OutsideReason("south", false, Samples.id(90), at("13:00:00"), why)));
  }

  private static String text(String clause) {
    return clause.substring(clause.indexOf(": ") + 2);
  }
}
