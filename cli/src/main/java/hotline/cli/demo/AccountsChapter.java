package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** South tells the incident otherwise; what both sides sign, and what one signs with dissent. */
final class AccountsChapter implements Chapter {
  private static final String NOT_HEARD = "South's crew did not answer our call by radio.";
  private static final String OTHERWISE = "Our flight kept to its notice. Nobody was in danger.";
  private static final String DISPUTED = "From one receiver of North's; nobody else saw it.";
  private static final String FOUND =
      "No allowed shift cleared the flight that had to move: the terms allow too little.";
  private static final String DISSENT = "They allow enough. Such a flight can wait.";

  private final Quarrel quarrel;
  private String claim = "";
  private List<String> facts = List.of();
  private String finding = "";
  private @Nullable Said forNorth;

  AccountsChapter(Quarrel quarrel) {
    this.quarrel = quarrel;
  }

  @Override
  public String title() {
    return "Two accounts of it, side by side, and what both sign";
  }

  @Override
  public void play(Stage stage) {
    answer(stage);
    show(stage);
    signFacts(stage);
    signFinding(stage);
  }

  /** South gives its own version, and says what it holds of each thing that North brought. */
  private void answer(Stage stage) {
    NearPass pass = quarrel.pass();
    MatterRequests.Claim request =
        new MatterRequests.Claim(
            quarrel.incident(),
            NOT_HEARD,
            pass.from().toString(),
            pass.until().toString(),
            null,
            null);
    claim = stage.north().saidId("claim something", line -> line.claim(request));
    Side south = stage.south();
    quarrel.awaitExhibit(south, claim);
    south.mustSay("give its account", line -> line.account(quarrel.incident(), OTHERWISE));
    assess(south, quarrel.volume(), "ACCEPTS", null);
    assess(south, quarrel.track(), "DISPUTES", DISPUTED);
    assess(south, claim, "NO_FIRM_INFORMATION", null);
  }

  private static void assess(Side side, String item, String word, @Nullable String reason) {
    side.mustSay(
        "assess what was brought",
        line -> line.assess(new MatterRequests.Assess(item, word, reason)));
  }

  private void show(Stage stage) {
    MatterViews.Incident seen =
        stage
            .north()
            .awaitIncident(
                "South's answers",
                quarrel.incident(),
                each -> !view(each, claim).word().equals("NONE"));
    Commentary commentary = stage.commentary();
    commentary.say("South gives its own account. North's officer sees, side by side:");
    commentary.table(
        SideBySide.of(
            "North says",
            List.of(Quarrel.account(seen, Names.NORTH)),
            "South says",
            List.of(Quarrel.account(seen, Names.SOUTH))));
    commentary.say("What South holds of each thing that North brought:");
    Table table = new Table("entry", "North brought", "South says");
    for (String id : List.of(quarrel.volume(), quarrel.track(), claim)) {
      MatterViews.Exhibit each = Quarrel.exhibit(seen, id);
      MatterViews.View view = view(seen, id);
      table.row(
          Long.toString(each.by().index()),
          each.what(),
          Plain.words(view.word()) + (view.reason().isEmpty() ? "" : ": " + view.reason()));
    }
    commentary.table(table);
  }

  /** What South holds of something that North brought. */
  private static MatterViews.View view(MatterViews.Incident incident, String id) {
    return Quarrel.exhibit(incident, id).views().getFirst();
  }

  /** Two facts, each put by one side and signed by the other. */
  private void signFacts(Stage stage) {
    NearPass pass = quarrel.pass();
    String call = Objects.requireNonNull(pass.conflict().messageId());
    Views.Message named = stage.south().message(call).orElseThrow();
    String declared =
        put(
            stage.north(),
            "North had declared its flight as "
                + pass.northReference()
                + ", South its own as "
                + pass.southReference()
                + ".");
    String answered =
        put(
            stage.south(),
            Names.title(named.from())
                + " named "
                + pass.conflict().reference()
                + " at "
                + Plain.time(named.signed())
                + "; "
                + Names.title(pass.conflict().toMove())
                + " answered UNABLE.");
    facts = List.of(declared, answered);
    sign(stage.south(), declared, null);
    sign(stage.north(), answered, null);
    MatterViews.Incident seen =
        stage
            .north()
            .awaitIncident(
                "the agreed facts",
                quarrel.incident(),
                each -> each.agreed().size() == facts.size());
    stage.commentary().say(Instant.now(), "Two facts are agreed, each signed by both:", Tone.GOOD);
    seen.agreed().forEach(each -> stage.commentary().more(each.words()));
  }

  private String put(Side side, String words) {
    MatterRequests.Wording request =
        new MatterRequests.Wording(quarrel.incident(), words, List.of());
    return side.saidId("put a fact", line -> line.fact(request));
  }

  private void signFinding(Stage stage) {
    MatterRequests.Wording request =
        new MatterRequests.Wording(quarrel.incident(), FOUND, List.of());
    finding = stage.north().saidId("word a finding", line -> line.finding(request));
    sign(stage.south(), finding, DISSENT);
    MatterViews.Incident seen =
        stage
            .north()
            .awaitIncident(
                "South's dissent",
                quarrel.incident(),
                each -> each.findings().stream().anyMatch(one -> one.signatures().size() == 2));
    MatterViews.Motion found = seen.findings().getFirst();
    stage.commentary().say("North finds: \"" + found.words() + "\"");
    stage
        .commentary()
        .more("South signs with dissent: \"" + found.signatures().getLast().dissent() + "\"");
    // Nobody takes back what is not theirs.
    forNorth = stage.south().line().retract(finding, "Not so.");
  }

  /** Signs what the other side has put, as soon as it is there. */
  private void sign(Side side, String item, @Nullable String dissent) {
    side.awaitIncident(
        "what is to be signed",
        quarrel.incident(),
        each -> motions(each).stream().anyMatch(one -> one.by().id().equals(item)));
    side.mustSay("sign", line -> line.agree(new MatterRequests.Agree(item, dissent, null)));
  }

  private static List<MatterViews.Motion> motions(MatterViews.Incident incident) {
    List<MatterViews.Motion> all = new ArrayList<>(incident.agreed());
    all.addAll(incident.differing());
    all.addAll(incident.findings());
    return all;
  }

  @Override
  public void check(Stage stage, Checks checks) {
    boolean accounts = true;
    boolean views = true;
    boolean agreed = true;
    for (Side side : stage.sides()) {
      MatterViews.Incident seen = quarrel.at(side);
      String north = Quarrel.account(seen, Names.NORTH);
      accounts &=
          north.contains(quarrel.pass().apart())
              && Quarrel.account(seen, Names.SOUTH).equals(OTHERWISE);
      views &=
          held(seen, quarrel.volume(), "ACCEPTS", "")
              && held(seen, quarrel.track(), "DISPUTES", DISPUTED)
              && held(seen, claim, "NO_FIRM_INFORMATION", "");
      agreed &=
          seen.agreed().stream().map(each -> each.by().id()).toList().equals(facts)
              && seen.agreed().stream().allMatch(each -> signers(each).equals(BOTH))
              && seen.differing().isEmpty();
    }
    checks.that(accounts, "both nodes show both accounts, each as its party gave it");
    checks.that(views, "both nodes show what South accepts, disputes and does not know");
    checks.that(agreed, "two facts are agreed on both sides, each signed by both, and no other");
    checks.that(
        stage.sides().stream().allMatch(side -> dissents(quarrel.at(side)))
            && forNorth != null
            && forNorth.code().equals("not-yours"),
        "the finding stands with South's dissent on both sides; South cannot take it back");
  }

  private static final List<String> BOTH = List.of(Names.NORTH, Names.SOUTH);

  static List<String> signers(MatterViews.Motion motion) {
    return motion.signatures().stream().map(each -> each.by().party()).sorted().toList();
  }

  private static boolean held(
      MatterViews.Incident incident, String id, String word, String reason) {
    MatterViews.View view = view(incident, id);
    return view.party().equals(Names.SOUTH)
        && view.word().equals(word)
        && view.reason().equals(reason);
  }

  private boolean dissents(MatterViews.Incident incident) {
    Optional<MatterViews.Motion> found =
        incident.findings().stream().filter(each -> each.by().id().equals(finding)).findFirst();
    return found.isPresent()
        && found.get().words().equals(FOUND)
        && found.get().signatures().stream()
            .anyMatch(
                each -> each.by().party().equals(Names.SOUTH) && DISSENT.equals(each.dissent()));
  }
}
