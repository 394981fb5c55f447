package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.terms.Genesis;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.node.keys.RootWord;
import hotline.node.peer.PeerEndpoints;
import hotline.node.setup.LineFolder;
import hotline.record.merkle.Hash;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.record.tiles.LogStore;
import hotline.record.tiles.TileSource;
import hotline.record.witness.AddCheckpointRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that signs for an entry that South never said. A mirror that is blind would cosign it. */
class ForgedEntryTest {
  @TempDir Path folder;

  @Test
  void southRefusesAValidCheckpointOverAForgedEntryAndKeepsTheEvidence() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      line.until(() -> settled(line), "all is confirmed");
      line.cut.put("south ADD_CHECKPOINT", true);
      long size = line.south().line().record().size();
      Path lies = folder.resolve("lies");
      try (LogStore log = LogStore.open(lies)) {
        byte[] body = lie(line, log, size, forged(line, SigningKey.generate(line.random)));
        line.northLies(north -> new Liar(north, lies));

        PeerEndpoints.Answer answer =
            line.peers(TwoNodes.SOUTH).post(PeerEndpoints.Call.ADD_CHECKPOINT, body);

        assertThat(answer.status()).isEqualTo(403);
      }
      assertThat(line.south().line().record().size()).isEqualTo(size);
      assertThat(line.south().line().record().confirmedSize()).isEqualTo(size);
      assertThat(line.south().line().troubles())
          .extracting(Views.Trouble::code)
          .contains("forged-entry");
      assertThat(evidence(line))
          .anyMatch(file -> file.endsWith("entry-" + size))
          .anyMatch(file -> file.endsWith("entry-" + size + ".tlog-proof"));
    }
  }

  @Test
  void anEntryByARevokedKeyConvictsTheHost() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      PartyKeys south = PartyKeys.open(line.data(TwoNodes.SOUTH).resolve("keys"), line.random);
      KeyBody revoke = new KeyBody.Revoke(south.node().publicKey(), "stolen");
      TwoNodes.expectDone(
          line.south()
              .tellKeys(
                  RootWord.sign(
                          south.root(),
                          genesis(line).lineId(),
                          TwoNodes.SOUTH,
                          Mode.LIVE,
                          revoke,
                          line.random,
                          line.clock.instant())
                      .bytes()));
      line.until(
          () ->
              settled(line)
                  && line.north().keys().stream().anyMatch(each -> each.revoked() != null),
          "the revocation is confirmed");
      line.cut.put("south ADD_CHECKPOINT", true);
      long size = line.south().line().record().size();
      Path lies = folder.resolve("lies");
      try (LogStore log = LogStore.open(lies)) {
        byte[] body = lie(line, log, size, forged(line, south.node()));
        line.northLies(north -> new Liar(north, lies));
        assertThat(line.peers(TwoNodes.SOUTH).post(PeerEndpoints.Call.ADD_CHECKPOINT, body))
            .returns(403, PeerEndpoints.Answer::status);
      }
      Accused.proves(
          line, TwoNodes.SOUTH, "forged-entry", "signed by a key that south had revoked");
    }
  }

  private static boolean settled(TwoNodes line) {
    long size = line.north().line().record().size();
    return line.south().line().record().confirmedSize() == size
        && line.north().line().record().confirmedSize() == size
        && line.south().line().outbox().waiting() == 0;
  }

  /** North's own history with one entry more, and North's own signature over it. */
  private byte[] lie(TwoNodes line, LogStore log, long size, Statement forged) throws IOException {
    Genesis genesis = genesis(line);
    for (long index = 0; index < size; index++) {
      long _ = log.append(line.north().entryBytes(index).orElseThrow());
    }
    long _ = log.append(forged.bytes());
    long _ = log.sync();
    PartyKeys north = PartyKeys.open(line.data(TwoNodes.NORTH).resolve("keys"), line.random);
    NoteSigner signer = NoteSigner.log(genesis.origin(), north.log());
    Note note = signer.sign(new Checkpoint(genesis.origin(), size + 1, log.rootAt(size + 1)));
    log.publish(note.bytes());
    List<Hash> proof = log.consistency(size, size + 1);
    return new AddCheckpointRequest(size, proof, note).bytes();
  }

  private static Genesis genesis(TwoNodes line) throws IOException {
    return new LineFolder(line.data(TwoNodes.NORTH)).genesis().orElseThrow();
  }

  private static Statement forged(TwoNodes line, SigningKey with) throws IOException {
    Genesis genesis = genesis(line);
    Chain chain = new Chain(TwoNodes.SOUTH, "a", new Incarnation(7, 7), Lane.URGENT);
    Header header =
        new Header(
            genesis.lineId(), chain, 0, null, null, null, Mode.LIVE, Kind.STOP.code(), 1_000_000);
    return Statements.sign(with, header, MessageBody.Message.bare(Kind.STOP).content());
  }

  private static List<String> evidence(TwoNodes line) throws IOException {
    try (Stream<Path> files = Files.walk(line.data(TwoNodes.SOUTH).resolve("evidence"))) {
      return files.map(Path::toString).toList();
    }
  }

  private record Liar(PeerEndpoints honest, Path lies) implements PeerEndpoints {
    @Override
    public Answer post(Call call, byte[] body) {
      return honest.post(call, body);
    }

    @Override
    public Answer file(Log log, String path) {
      if (log != Log.RECORD) {
        return honest.file(log, path);
      }
      try {
        return TileSource.directory(lies)
            .read(path, 1 << 24)
            .map(bytes -> new Answer(200, "application/octet-stream", bytes))
            .orElse(Answer.empty(404));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
