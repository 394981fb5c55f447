package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.bundle.BundleCheck;
import hotline.line.terms.Genesis;
import hotline.node.api.KeyApi;
import hotline.node.api.LineApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.Said;
import hotline.node.api.SignedBy;
import hotline.node.api.Views;
import hotline.node.bundle.Archive;
import hotline.node.keys.KeyFiles;
import hotline.node.keys.PartyKeys;
import hotline.node.keys.RootWord;
import hotline.node.peer.PeerEndpoints;
import hotline.node.setup.LineFolder;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real nodes: the other side sees which officer signed a STOP, and alarms in any case. */
class OfficerSignedTest {
  @TempDir private Path folder;

  private static Genesis genesis(TwoNodes line) throws IOException {
    return new LineFolder(line.data(TwoNodes.NORTH)).genesis().orElseThrow();
  }

  private static void tell(TwoNodes line, KeyBody body) throws IOException {
    Statement word =
        RootWord.sign(
            KeyFiles.rootIn(line.data(TwoNodes.SOUTH).resolve("keys/root.key")),
            genesis(line).lineId(),
            TwoNodes.SOUTH,
            Mode.LIVE,
            body,
            line.random,
            line.clock.instant());
    TwoNodes.expectDone(line.south().tellKeys(word.bytes()));
  }

  /** A STOP of South's node with a signature inside, brought to North directly. */
  private static String stop(TwoNodes line, PartyKeys own, SigningKey person, int number)
      throws IOException {
    Body stop = MessageBody.Message.bare(Kind.STOP);
    long nowUs = line.clock.instant().toEpochMilli() * 1_000;
    byte[] nonce = new byte[Officer.NONCE_BYTES];
    nonce[0] = (byte) number;
    Header header =
        new Header(
            genesis(line).lineId(),
            new Chain(TwoNodes.SOUTH, "a", new Incarnation(7, 7), Lane.URGENT),
            number,
            null,
            null,
            null,
            Mode.LIVE,
            Kind.STOP.code(),
            nowUs);
    Statement said =
        Statements.sign(
            own.node(),
            header,
            stop.content(),
            Officer.sign(
                person,
                header.line(),
                nonce,
                nowUs,
                new Officer.Act(header.kind(), header.mode(), stop.content())));
    assertThat(line.peers(TwoNodes.NORTH).post(PeerEndpoints.Call.URGENT, said.bytes()).status())
        .isEqualTo(204);
    return said.id().toString();
  }

  /**
   * Until so many STOPs are in the record. A key counts by where the entry stands, and what came by
   * the urgent lane is ordered when the host gets to it: a test that changes keys without waiting
   * for that would leave the outcome to chance.
   */
  private static void untilRecorded(TwoNodes line, int stops) {
    line.until(
        () ->
            line.north().entries(0, 1_000).stream()
                    .filter(each -> each.kind().equals("STOP"))
                    .count()
                == stops,
        stops + " in the record");
  }

  private static SignedBy by(LineApi node, String id) {
    Views.Message message = node.message(id).orElseThrow();
    assertThat(message.alarm()).isEqualTo("UNACCEPTED");
    return message.by();
  }

  private static boolean is(LineApi node, SigningKey key, boolean counts) {
    return node.keys().stream()
        .filter(each -> each.id().equals(key.publicKey().id().toString()))
        .anyMatch(each -> each.recorded() && each.counts() == counts && named(each));
  }

  private static boolean named(KeyApi.Key key) {
    return key.purpose().equals("officer") && "Anna".equals(key.officer());
  }

  @Test
  void theOtherSideSeesWhoSignedAndAlarmsInAnyCase() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      PartyKeys own = PartyKeys.open(line.data(TwoNodes.SOUTH).resolve("keys"), line.random);
      SigningKey anna = SigningKey.generate(line.random);
      String unknown = stop(line, own, anna, 1);
      assertThat(by(line.north(), unknown).officer()).isNull();
      untilRecorded(line, 1);

      tell(line, new KeyBody.EnrolOfficer("Anna", anna.publicKey()));
      line.until(() -> is(line.north(), anna, true), "the officer's key is enrolled");
      String signed = stop(line, own, anna, 2);
      line.until(() -> by(line.north(), signed).equals(new SignedBy("Anna", "ok")), "named");
      untilRecorded(line, 2);

      tell(line, new KeyBody.Revoke(anna.publicKey(), "lost telephone"));
      line.until(() -> is(line.north(), anna, false), "revoked");
      String late = stop(line, own, anna, 3);
      line.until(
          () -> by(line.north(), late).equals(new SignedBy(null, "officer-revoked")), "told");
      untilRecorded(line, 3);
      assertThat(line.north().entries(0, 1_000))
          .filteredOn(each -> each.kind().equals("STOP"))
          .allMatch(each -> each.code().equals("ok"))
          .extracting(each -> each.by().code())
          .containsExactlyInAnyOrder("officer-unknown", "ok", "officer-revoked");
      assertThat(bundle(line).held())
          .anyMatch(each -> each.endsWith("statements, each signed by its party"))
          .contains("1 of them signed inside by south's officer Anna");
    }
  }

  /** What a stranger makes of the bundle of an incident in which all three STOPs stand. */
  private BundleCheck.Result bundle(TwoNodes line) throws Exception {
    Said opened =
        TwoNodes.expectDone(
            line.north()
                .openIncident(
                    new MatterRequests.Incident(
                        "Three times STOP",
                        BundleTest.in(-2),
                        BundleTest.in(-1),
                        "47.0 N 8.0 E",
                        null,
                        null,
                        "They said STOP.",
                        List.of())));
    String incident = Objects.requireNonNull(opened.id());
    line.until(() -> BundleTest.exported(line.north(), incident).isPresent(), "a bundle");
    byte[] archive = BundleTest.exported(line.north(), incident).orElseThrow();
    BundleCheck.Result result =
        new BundleCheck(Archive.files(archive), BundleTest.roots(folder)).run();
    assertThat(result.fault()).isNull();
    return result;
  }
}
