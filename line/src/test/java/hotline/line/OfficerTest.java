package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.body.WatchBody;
import hotline.line.key.OfficerWord;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Officer;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.testkit.Chance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Officers' signatures inside a node's statements: by whom, once, and from which entry to which.
 */
class OfficerTest {
  private static final Body TAKE = new WatchBody.Take("duty", "Anna");
  private static final Body STOP = MessageBody.Message.bare(Kind.STOP);

  private final TestLine line = TestLine.of(true, "north", "south");

  @Test
  void whatAnEnrolledOfficerSignsCountsAndNamesThePerson() {
    enrol("north", "Anna", "anna");
    Outcome said = say("north", TAKE, "anna", 1);
    assertThat(said.code()).isEqualTo("ok");
    assertThat(signer(said)).isEqualTo("Anna");
    assertThat(signer(line.say("north", TAKE))).as("its node alone").isEqualTo("nobody");
    assertThat(signer(say("north", STOP, "anna", 2))).isEqualTo("Anna");
  }

  @Test
  void aKeyThatThePartyHasNotEnrolledIsRefused() {
    assertThat(say("north", TAKE, "anna", 1).code()).isEqualTo("officer-unknown");
    enrol("south", "Anna", "anna");
    assertThat(say("north", TAKE, "anna", 2).code())
        .as("an officer of another party")
        .isEqualTo("officer-unknown");
    assertThat(say("south", TAKE, "anna", 3).code()).isEqualTo("ok");
    assertThat(line.say("north", TAKE).code()).as("the chain goes on").isEqualTo("ok");
  }

  @Test
  void afterItsRevocationNothingCountsAndWhatWasSaidBeforeStands() {
    enrol("north", "Anna", "anna");
    Outcome before = say("north", TAKE, "anna", 1);
    Outcome revoked =
        line.say(line.root("north"), new KeyBody.Revoke(TestLine.key("anna"), "lost telephone"));
    assertThat(revoked.code()).isEqualTo("ok");
    Outcome after = say("north", TAKE, "anna", 2);
    assertThat(after.code()).isEqualTo("officer-revoked");
    assertThat(after.sentence()).contains("entry " + revoked.index()).contains("Anna");
    assertThat(signer(before)).isEqualTo("Anna");
    assertThat(signer(after)).isEqualTo("officer-revoked");
    assertThat(line.say(line.root("north"), enrolment("Anna", "anna")).code())
        .isEqualTo("key-spent");

    RecordCheck check = new RecordCheck(line.line(), line::rootAt);
    line.entries.forEach(entry -> assertThat(check.next(entry)).isEmpty());
  }

  @Test
  void theSignatureIsOverThisContentAndOfNow() {
    enrol("north", "Anna", "anna");
    Voice.Draft other = line.draft(line.voice("north"), TAKE).by(Keyring.key("anna"), 1);
    other.content = new WatchBody.Take("duty", "Mallory").content();
    assertThat(line.say(line.voice("north"), other).code()).isEqualTo("officer-signature");

    for (long agoUs : new long[] {-1, 600_000_001}) {
      Voice.Draft draft = line.draft(line.voice("north"), TAKE);
      draft.by(Keyring.key("anna"), 2 + agoUs, draft.timeUs - agoUs);
      assertThat(line.say(line.voice("north"), draft).code()).isEqualTo("officer-stale");
    }
    Voice.Draft draft = line.draft(line.voice("north"), TAKE);
    draft.by(Keyring.key("anna"), 9, draft.timeUs - 600_000_000);
    assertThat(line.say(line.voice("north"), draft).code()).isEqualTo("ok");
  }

  @Test
  void aSignatureIsUsedOnceAlsoWhenWhatItWasInWasRefused() {
    enrol("north", "Anna", "anna");
    Officer once = once(line.draft(line.voice("north"), TAKE).timeUs);
    assertThat(carrying(once).code()).isEqualTo("ok");
    assertThat(carrying(once).code()).isEqualTo("officer-replayed");

    // Refused by a rule: there is no such post.
    Body nowhere = new WatchBody.Take("nowhere", "Anna");
    Voice.Draft draft = line.draft(line.voice("north"), nowhere).by(Keyring.key("anna"), 7);
    assertThat(line.say(line.voice("north"), draft).code()).isEqualTo("post-unknown");
    Voice.Draft again = line.draft(line.voice("north"), nowhere);
    again.officer = draft.officer;
    assertThat(line.say(line.voice("north"), again).code()).isEqualTo("officer-replayed");
  }

  @Test
  void whatWasForgottenIsRefusedUnseen() {
    enrol("north", "Anna", "anna");
    long firstUs = line.nowUs + 1;
    Officer first = once(firstUs);
    assertThat(carrying(first).code()).isEqualTo("ok");
    for (int i = 0; i < 257; i++) {
      Voice.Draft draft = line.draft(line.voice("north"), TAKE);
      assertThat(
              line.say(line.voice("north"), draft.by(Keyring.key("anna"), 100 + i, firstUs + i + 1))
                  .code())
          .isEqualTo("ok");
    }
    assertThat(carrying(first).code()).isEqualTo("officer-replayed");
  }

  @Test
  void anAlarmIsNeverRefusedForItsOfficer() {
    Outcome unknown = say("north", STOP, "anna", 1);
    enrol("north", "Anna", "anna");
    Outcome revoked = line.say(line.root("north"), new KeyBody.Revoke(TestLine.key("anna"), ""));
    assertThat(revoked.code()).isEqualTo("ok");
    Outcome late = say("north", STOP, "anna", 2);
    assertThat(unknown.code()).isEqualTo("ok");
    assertThat(signer(unknown)).isEqualTo("officer-unknown");
    assertThat(late.code()).isEqualTo("ok");
    assertThat(signer(late)).isEqualTo("officer-revoked");
    assertThat(line.state.messages().all()).hasSize(2);
  }

  @Test
  void onlyTheRootKeyEnrolsAndAKeyHasOnePurpose() {
    assertThat(line.say("north", enrolment("Anna", "anna")).code()).isEqualTo("keys-by-root");
    assertThat(line.say(line.root("north"), enrolment("Anna", "north/one")).code())
        .isEqualTo("key-known");
    enrol("north", "Anna", "anna");
    assertThat(line.say(line.root("north"), new KeyBody.Enrol("one", TestLine.key("anna"))).code())
        .isEqualTo("key-known");
    Voice.Draft asNode = line.draft(line.voice("north"), TAKE);
    asNode.with = Keyring.key("anna");
    assertThat(line.say(line.voice("north"), asNode).code())
        .as("an officer's key signs nothing as a node")
        .isEqualTo("unknown-key");
  }

  /** Over random histories: the verdict is that of two sets and the uses kept beside the fold. */
  @Test
  void anOfficerSaysWhatItsPartysRootKeyLetsIt() {
    Seeds.some(8)
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          TestLine random = TestLine.of(true, "north", "south");
          Map<String, Set<String>> sets = new HashMap<>();
          for (int i = 0; i < 60; i++) {
            String party = chance.pick(List.of("north", "south"));
            String name = chance.pick(List.of("a", "b", "c"));
            Set<String> known = sets.computeIfAbsent(party, _ -> new HashSet<>());
            Set<String> gone = sets.computeIfAbsent("gone " + party, _ -> new HashSet<>());
            Set<String> used = sets.computeIfAbsent("used " + party, _ -> new HashSet<>());
            String where = "seed %d, step %d".formatted(seed, i);
            switch ((int) chance.between(0, 3)) {
              case 0 -> {
                String code = random.say(random.root(party), enrolment(name, name)).code();
                assertThat(code)
                    .as(where)
                    .isEqualTo(
                        gone.contains(name) ? "key-spent" : known.add(name) ? "ok" : "key-known");
              }
              case 1 -> {
                Body revoke = new KeyBody.Revoke(TestLine.key(name), "");
                assertThat(random.say(random.root(party), revoke).code())
                    .as(where)
                    .isEqualTo(gone.add(name) ? "ok" : "key-spent");
              }
              default -> {
                long nonce = chance.between(0, 5);
                Voice.Draft draft = random.draft(random.voice(party), TAKE);
                draft.by(Keyring.key(name), nonce);
                String expected =
                    !known.contains(name)
                        ? "officer-unknown"
                        : gone.contains(name)
                            ? "officer-revoked"
                            : used.add(name + nonce) ? "ok" : "officer-replayed";
                assertThat(random.say(random.voice(party), draft).code())
                    .as(where)
                    .isEqualTo(expected);
              }
            }
          }
          RecordCheck check = new RecordCheck(random.line(), random::rootAt);
          for (int i = 0; i < random.entries.size(); i++) {
            assertThat(check.next(random.entries.get(i), random.outcomes.get(i).bytes())).isEmpty();
          }
        });
  }

  private Officer once(long timeUs) {
    Officer.Act act = new Officer.Act(TAKE.kind().code(), Mode.LIVE, TAKE.content());
    return Officer.sign(Keyring.key("anna"), line.line(), new byte[16], timeUs, act);
  }

  private Outcome carrying(Officer officer) {
    Voice.Draft draft = line.draft(line.voice("north"), TAKE);
    draft.officer = officer;
    return line.say(line.voice("north"), draft);
  }

  private static KeyBody.EnrolOfficer enrolment(String officer, String key) {
    return new KeyBody.EnrolOfficer(officer, TestLine.key(key));
  }

  private void enrol(String party, String officer, String key) {
    Outcome said = line.say(line.root(party), enrolment(officer, key));
    assertThat(said.code()).isEqualTo("ok");
  }

  private Outcome say(String party, Body body, String officer, long nonce) {
    Voice voice = line.voice(party);
    return line.say(voice, line.draft(voice, body).by(Keyring.key(officer), nonce));
  }

  /** Who signed an entry, asked now. */
  private String signer(Outcome outcome) {
    Statement statement = (Statement) Statements.parse(line.entries.get((int) outcome.index()));
    assertThat(statement.header().chain().lane()).isIn(Lane.URGENT, Lane.ROUTINE);
    return switch (line.state.keys().officer(new Spoken(outcome.index(), statement))) {
      case OfficerWord.None _ -> "nobody";
      case OfficerWord.Signed signed -> Objects.requireNonNull(signed.by().officer());
      case OfficerWord.Bad bad -> bad.why().refusal().code();
    };
  }
}
