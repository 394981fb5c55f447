package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.setup.FirstTerms;
import hotline.line.terms.Terms;
import hotline.node.api.Requests;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The parties agree terms, take the watch, and each states its channel in force. */
final class TermsChapter implements Chapter {
  private static final List<String> ZONES =
      List.of(
          "east=Eastern sector=47.7 N 9.0 E;47.7 N 10.6 E;46.1 N 10.6 E;46.1 N 9.0 E",
          "west=Western sector=47.7 N 5.8 E;47.7 N 9.0 E;46.1 N 9.0 E;46.1 N 5.8 E");
  private static final List<String> POINTS =
      List.of(
          "zurich=Zurich=47.4581 N 8.5481 E",
          "geneva=Geneva=46.2381 N 6.1089 E",
          "samedan=Samedan=46.5341 N 9.8842 E");

  private final Setup setup;

  TermsChapter(Setup setup) {
    this.setup = setup;
  }

  @Override
  public String title() {
    return "Terms: two parties agree, and each says so";
  }

  @Override
  public void play(Stage stage) {
    Commentary commentary = stage.commentary();
    commentary.say("They have met and exchanged party files. Compared by voice:");
    setup
        .fingerprints()
        .forEach((party, print) -> commentary.more(Names.title(party) + "  " + print));
    Terms terms =
        FirstTerms.draft(
            Names.NORTH, setup.parties(), List.of(Names.PATROL, Names.TRANSIT), ZONES, POINTS);
    // A host orders nothing before the others have shown their copies.
    Patience.until(
        "the host begins the record", () -> stage.north().line().line().record().size() > 0);
    stage.north().mustSay("propose terms", line -> line.proposeTerms(terms.encode()));
    String hash = terms.hash().hex();
    commentary.say("North proposes terms " + Plain.shortId(hash) + " (proposing is signing):");
    TermsViews.Terms seen = awaitTerms(stage.south(), hash, "PROPOSED");
    seen.clauses().stream()
        .filter(clause -> !clause.startsWith("6.1 Party "))
        .map(TermsChapter::withoutCells)
        .forEach(commentary::more);
    stage.south().mustSay("sign the terms", line -> line.termsVerb(hash, "sign", ""));
    stage.sides().forEach(side -> awaitTerms(side, hash, "IN_FORCE"));
    commentary.say(Instant.now(), "South signs the same bytes: in force on both sides.", Tone.GOOD);
    for (Side side : stage.sides()) {
      for (String post : List.of(Names.DUTY, Names.SUPERVISOR)) {
        side.mustSay("take the watch", line -> line.takeWatch(post, side.officer()));
      }
      side.mustSay(
          "state its status",
          line -> line.status(new Requests.Status("IN_FORCE", null, null, "Open.")));
      commentary.say(side.title() + " has the watch at both its posts, and says: in force.");
    }
    stage.sides().forEach(TermsChapter::awaitStatuses);
  }

  /** A zone's clause lists its cells after its name; here the name says enough. */
  private static String withoutCells(String clause) {
    int cells = clause.indexOf(" [");
    return cells < 0 ? clause : clause.substring(0, cells);
  }

  private static TermsViews.Terms awaitTerms(Side side, String hash, String state) {
    return Patience.until(
        side.title() + " sees the terms",
        () ->
            side.line().terms().stream()
                .filter(each -> each.hash().equals(hash) && each.state().equals(state))
                .findFirst());
  }

  private static void awaitStatuses(Side side) {
    Patience.until(
        side.title() + " sees both statuses, with their receipt",
        () -> {
          List<Views.PartyStatus> all = side.line().line().parties();
          boolean open =
              all.size() == 2
                  && all.stream()
                      .allMatch(each -> each.state().equals("IN_FORCE") && each.confirmed());
          return open ? Optional.of(all) : Optional.empty();
        });
  }

  @Override
  public void check(Stage stage, Checks checks) {
    TermsViews.Terms north = stage.north().line().terms().getFirst();
    TermsViews.Terms south = stage.south().line().terms().getFirst();
    checks.that(
        north.hash().equals(south.hash())
            && north.state().equals("IN_FORCE")
            && south.state().equals("IN_FORCE")
            && List.copyOf(north.signedBy()).containsAll(List.of(Names.NORTH, Names.SOUTH)),
        "the same terms are in force on both sides, signed by both");
    boolean both = true;
    for (Side side : stage.sides()) {
      for (Views.PartyStatus status : side.line().line().parties()) {
        both &= status.state().equals("IN_FORCE") && status.condition() == null;
      }
    }
    checks.that(both, "each side sees each party's own word: in force, without condition");
  }
}
