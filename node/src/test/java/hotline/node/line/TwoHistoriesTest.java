package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.terms.Genesis;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerEndpoints;
import hotline.node.setup.LineFolder;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.LogStore;
import hotline.record.tiles.TileSource;
import hotline.record.witness.AddCheckpointRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that signs a second history, and shows it on the way that it likes best. */
class TwoHistoriesTest {
  @TempDir Path folder;
  private TwoNodes line;
  private NoteSigner log;
  private String origin;

  @BeforeEach
  void agree() throws Exception {
    line = new TwoNodes(folder).start().agree();
    line.until(
        () -> line.south().line().record().confirmedSize() == line.north().line().record().size(),
        "all is confirmed");
    Genesis genesis = new LineFolder(line.data(TwoNodes.NORTH)).genesis().orElseThrow();
    PartyKeys north = PartyKeys.open(line.data(TwoNodes.NORTH).resolve("keys"), line.random);
    origin = genesis.origin();
    log = NoteSigner.log(origin, north.log());
  }

  private Note lie(long size) {
    return log.sign(new Checkpoint(origin, size, Merkle.plain(new byte[] {1})));
  }

  private boolean isTold() {
    return line.south().line().troubles().stream()
        .map(Views.Trouble::code)
        .anyMatch("two-histories"::equals);
  }

  @AfterEach
  void stop() throws IOException {
    line.close();
  }

  @Test
  void aSecondCheckpointOfTheSameSizeIsFoundWhereItIsShown() throws Exception {
    Note lie = lie(line.south().line().record().confirmedSize());
    line.northLies(honest -> new Shows(honest, lie));
    line.until(this::isTold, "found at a look");
    line.northLies(honest -> honest);
    assertEvidence();
  }

  @Test
  void anOlderSizeIsProvedByConsistencyAndNothingMoreIsCosigned() throws Exception {
    byte[] body = new AddCheckpointRequest(3, List.of(), lie(3)).bytes();
    PeerEndpoints.Answer answer =
        line.peers(TwoNodes.SOUTH).post(PeerEndpoints.Call.ADD_CHECKPOINT, body);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(isTold()).isTrue();
    assertEvidence();
  }

  /** The longer one is shown with all its tiles: only they can convict it. */
  @Test
  void aRewrittenHistoryThatGoesOnIsProvedFromItsOwnTiles() throws Exception {
    Path lies = folder.resolve("lies");
    long held = line.south().line().record().confirmedSize();
    try (LogStore other = LogStore.open(lies)) {
      for (long index = 0; index < held + 3; index++) {
        byte[] entry = line.north().entryBytes(Math.min(index, held - 1)).orElseThrow();
        long _ = other.append(index == 2 ? new byte[] {1} : entry);
      }
      long _ = other.sync();
      other.publish(log.sign(new Checkpoint(origin, held + 3, other.rootAt(held + 3))).bytes());
    }
    TileSource tiles = TileSource.directory(lies);
    line.northLies(honest -> new Rewrites(honest, tiles));
    line.until(this::isTold, "found when it is fetched");
    line.northLies(honest -> honest);
    Accused.proves(line, TwoNodes.SOUTH, "two-histories", "begins with others than the " + held);
  }

  /** A start forgets nothing; a person who moves the evidence away decides. */
  @Test
  void whoHasStoppedStaysStoppedUntilAPersonDecides() throws Exception {
    byte[] body = new AddCheckpointRequest(3, List.of(), lie(3)).bytes();
    var _ = line.peers(TwoNodes.SOUTH).post(PeerEndpoints.Call.ADD_CHECKPOINT, body);
    assertThat(isTold()).isTrue();
    line.stop(TwoNodes.SOUTH);
    line.start(TwoNodes.SOUTH);
    assertThat(line.south().line().troubles())
        .anyMatch(trouble -> trouble.code().equals("evidence-stands"));
    Note honest =
        Note.parse(line.peers(TwoNodes.NORTH).file(PeerEndpoints.Log.RECORD, "checkpoint").body())
            .asOptional()
            .orElseThrow();
    byte[] call = new AddCheckpointRequest(0, List.of(), honest).bytes();
    assertThat(line.peers(TwoNodes.SOUTH).post(PeerEndpoints.Call.ADD_CHECKPOINT, call).status())
        .isNotEqualTo(200);
    line.stop(TwoNodes.SOUTH);
    Files.move(line.data(TwoNodes.SOUTH).resolve("evidence"), folder.resolve("settled"));
    line.start(TwoNodes.SOUTH);
    String id =
        TwoNodes.expectDone(
                line.north()
                    .send(
                        new Requests.Message(
                            "TEXT", List.of(), "again", "en", null, null, null, List.of(), null)))
            .id();
    line.until(() -> line.south().message(id).isPresent(), "it follows again");
  }

  private record Rewrites(PeerEndpoints honest, TileSource tiles) implements PeerEndpoints {
    @Override
    public Answer post(Call call, byte[] body) {
      return honest.post(call, body);
    }

    @Override
    public Answer file(Log log, String path) {
      try {
        return log == Log.OUTCOMES
            ? honest.file(log, path)
            : tiles
                .read(path, 1 << 20)
                .map(bytes -> new Answer(200, "application/octet-stream", bytes))
                .orElse(Answer.empty(404));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** What a stranger does with it: the host's key, two notes and RFC 6962, nothing of ours. */
  private void assertEvidence() throws IOException {
    Path kept = Accused.folder(line, TwoNodes.SOUTH, "two-histories");
    Accused.proves(line, TwoNodes.SOUTH, "two-histories", "north has signed ");
    VerifierKey key = log.verifierKey();
    Checkpoint held = open(kept.resolve("checkpoint-held"), key);
    Checkpoint shown = open(kept.resolve("checkpoint-shown"), key);
    List<Hash> proof =
        Files.readAllLines(kept.resolve("consistency.txt")).stream()
            .map(hex -> Hash.of(HexFormat.of().parseHex(hex)))
            .toList();
    assertThat(shown.size()).isLessThanOrEqualTo(held.size());
    Hash then = rootAt(shown.size());
    assertThat(MerkleProofs.verifyConsistency(shown.size(), then, held.size(), held.root(), proof))
        .isTrue();
    assertThat(then).isNotEqualTo(shown.root());
  }

  private Hash rootAt(long size) throws IOException {
    Frontier tree = Frontier.EMPTY;
    for (long index = 0; index < size; index++) {
      tree = tree.append(Merkle.leaf(line.north().entryBytes(index).orElseThrow()));
    }
    return tree.root();
  }

  private static Checkpoint open(Path file, VerifierKey key) throws IOException {
    return SignedCheckpoint.open(Files.readAllBytes(file), key)
        .asOptional()
        .orElseThrow()
        .checkpoint();
  }

  private record Shows(PeerEndpoints honest, Note lie) implements PeerEndpoints {
    @Override
    public Answer post(Call call, byte[] body) {
      return honest.post(call, body);
    }

    @Override
    public Answer file(Log log, String path) {
      return log == Log.RECORD && path.equals("checkpoint")
          ? new Answer(200, "text/plain", lie.bytes())
          : honest.file(log, path);
    }
  }
}
