package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.terms.Genesis;
import hotline.line.terms.Observer;
import hotline.line.terms.Terms;
import hotline.node.api.KeyApi;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.keys.KeyFiles;
import hotline.node.keys.PartyKeys;
import hotline.node.keys.RootWord;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.setup.LineFolder;
import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The procedures of docs/operations.md for keys, with real nodes and a thief. */
class StolenKeyTest {
  private static final Requests.Message STOP =
      new Requests.Message("STOP", List.of(), null, null, null, null, null, List.of(), null);

  @TempDir Path folder;
  private TwoNodes line;
  private Path stick;

  /** South keeps its root key on a stick from the first day; what it has signed stands. */
  @BeforeEach
  void begin() throws IOException {
    line = new TwoNodes(folder).start().agree();
    stick = folder.resolve("stick");
    line.stop(TwoNodes.SOUTH);
    PublicKey _ = new KeyFiles(keys()).takeRootAway(stick);
    line.start(TwoNodes.SOUTH);
  }

  @AfterEach
  void end() throws IOException {
    line.close();
  }

  private Path keys() {
    return line.data(TwoNodes.SOUTH).resolve("keys");
  }

  private Statement word(KeyBody body) throws IOException {
    return RootWord.sign(
        KeyFiles.rootIn(stick),
        genesis().lineId(),
        TwoNodes.SOUTH,
        Mode.LIVE,
        body,
        line.random,
        line.clock.instant());
  }

  private Genesis genesis() throws IOException {
    return new LineFolder(line.data(TwoNodes.NORTH)).genesis().orElseThrow();
  }

  /** Says things for South's node, from wherever the thief is. */
  private Statement thief(SigningKey stolen, long number, Lane lane, Kind kind, Body body)
      throws IOException {
    Header header =
        new Header(
            genesis().lineId(),
            new Chain(TwoNodes.SOUTH, "a", new Incarnation(6, 6), lane),
            number,
            null,
            null,
            null,
            Mode.LIVE,
            kind.code(),
            line.clock.instant().toEpochMilli() * 1_000);
    return Statements.sign(stolen, header, body.content());
  }

  private PeerEndpoints.Answer atNorth(PeerEndpoints.Call call, Statement statement) {
    return line.peers(TwoNodes.NORTH).post(call, statement.bytes());
  }

  private static Body message(Kind kind) {
    return MessageBody.Message.bare(kind);
  }

  private static Said text(LineApi api, String text) {
    return api.send(
        new Requests.Message("TEXT", List.of(), text, "en", null, null, null, List.of(), null));
  }

  private static Optional<KeyApi.Key> known(LineApi api, PublicKey key) {
    return api.keys().stream().filter(each -> each.id().equals(key.id().toString())).findFirst();
  }

  private static KeyApi.Key key(LineApi api, PublicKey key) {
    return known(api, key).orElseThrow();
  }

  private static boolean isTroubled(LineApi api, String code) {
    return api.line().troubles().stream().map(Views.Trouble::code).anyMatch(code::equals);
  }

  private void restartWithNewKey() throws IOException {
    line.stop(TwoNodes.SOUTH);
    PublicKey _ = new KeyFiles(keys()).useNext();
    line.start(TwoNodes.SOUTH);
  }

  @Test
  void aStolenKeyIsShutOutAtOnceAndANewOneTakesItsPlace() throws Exception {
    SigningKey stolen = PartyKeys.open(keys(), line.random).node();
    Said before = TwoNodes.expectDone(text(line.south(), "said before the theft"));
    Statement first = thief(stolen, 0, Lane.URGENT, Kind.WARNING, message(Kind.WARNING));
    assertThat(atNorth(PeerEndpoints.Call.URGENT, first).status())
        .as("nobody can know yet")
        .isEqualTo(204);

    Statement revocation = word(new KeyBody.Revoke(stolen.publicKey(), "stolen with a laptop"));
    TwoNodes.expectDone(line.south().tellKeys(revocation.bytes()));
    assertThat(line.south().send(STOP).code())
        .as("South's own node says nothing more with it")
        .isEqualTo("key-revoked");
    line.until(() -> isTroubled(line.north(), "key-revoked-south"), "North is told");
    PeerEndpoints.Answer refused =
        atNorth(
            PeerEndpoints.Call.URGENT,
            thief(stolen, 1, Lane.URGENT, Kind.STOP, message(Kind.STOP)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(PeerAnswers.code(refused)).isEqualTo("key-revoked");
    line.until(() -> key(line.south(), stolen.publicKey()).revoked() != null, "in the record");
    refused =
        atNorth(
            PeerEndpoints.Call.STATEMENTS,
            thief(
                stolen,
                0,
                Lane.ROUTINE,
                Kind.BEGIN,
                new ChainBody.Begin(List.of(), Optional.empty())));
    assertThat(PeerAnswers.code(refused)).isEqualTo("key-revoked");

    PublicKey next = new KeyFiles(keys()).next(line.random);
    TwoNodes.expectDone(line.south().tellKeys(word(new KeyBody.Enrol("a", next)).bytes()));
    line.until(
        () -> known(line.north(), next).filter(each -> each.enrolled() != null).isPresent(),
        "enrolled");
    restartWithNewKey();
    assertThat(key(line.south(), next).used()).isTrue();
    Said after = TwoNodes.expectDone(text(line.south(), "said with the new key"));
    line.until(() -> line.north().message(Objects.requireNonNull(after.id())).isPresent(), "heard");
    assertThat(line.north().message(Objects.requireNonNull(before.id())))
        .as("what was said before stands")
        .isPresent();
    line.until(
        () -> line.north().line().record().confirmedSize() == line.north().line().record().size(),
        "confirmed as ever");
  }

  /** The host is gone and the record stands still; a thief is refused all the same. */
  @Test
  void inTheUrgentLaneItTakesEffectWithoutTheRecord() throws Exception {
    SigningKey stolen = PartyKeys.open(keys(), line.random).node();
    PublicKey next = new KeyFiles(keys()).next(line.random);
    TwoNodes.expectDone(line.north().sequencer(false));
    TwoNodes.expectDone(
        line.south().tellKeys(word(new KeyBody.Revoke(stolen.publicKey(), "")).bytes()));
    TwoNodes.expectDone(line.south().tellKeys(word(new KeyBody.Enrol("a", next)).bytes()));
    line.until(() -> known(line.north(), next).isPresent(), "both are heard");
    assertThat(key(line.north(), next).recorded()).isFalse();
    assertThat(
            PeerAnswers.code(
                atNorth(
                    PeerEndpoints.Call.URGENT,
                    thief(stolen, 0, Lane.URGENT, Kind.STOP, message(Kind.STOP)))))
        .isEqualTo("key-revoked");
    restartWithNewKey();
    String stop = Objects.requireNonNull(TwoNodes.expectDone(line.south().send(STOP)).id());
    line.until(() -> line.north().message(stop).isPresent(), "an alarm, by the new key alone");

    line.stop(TwoNodes.NORTH);
    line.start(TwoNodes.NORTH);
    assertThat(key(line.north(), stolen.publicKey()).counts())
        .as("North remembers over a restart")
        .isFalse();
    TwoNodes.expectDone(line.north().sequencer(true));
    line.until(
        () -> line.north().message(stop).filter(each -> each.index() != null).isPresent(),
        "recorded when the record goes on");
    assertThat(key(line.north(), stolen.publicKey()).revoked()).isNotNull();
  }

  @Test
  void nobodyElseCanDoIt() throws Exception {
    PartyKeys own = PartyKeys.open(keys(), line.random);
    KeyBody revoke = new KeyBody.Revoke(own.node().publicKey(), "");
    Statement byNode = thief(own.node(), 0, Lane.URGENT, Kind.KEY_REVOKE, revoke);
    assertThat(line.south().tellKeys(byNode.bytes()).code()).isEqualTo("keys-by-root");
    SigningKey north =
        PartyKeys.open(line.data(TwoNodes.NORTH).resolve("keys"), line.random).root().read();
    Statement byNorth =
        RootWord.sign(
            north,
            genesis().lineId(),
            TwoNodes.SOUTH,
            Mode.LIVE,
            revoke,
            line.random,
            line.clock.instant());
    assertThat(line.south().tellKeys(byNorth.bytes()).code()).isEqualTo("bad-signature");
    assertThat(line.north().tellKeys(byNorth.bytes()).code()).isEqualTo("signature");
    assertThat(line.south().tellKeys(new byte[] {1}).code()).isEqualTo("malformed");
    // Straight to the peer, past any node's own API: a stolen node key gives itself no other.
    KeyBody enrol = new KeyBody.Enrol("a", new KeyFiles(keys()).next(line.random));
    Statement another = thief(own.node(), 1, Lane.URGENT, Kind.KEY_ENROL, enrol);
    for (Statement each : List.of(byNode, another)) {
      assertThat(PeerAnswers.code(atNorth(PeerEndpoints.Call.URGENT, each)))
          .isEqualTo("keys-by-root");
    }
    // By the record it is one more refused entry.
    assertThat(atNorth(PeerEndpoints.Call.STATEMENTS, byNode).status()).isEqualTo(200);
    long size = line.north().line().record().size();
    line.until(() -> line.south().line().record().size() >= size, "south has it");
    assertThat(known(line.north(), enrol.key())).isEmpty();
    assertThat(key(line.north(), own.node().publicKey()).counts()).isTrue();
    assertThat(line.south().line().troubles()).isEmpty();
    TwoNodes.expectDone(text(line.south(), "still speaking"));
  }

  /** South's machine is in the thief's hands: its word is carried to North's node. */
  @Test
  void aPartyWithoutANodeIsHeardAtAnothers() throws Exception {
    SigningKey stolen = PartyKeys.open(keys(), line.random).node();
    Statement revocation = word(new KeyBody.Revoke(stolen.publicKey(), "the machine is gone"));
    TwoNodes.expectDone(line.north().tellKeys(revocation.bytes()));
    line.until(() -> key(line.south(), stolen.publicKey()).revoked() != null, "recorded");
    assertThat(text(line.south(), "the thief speaks").code()).isEqualTo("key-revoked");
    assertThat(isTroubled(line.south(), "own-key-revoked")).isTrue();
  }

  @Test
  void aPlannedRotationLosesNothing() throws Exception {
    PublicKey before = PartyKeys.open(keys(), line.random).node().publicKey();
    PublicKey next = new KeyFiles(keys()).next(line.random);
    assertThat(new KeyFiles(keys()).next(line.random)).as("made once").isEqualTo(next);
    TwoNodes.expectDone(line.south().tellKeys(word(new KeyBody.Enrol("a", next)).bytes()));
    line.until(
        () -> known(line.south(), next).filter(each -> each.enrolled() != null).isPresent(),
        "enrolled");
    TwoNodes.expectDone(line.north().sequencer(false));
    Said waits = text(line.south(), "signed with the old key, waiting");
    assertThat(waits.state()).isEqualTo(Said.State.QUEUED);
    restartWithNewKey();
    TwoNodes.expectDone(line.north().sequencer(true));
    line.until(
        () -> line.north().message(Objects.requireNonNull(waits.id())).isPresent(),
        "the old key counts until it is revoked");
    TwoNodes.expectDone(text(line.south(), "the new one speaks"));
    TwoNodes.expectDone(
        line.south().tellKeys(word(new KeyBody.Revoke(before, "replaced")).bytes()));
    line.until(() -> key(line.south(), before).revoked() != null, "revoked");
    TwoNodes.expectDone(text(line.south(), "goes on"));
    assertThat(line.south().line().outbox().waiting()).isZero();
    assertThat(line.south().line().troubles()).isEmpty();
  }

  /** Terms that change keys ask for the stick; nothing else does. */
  @Test
  void aNodeRunsWithoutTheRootKeyAndSaysWhenItIsNeeded() throws Exception {
    Terms now = line.terms();
    List<Observer> observers = List.of(new Observer("un", "Observers", southsNext()));
    byte[] others = now.next().observers(observers).build().encode();
    Said away = line.south().proposeTerms(others);
    assertThat(away.code()).isEqualTo("root-away");
    assertThat(away.sentence()).contains("root.key");
    Files.copy(stick, keys().resolve("root.key"), StandardCopyOption.COPY_ATTRIBUTES);
    TwoNodes.expectDone(line.south().proposeTerms(others));
    Files.delete(keys().resolve("root.key"));
    TwoNodes.expectDone(text(line.south(), "no stick needed"));
  }

  private PublicKey southsNext() throws IOException {
    return new KeyFiles(keys()).next(line.random);
  }
}
