package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Nonce;
import hotline.line.disclosure.Promise;
import hotline.line.terms.Genesis;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerEndpoints;
import hotline.node.setup.LineFolder;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Merkle;
import hotline.record.note.NoteSigner;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.proof.TlogProof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that promises each statement a place that another one has. */
class BrokenPromiseTest {
  @TempDir Path folder;

  @Test
  void isEvidenceThatAStrangerCanCheckAndTheStatementStillComes() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Genesis genesis = new LineFolder(line.data(TwoNodes.NORTH)).genesis().orElseThrow();
      PartyKeys north = PartyKeys.open(line.data(TwoNodes.NORTH).resolve("keys"), line.random);
      line.northLies(honest -> new Liar(honest, genesis, north));
      String id =
          TwoNodes.expectDone(
                  line.south()
                      .send(
                          new Requests.Message(
                              "TEXT", List.of(), "hold", "en", null, null, null, List.of(), null)))
              .id();
      line.until(
          () ->
              line.south().line().troubles().stream()
                  .map(Views.Trouble::code)
                  .anyMatch("broken-promise"::equals),
          "the lie is found");
      line.until(() -> line.north().message(id).isPresent(), "and what was said has its place");

      Accused.proves(line, TwoNodes.SOUTH, "broken-promise", "north has promised place 0");
      Path kept = Accused.folder(line, TwoNodes.SOUTH, "broken-promise");
      Document promise = document(Files.readAllBytes(kept.resolve("promise")));
      assertThat(promise.signedBy(north.log().publicKey())).isTrue();
      Promise said = promise(promise);
      byte[] entry = Files.readAllBytes(kept.resolve("entry-" + said.index()));
      assertThat(Merkle.leaf(entry)).isNotEqualTo(said.leaf());
      TlogProof proof =
          TlogProof.parse(Files.readAllBytes(kept.resolve("entry-" + said.index() + ".tlog-proof")))
              .asOptional()
              .orElseThrow();
      Parsed<SignedCheckpoint> checkpoint =
          SignedCheckpoint.open(
              proof.note(), NoteSigner.log(genesis.origin(), north.log()).verifierKey());
      assertThat(checkpoint.asOptional()).isPresent();
    }
  }

  @Test
  void anHonestHostIsNeverAccused() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      for (int i = 0; i < 20; i++) {
        var _ =
            TwoNodes.expectDone(
                line.south()
                    .send(
                        new Requests.Message(
                            "TEXT", List.of(), "no " + i, "en", null, null, null, List.of(),
                            null)));
      }
      line.stop(TwoNodes.SOUTH);
      line.start(TwoNodes.SOUTH);
      line.until(
          () -> line.south().line().record().confirmedSize() == line.north().line().record().size(),
          "all is confirmed");
      assertThat(line.south().line().troubles()).isEmpty();
      assertThat(line.data(TwoNodes.SOUTH).resolve("evidence")).doesNotExist();
    }
  }

  private static Document document(byte[] bytes) {
    if (Document.parse(bytes) instanceof Decoded.Value<Document>(Document document)) {
      return document;
    }
    throw new AssertionError("not a document");
  }

  private static Promise promise(Document document) {
    if (Promise.decode(document.payload()) instanceof Decoded.Value<Promise>(Promise promise)) {
      return promise;
    }
    throw new AssertionError("not a promise");
  }

  /** Orders honestly, and promises the first place to everyone. */
  private record Liar(PeerEndpoints honest, Genesis genesis, PartyKeys keys)
      implements PeerEndpoints {
    @Override
    public Answer post(Call call, byte[] body) {
      Answer answer = honest.post(call, body);
      if (call != Call.STATEMENTS || answer.status() != 200) {
        return answer;
      }
      Promise lie = new Promise(promise(document(answer.body())).epoch(), 0, Merkle.leaf(body), 1);
      Document.Header header =
          new Document.Header(
              genesis.lineId(),
              TwoNodes.NORTH,
              "a",
              TwoNodes.SOUTH,
              DocumentType.PROMISE,
              Nonce.of(new byte[Nonce.LENGTH]),
              1);
      return Answer.cose(200, Document.sign(keys.log(), header, lie.content()).bytes());
    }

    @Override
    public Answer file(Log log, String path) {
      return honest.file(log, path);
    }
  }
}
