package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.accusation.Accusation;
import hotline.line.accusation.AccusationCheck;
import hotline.line.accusation.Wrong;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DisclosureSecret;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Nonce;
import hotline.line.disclosure.Subject;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.MemoryTree;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.proof.TlogProof;
import hotline.record.statement.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a party's own word about a key, or about its volumes, proves against it or the host. */
class KeyAccusationTest {
  private static final long COSIGNED_S = 1_800_000_100L;

  private final TestLine line = TestLine.of(true, "north", "south");

  private TlogProof proof(boolean ofRecord, int index, boolean cosigned) {
    List<byte[]> leaves =
        ofRecord ? line.entries : line.outcomes.stream().map(Outcome::bytes).toList();
    MemoryTree tree = new MemoryTree();
    leaves.forEach(leaf -> tree.append(Merkle.leaf(leaf)));
    String origin = ofRecord ? line.genesis.origin() : line.genesis.outcomesOrigin();
    Note note =
        NoteSigner.log(origin, Keyring.key(ofRecord ? "north/log" : "north/outcomes"))
            .sign(new Checkpoint(origin, leaves.size(), tree.root()));
    if (cosigned) {
      note =
          note.with(
              NoteSigner.cosigner(line.genesis.cosigner("south"), Keyring.key("south/cosigner"))
                  .cosign(note.text(), COSIGNED_S));
    }
    return TlogProof.of(index, MerkleProofs.inclusion(tree, index, leaves.size()), note);
  }

  private AccusationCheck.Judgement judge(Accusation accusation) {
    return new AccusationCheck(line.genesis, line.terms(), _ -> Optional.empty()).run(accusation);
  }

  private void proves(Accusation accusation, String what) {
    AccusationCheck.Judgement judgement = judge(accusation);
    assertThat(judgement.proved())
        .as(String.valueOf(judgement.fault()))
        .get()
        .asString()
        .contains(what);
    byte[] file = accusation.encode();
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      if (Accusation.decode(changed) instanceof Decoded.Value<Accusation>(Accusation read)) {
        assertThat(judge(read).proved()).as("with byte %d changed", i).isEmpty();
      }
    }
  }

  private void provesNothing(Accusation accusation, String why) {
    assertThat(judge(accusation).proved()).isEmpty();
    assertThat(judge(accusation).fault()).get().asString().contains(why);
  }

  private static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] part) {
    Map<String, byte[]> all = new TreeMap<>(parts);
    all.put(name, part);
    return all;
  }

  private Accusation forged(Map<String, byte[]> parts) {
    return new Accusation(line.line(), Wrong.FORGED_ENTRY, "north", parts);
  }

  private Map<String, byte[]> ordered(int entry, int revocation, int outcome) {
    return new TreeMap<>(
        Map.of(
            "entry", line.entries.get(entry),
            "proof", proof(true, entry, false).bytes(),
            "revocation", line.entries.get(revocation),
            "revocation-proof", proof(true, revocation, false).bytes(),
            "outcome", line.outcomes.get(outcome).bytes(),
            "outcome-proof", proof(false, outcome, false).bytes()));
  }

  @Test
  void aHostThatOrdersWhatARevokedKeySigned() {
    int before = last(line.say("south", MessageBody.Message.bare(Kind.WARNING)));
    KeyBody revoke = new KeyBody.Revoke(TestLine.key("south/one"), "stolen");
    int others = last(line.say(line.root("north"), revoke));
    int revocation = last(line.say(line.root("south"), revoke));
    int refused = last(line.say(line.root("south"), revoke));
    int after = last(line.say("south", MessageBody.Message.bare(Kind.STOP)));
    assertThat(line.outcomes.get(after).code()).isEqualTo("key-revoked");
    proves(
        forged(ordered(after, revocation, revocation)),
        "signed by a key that south had revoked at entry " + revocation);
    provesNothing(forged(ordered(before, revocation, revocation)), "does not come before");
    provesNothing(forged(ordered(after, others, others)), "another party's");
    provesNothing(forged(ordered(after, refused, refused)), "not that the revocation counts");
    provesNothing(forged(ordered(after, revocation, others)), "not that the revocation counts");
    provesNothing(forged(ordered(after, before, before)), "the revocation is none");
    int another = last(line.say("north", MessageBody.Message.bare(Kind.STOP)));
    provesNothing(forged(ordered(another, revocation, revocation)), "another party's");
  }

  private int last(Outcome outcome) {
    return (int) outcome.index();
  }

  private static final ExactVolume TRUE = volume(1_000_000);
  private static final ExactVolume FALSE = volume(2_000_000);
  private static final DisclosureSecret SECRET =
      new DisclosureSecret(new byte[DisclosureSecret.LENGTH]);

  private static ExactVolume volume(long radiusMm) {
    return new ExactVolume(
        new Volume(
            new Circle(Places.position(46, 8), radiusMm),
            new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 11_000),
            new TimeInterval(TestLine.NOON_US, TestLine.NOON_US + 600 * TestLine.SECOND_US)),
        null);
  }

  private Commitment commitment(ExactVolume volume) {
    return Commitment.of(
        new Subject(line.line(), "south", new NoticeRef(Places.entity(1), 1)),
        List.of(volume),
        SECRET);
  }

  private NoticeBody.Declare notice(ExactVolume volume) {
    Extent wide =
        new Extent(
            Places.extent(46, 8, 10, 0).cells(),
            new HeightBand(Datum.STANDARD_PRESSURE, 9_000, 12_000),
            new TimeInterval(TestLine.NOON_US, TestLine.NOON_US + 1200 * TestLine.SECOND_US));
    Commitment commitment = commitment(volume);
    return new NoticeBody.Declare(
        Places.entity(1),
        1,
        "transit",
        List.of(wide),
        commitment.root(),
        commitment.leaves(),
        Optional.empty());
  }

  private byte[] answer(ExactVolume volume, String key) {
    DetailAnswer answer =
        new DetailAnswer(
            Merkle.EMPTY_ROOT,
            List.of(
                new DetailAnswer.Opened(
                    new NoticeRef(Places.entity(1), 1), List.of(commitment(volume).open(0)))),
            List.of());
    Document.Header header =
        new Document.Header(
            line.line(),
            "south",
            "one",
            "north",
            DocumentType.DETAIL_ANSWER,
            Nonce.of(new byte[Nonce.LENGTH]),
            1);
    return Document.sign(Keyring.key(key), header, answer.content()).bytes();
  }

  private Map<String, byte[]> details(int notice, byte[] answer, boolean cosigned) {
    return new TreeMap<>(
        Map.of(
            "answer", answer,
            "notice", line.entries.get(notice),
            "notice-proof", proof(true, notice, cosigned).bytes(),
            "outcome", line.outcomes.get(notice).bytes(),
            "outcome-proof", proof(false, notice, cosigned).bytes()));
  }

  private Accusation lied(Map<String, byte[]> parts) {
    return new Accusation(line.line(), Wrong.FALSE_DETAILS, "south", parts);
  }

  @Test
  void detailsThatTheNoticeIsNotCommittedTo() {
    int notice = last(line.accepted("south", notice(TRUE)));
    proves(
        lied(details(notice, answer(FALSE, "south/one"), true)),
        "contradict what it committed to (not-committed");
    provesNothing(
        lied(details(notice, answer(TRUE, "south/one"), true)), "what the notice is committed to");
    provesNothing(
        lied(details(notice, answer(FALSE, "north/one"), true)), "not one of south for this line");
    provesNothing(
        lied(details(notice, answer(FALSE, "south/one"), false)), "south has not cosigned");
    provesNothing(
        new Accusation(
            line.line(),
            Wrong.FALSE_DETAILS,
            "north",
            details(notice, answer(FALSE, "south/one"), true)),
        "the notice is not of who is accused");
  }

  /** A first try that was refused has another commitment, and its node signed it honestly. */
  @Test
  void aNoticeThatWasRefusedConvictsNobody() {
    Voice.Draft stale = line.draft(line.voice("south"), notice(FALSE));
    stale.basis(null);
    int refused = last(line.say(line.voice("south"), stale));
    assertThat(line.outcomes.get(refused).verdict()).isEqualTo(Verdict.REFUSED);
    int notice = last(line.accepted("south", notice(TRUE)));
    provesNothing(
        lied(details(refused, answer(TRUE, "south/one"), true)),
        "not that the notice was accepted");
    provesNothing(
        lied(details(notice, answer(TRUE, "south/one"), true)), "what the notice is committed to");
  }

  @Test
  void aKeyThatTheRootKeyHasEnrolledConvictsAsWell() {
    int notice = last(line.accepted("south", notice(TRUE)));
    KeyBody enrol = new KeyBody.Enrol("one", TestLine.key("south/next"));
    Statement word = line.draft(line.root("south"), enrol).sign();
    Map<String, byte[]> parts = details(notice, answer(FALSE, "south/next"), true);
    provesNothing(lied(parts), "not one of south for this line");
    proves(lied(with(parts, "enrolment", word.bytes())), "contradict what it committed to");
    Voice.Draft others = line.draft(line.root("south"), enrol);
    others.with = Keyring.key("north/root");
    provesNothing(
        lied(with(parts, "enrolment", others.sign().bytes())), "none by the root key of south");
  }
}
