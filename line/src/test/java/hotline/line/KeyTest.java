package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.body.WatchBody;
import hotline.line.key.KeyFold;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that a party enrols and revokes alone, each from its entry on. */
class KeyTest {
  private final TestLine line = TestLine.of(true, "north", "south");

  @Test
  void aRevokedKeyIsVoidFromItsEntryOnAndWhatItSaidBeforeStands() {
    Outcome before = line.accepted("north", new WatchBody.Take("duty", "Anna"));
    Outcome revoked = revoke("north", "north/one");
    assertThat(revoked.verdict()).isEqualTo(Verdict.ACCEPTED);

    Outcome after = line.say("north", new WatchBody.Take("duty", "Mallory"));
    assertThat(after.verdict()).isEqualTo(Verdict.VOID);
    assertThat(after.code()).isEqualTo("key-revoked");
    assertThat(after.sentence()).contains("entry " + revoked.index());
    assertThat(line.say("north", MessageBody.Message.bare(Kind.STOP)).code())
        .as("in the urgent lane, too")
        .isEqualTo("key-revoked");

    RecordCheck check = new RecordCheck(line.line(), line::rootAt);
    line.entries
        .subList(0, (int) after.index())
        .forEach(entry -> assertThat(check.next(entry)).isEmpty());
    assertThat(check.next(line.entries.get((int) after.index())).orElseThrow())
        .returns(after.index(), RecordCheck.Fault::index)
        .returns("key-revoked", RecordCheck.Fault::code);
    assertThat(line.state.watches().at("north", "duty").orElseThrow().index())
        .isEqualTo(before.index());
  }

  @Test
  void anotherKeyIsEnrolledBesideTheOneBeforeAndOutlivesIt() {
    assertThat(with("north/next", "north", take()).code()).isEqualTo("unknown-key");
    enrol("north", "north/next");
    assertThat(with("north/next", "north", take()).code()).isEqualTo("ok");
    assertThat(with("north/one", "north", take()).code()).as("a rotation in peace").isEqualTo("ok");
    revoke("north", "north/one");
    assertThat(with("north/one", "north", take()).code()).isEqualTo("key-revoked");
    assertThat(with("north/next", "north", take()).code()).isEqualTo("ok");
    assertThat(with("north/next", "south", take()).code())
        .as("a key speaks for its own party")
        .isEqualTo("unknown-key");
  }

  @Test
  void onlyTheRootKeyOfThePartyDoesIt() {
    Body enrol = new KeyBody.Enrol("one", TestLine.key("mallory"));
    Body revoke = new KeyBody.Revoke(TestLine.key("south/one"), "");
    assertThat(line.say("south", enrol).code()).isEqualTo("keys-by-root");
    assertThat(line.say("south", revoke).code()).isEqualTo("keys-by-root");
    Voice.Draft forged = line.draft(line.root("south"), revoke);
    forged.with = Keyring.key("north/root");
    assertThat(line.say(line.root("south"), forged).code()).isEqualTo("unknown-key");

    assertThat(line.say(line.root("north"), revoke).code())
        .as("North may revoke it for itself, which is nothing to South")
        .isEqualTo("ok");
    assertThat(line.say("south", take()).code()).isEqualTo("ok");
    line.say(line.root("north"), new KeyBody.Enrol("one", TestLine.key("south/next")));
    assertThat(enrol("south", "south/next").code())
        .as("nobody can take a key before its party does")
        .isEqualTo("ok");
  }

  @Test
  void whatARootKeyMayNotDoWithKeys() {
    assertThat(revoke("north", "north/root").code()).isEqualTo("key-by-terms");
    assertThat(revoke("north", "north/log").code()).isEqualTo("key-by-terms");
    assertThat(revoke("north", "north/outcomes").code()).isEqualTo("key-by-terms");
    assertThat(revoke("north", "north/cosigner").code()).isEqualTo("ok");
    assertThat(enrol("north", "north/one").code()).isEqualTo("key-known");
    assertThat(enrol("north", "north/log").code()).isEqualTo("key-known");
    Voice root = line.root("north");
    assertThat(line.say(root, new KeyBody.Enrol("two", TestLine.key("north/two"))).code())
        .isEqualTo("node-unknown");
    Body enrol = new KeyBody.Enrol("one", TestLine.key("north/next"));
    assertThat(line.say(root, line.draft(root, enrol).mode(Mode.EXERCISE)).code())
        .isEqualTo("wrong-mode");
    assertThat(line.say(root, line.draft(root, enrol).in(Lane.ROUTINE)).code())
        .isEqualTo("wrong-lane");
    assertThat(line.say(root, take()).code()).isEqualTo("root-only-terms");
  }

  /** In the urgent lane gaps are not asked about, so the two may come in any order. */
  @Test
  void aRevocationThatComesBeforeItsEnrolmentCountsAllTheSame() {
    revoke("north", "north/next");
    assertThat(enrol("north", "north/next").code()).isEqualTo("key-spent");
    assertThat(revoke("north", "north/next").code()).isEqualTo("key-spent");
    assertThat(with("north/next", "north", take()).code()).isEqualTo("key-revoked");
  }

  @Test
  void noTermsBringARevokedKeyBack() {
    revoke("north", "north/one");
    line.agree(line.terms().next().build());
    assertThat(line.say("north", take()).code()).isEqualTo("key-revoked");
    enrol("north", "north/next");
    line.agree(line.terms().next().build());
    assertThat(with("north/next", "north", take()).code())
        .as("and none take an enrolled key away")
        .isEqualTo("ok");
    line.agree(withNode(line.terms(), "two"));
    assertThat(with("north/next", "north", take()).code())
        .as("but for the node that has it")
        .isEqualTo("unknown-key");
  }

  @Test
  void aPartyRunsOutOfRoomForItselfAlone() {
    TestLine cheap = TestLine.ofTwo();
    Voice root = cheap.root("north");
    for (int i = 0; i < KeyFold.KEYS_MAX; i++) {
      cheap.accepted(root, new KeyBody.Revoke(TestLine.key("north/key" + i), ""));
      cheap.accepted(root, new KeyBody.Enrol("one", TestLine.key("north/more" + i)));
    }
    assertThat(cheap.say(root, new KeyBody.Revoke(TestLine.key("north/one"), "")).code())
        .isEqualTo("keys-full");
    assertThat(cheap.say(root, new KeyBody.Enrol("one", TestLine.key("north/next"))).code())
        .isEqualTo("keys-full");
    cheap.accepted(cheap.root("south"), new KeyBody.Revoke(TestLine.key("south/one"), ""));
  }

  @Test
  void beforeTheFirstTermsThereIsNothingToRevoke() {
    TestLine young = TestLine.unfounded(false, "north", "south");
    young.found();
    assertThat(
            young
                .say(young.root("north"), new KeyBody.Revoke(TestLine.key("north/one"), ""))
                .code())
        .isEqualTo("no-terms");
  }

  private static Terms withNode(Terms terms, String node) {
    List<PartyTerms> parties =
        terms.parties().stream()
            .map(each ->
                each.party().equals("north")
                    ? new PartyTerms(
                        each.party(),
                        each.rootKey(),
                        List.of(new PartyTerms.NodeKey(node, TestLine.key("north/" + node))),
                        each.logKey(),
                        each.outcomeKey(),
                        each.cosignerKey(),
                        each.posts())
                    : each)
            .toList();
    return terms.next().parties(parties).build();
  }

  private static Body take() {
    return new WatchBody.Take("duty", "Anna");
  }

  private Outcome enrol(String party, String key) {
    return line.say(line.root(party), new KeyBody.Enrol("one", TestLine.key(key)));
  }

  private Outcome revoke(String party, String key) {
    return line.say(line.root(party), new KeyBody.Revoke(TestLine.key(key), "stolen"));
  }

  private Outcome with(String key, String party, Body body) {
    Voice.Draft draft = line.draft(line.voice(party), body);
    draft.with = Keyring.key(key);
    return line.say(line.voice(party), draft);
  }
}
