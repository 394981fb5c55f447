package hotline.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.node.NodeConfigFile;
import hotline.node.keys.PartyKeys;
import hotline.node.keys.RootWord;
import hotline.node.setup.LineFolder;
import hotline.record.cbor.CborMap;
import hotline.record.merkle.MemoryTree;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSignature;
import hotline.record.note.NoteSigner;
import hotline.record.proof.TlogProof;
import hotline.record.signature.Signer;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Officer;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a stranger with the genesis and the terms finds out of a statement with an officer's
 * signature inside, and of clocks: a line of three parties on paper, its log a tree in memory.
 */
class OfficerCheckTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
  private static final SigningKey ANNA = key(1);
  private static final SigningKey BEN = key(2);

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, PartyKeys> keys = new LinkedHashMap<>();
  private Genesis genesis;
  private Terms terms;

  private static SigningKey key(int seed) {
    byte[] bytes = new byte[SigningKey.SEED_BYTES];
    Arrays.fill(bytes, (byte) seed);
    return SigningKey.fromSeed(bytes);
  }

  @BeforeEach
  void found() throws IOException {
    List<String> parties = List.of("east", "north", "south");
    for (String party : parties) {
      keys.put(party, PartyKeys.open(Files.createDirectories(data(party)).resolve("keys"), random));
    }
    LineFolder north = new LineFolder(data("north"));
    for (String other : List.of("east", "south")) {
      var _ =
          north.add(LineFolder.export(own(other), keysOf(other), InstantSource.system(), random));
    }
    genesis = north.found("Three", own("north"), random);
    List<PartyTerms> all = parties.stream().map(each -> LineFolder.terms(own(each))).toList();
    terms = TermsDefaults.first("north", all, List.of("transit"), List.of(), List.of());
  }

  private Path data(String party) {
    return folder.resolve(party);
  }

  private PartyKeys keysOf(String party) {
    return Objects.requireNonNull(keys.get(party));
  }

  private PartyFile own(String party) {
    NodeConfigFile file =
        new NodeConfigFile(
            party, "a", null, party, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null);
    return LineFolder.own(file.complete(data(party)), keysOf(party), List.of());
  }

  private Statement enrols(String party, Signer root, SigningKey officer) {
    return RootWord.sign(
        root,
        genesis.lineId(),
        party,
        Mode.LIVE,
        new KeyBody.EnrolOfficer("Anna K.", officer.publicKey()),
        random,
        NOW);
  }

  private Statement says(SigningKey officer, CborMap signed) {
    CborMap content = MessageBody.Message.bare(Kind.STOP).content();
    Header header =
        new Header(
            genesis.lineId(),
            new Chain("south", "a", new Incarnation(1, 2), Lane.URGENT),
            0,
            null,
            null,
            null,
            Mode.LIVE,
            Kind.STOP.code(),
            NOW.getEpochSecond() * 1_000_000);
    Officer inside =
        Officer.sign(
            officer,
            genesis.lineId(),
            new byte[Officer.NONCE_BYTES],
            header.timeUs(),
            new Officer.Act(header.kind(), header.mode(), signed));
    return Statements.sign(keysOf("south").node(), header, content, inside);
  }

  private Statement says(SigningKey officer) {
    return says(officer, MessageBody.Message.bare(Kind.STOP).content());
  }

  /**
   * The proof of one of these entries, cosigned by both others so many seconds after {@code NOW}.
   */
  private byte[] proof(List<Statement> entries, int index, long eastS, long southS) {
    MemoryTree tree = new MemoryTree();
    entries.forEach(each -> tree.append(Merkle.leaf(each.bytes())));
    Note note =
        NoteSigner.log(genesis.origin(), keysOf("north").log())
            .sign(new Checkpoint(genesis.origin(), entries.size(), tree.root()));
    note = note.with(cosigned("east", note, eastS));
    note = note.with(cosigned("south", note, southS));
    return TlogProof.of(index, MerkleProofs.inclusion(tree, index, entries.size()), note)
        .withExtra(entries.get(index).bytes())
        .bytes();
  }

  private NoteSignature cosigned(String party, Note note, long afterS) {
    return NoteSigner.cosigner(genesis.cosigner(party), keysOf(party).cosigner())
        .cosign(note.text(), NOW.getEpochSecond() + afterS);
  }

  private ProofCheck.Result check(byte[] proof, byte @Nullable [] officer) {
    ProofKeys given = ProofKeys.of(genesis.encoded().encode(), terms.encode());
    return new ProofCheck(proof, given, null, null, officer).run();
  }

  private ProofCheck.Result check(Statement enrolment, Statement said) {
    List<Statement> entries = List.of(enrolment, said);
    return check(proof(entries, 1, 0, 0), proof(entries, 0, 0, 0));
  }

  @Test
  void whoSignedInsideIsNamed() {
    Statement enrolment = enrols("south", keysOf("south").root(), ANNA);
    ProofCheck.Result result = check(enrolment, says(ANNA));
    assertThat(result.fault()).isNull();
    assertThat(result.open()).isEmpty();
    assertThat(result.held())
        .anyMatch(
            line -> line.startsWith("signed inside by south's officer Anna K., with the key "))
        .anyMatch(line -> line.endsWith("that its root key enrolled at entry 0"));
  }

  @Test
  void withoutTheEnrolmentItStaysOpen() {
    ProofCheck.Result result =
        check(
            proof(List.of(enrols("south", keysOf("south").root(), ANNA), says(ANNA)), 1, 0, 0),
            null);
    assertThat(result.fault()).isNull();
    assertThat(result.open()).hasSize(1).first().asString().contains("--officer FILE");
  }

  @Test
  void whatIsNoEnrolmentOfThatKeyIsRefused() {
    Statement right = enrols("south", keysOf("south").root(), ANNA);
    assertThat(check(right, says(BEN)).fault()).contains("not by the key that was enrolled");
    CborMap other = new KeyBody.Revoke(BEN.publicKey(), "left").content();
    assertThat(check(right, says(ANNA, other)).fault())
        .contains("not by the key that was enrolled");
    assertThat(check(enrols("south", keysOf("south").node(), ANNA), says(ANNA)).fault())
        .contains("enrols no officer");
    assertThat(check(enrols("east", keysOf("east").root(), ANNA), says(ANNA)).fault())
        .contains("enrols no officer");
    List<Statement> late = List.of(says(ANNA), right);
    assertThat(check(proof(late, 0, 0, 0), proof(late, 1, 0, 0)).fault())
        .contains("after it was used");
  }

  /** By one other, or by its own cosigner, a clock is only contradicted. */
  @Test
  void moreThanMayLieShowAClockThatRanAhead() {
    assertThat(terms.liars()).isEqualTo(1);
    List<Statement> entries = List.of(enrols("north", keysOf("north").root(), ANNA));
    assertThat(check(proof(entries, 0, -60, -90), null).held())
        .contains(
            "2 others contradict the clock of north, and at most 1 may lie: it was ahead of an"
                + " honest one's by 60 s or more");
    assertThat(check(proof(entries, 0, -60, 0), null).held())
        .anyMatch(line -> line.contains("signed 60 s after east"))
        .noneMatch(line -> line.contains("may lie"));
    List<Statement> own = List.of(enrols("south", keysOf("south").root(), ANNA));
    assertThat(check(proof(own, 0, -60, -90), null).held())
        .noneMatch(line -> line.contains("may lie"));
  }
}
