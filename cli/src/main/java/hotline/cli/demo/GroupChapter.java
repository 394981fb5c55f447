package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.line.terms.TermsDefaults;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The working group: a proposal is vetoed, a narrower one agreed, the minutes signed by both. */
final class GroupChapter implements Chapter {
  private static final String SEAT = TermsDefaults.SEAT;
  private static final Duration NEXT = Duration.ofDays(7);
  private static final List<String> AGENDA =
      List.of("Flights that no allowed shift clears", "Exchange of tracks");
  private static final String WIDE = "A flight that was answered UNABLE does not fly.";
  private static final String SCOPE = "transit flights";
  private static final String REASON = "We cannot hold back airlines.";
  private static final String NARROW =
      "Before a flight that was answered UNABLE begins, both supervisors speak.";

  private final Quarrel quarrel;
  private String file = "";
  private String wide = "";
  private String narrow = "";
  private String minutes = "";
  private Instant next = Instant.EPOCH;
  private @Nullable Said afterVeto;

  GroupChapter(Quarrel quarrel) {
    this.quarrel = quarrel;
  }

  @Override
  public String title() {
    return "The working group: a veto, and what is agreed";
  }

  @Override
  public void play(Stage stage) {
    open(stage);
    veto(stage);
    narrow(stage);
    sign(stage);
  }

  private void open(Stage stage) {
    MatterRequests.Case request =
        new MatterRequests.Case(
            "After " + quarrel.incident(), AGENDA, List.of(quarrel.incident()), SEAT);
    String id = stage.north().saidId("open a case", line -> line.openCase(request));
    MatterViews.Case seen = stage.south().awaitCase("the case", id, any -> true);
    file = seen.reference();
    stage
        .commentary()
        .say(
            "Apart from the safety line, North's "
                + SEAT
                + " opens case "
                + file
                + " about "
                + quarrel.incident()
                + ":");
    seen.agenda().forEach(each -> stage.commentary().more(each.number() + ". " + each.text()));
  }

  private void veto(Stage stage) {
    wide = propose(stage, WIDE, null);
    stage.commentary().say("North proposes: \"" + WIDE + "\"");
    stage
        .south()
        .mustSay("veto", line -> line.veto(new MatterRequests.Veto(wide, SCOPE, REASON, SEAT)));
    MatterViews.Case seen =
        stage
            .north()
            .awaitCase(
                "South's veto", file, each -> motion(each.differing(), wide, "VETOED").isPresent());
    MatterViews.Veto veto =
        motion(seen.differing(), wide, "VETOED").orElseThrow().vetoes().getFirst();
    stage
        .commentary()
        .say(
            Instant.now(),
            "South vetoes it, for " + veto.scope() + ": \"" + veto.reason() + "\"",
            Tone.CARE);
    afterVeto = stage.south().line().agree(new MatterRequests.Agree(wide, null, SEAT));
  }

  private void narrow(Stage stage) {
    narrow = propose(stage, NARROW, wide);
    stage.commentary().say("North narrows it: \"" + NARROW + "\"");
    stage
        .south()
        .mustSay("agree", line -> line.agree(new MatterRequests.Agree(narrow, null, SEAT)));
    MatterViews.Case seen =
        stage
            .north()
            .awaitCase(
                "South's signature",
                file,
                each -> motion(each.agreed(), narrow, "AGREED").isPresent());
    stage.commentary().say(Instant.now(), "South agrees. Both stay visible:", Tone.GOOD);
    stage
        .commentary()
        .table(
            SideBySide.of(
                "agreed",
                seen.agreed().stream().map(GroupChapter::told).toList(),
                "not agreed",
                seen.differing().stream().map(GroupChapter::told).toList()));
  }

  private static String told(MatterViews.Motion motion) {
    String words = motion.words();
    if (!motion.vetoes().isEmpty()) {
      MatterViews.Veto veto = motion.vetoes().getFirst();
      return words
          + " [vetoed by "
          + Names.title(veto.by().party())
          + ", "
          + veto.scope()
          + ": "
          + veto.reason()
          + "]";
    }
    return words
        + " [signed by "
        + Plain.list(AccountsChapter.signers(motion).stream().map(Names::title).toList())
        + "]";
  }

  /** North proposes something; South sees it. */
  private String propose(Stage stage, String words, @Nullable String narrows) {
    MatterRequests.Proposal request = new MatterRequests.Proposal(file, words, narrows, null, SEAT);
    String id = stage.north().saidId("propose", line -> line.propose(request));
    stage
        .south()
        .awaitCase("the proposal", file, each -> motion(each.differing(), id, "OPEN").isPresent());
    return id;
  }

  private void sign(Stage stage) {
    next = Instant.now().plus(NEXT).truncatedTo(ChronoUnit.HOURS);
    MatterRequests.Minutes request =
        new MatterRequests.Minutes(
            file, "Item 1: agreed as narrowed. Item 2: next time.", next.toString(), SEAT);
    minutes = stage.south().saidId("write minutes", line -> line.minutes(request));
    stage
        .north()
        .awaitCase(
            "the minutes", file, each -> motion(each.minutes(), minutes, "OPEN").isPresent());
    stage
        .north()
        .mustSay(
            "sign the minutes", line -> line.agree(new MatterRequests.Agree(minutes, null, SEAT)));
    MatterViews.Case seen =
        stage
            .south()
            .awaitCase(
                "North's signature",
                file,
                each -> motion(each.minutes(), minutes, "AGREED").isPresent());
    stage
        .commentary()
        .say(
            "South writes the minutes, North signs them: \""
                + seen.minutes().getFirst().words()
                + "\"");
    stage.commentary().more("They meet again: " + Plain.time(seen.next(), Instant.now()) + ".");
  }

  private static Optional<MatterViews.Motion> motion(
      List<MatterViews.Motion> motions, String id, String state) {
    return motions.stream()
        .filter(each -> each.by().id().equals(id) && each.state().equals(state))
        .findFirst();
  }

  @Override
  public void check(Stage stage, Checks checks) {
    boolean vetoed = true;
    boolean agreed = true;
    boolean signed = true;
    for (Side side : stage.sides()) {
      MatterViews.Case seen = side.line().caseOf(file).orElseThrow();
      vetoed &=
          motion(seen.differing(), wide, "VETOED")
              .filter(each -> each.words().equals(WIDE))
              .flatMap(each -> each.vetoes().stream().findFirst())
              .filter(each ->
                  each.by().party().equals(Names.SOUTH)
                      && each.scope().equals(SCOPE)
                      && each.reason().equals(REASON))
              .isPresent();
      agreed &=
          seen.agreed().size() == 1
              && motion(seen.agreed(), narrow, "AGREED")
                  .filter(each -> wide.equals(each.narrows()) && bySigned(each))
                  .isPresent();
      signed &=
          motion(seen.minutes(), minutes, "AGREED").filter(GroupChapter::bySigned).isPresent()
              && next.equals(seen.next());
    }
    checks.that(
        vetoed && afterVeto != null && afterVeto.code().equals("item-ended"),
        "the veto stands on both sides with its scope and reason, and ended the proposal");
    checks.that(agreed, "only the narrower one is agreed, on both sides, signed by both");
    checks.that(signed, "the minutes are signed by both, and both have the same next date");
  }

  private static boolean bySigned(MatterViews.Motion motion) {
    return AccountsChapter.signers(motion).equals(List.of(Names.NORTH, Names.SOUTH));
  }
}
