package hotline.node.witness;

import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.node.NodeConfig;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerHandlers;
import hotline.node.setup.LineFolder;
import hotline.node.store.DataLock;
import hotline.record.disk.FileDisk;
import hotline.record.note.NoteSigner;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.TileSource;
import hotline.record.witness.Witness;
import hotline.record.witness.WitnessFiles;
import hotline.record.witness.WitnessReply;
import hotline.record.witness.WitnessState;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the digests of a line's two logs and cosigns what continues them. Which keys sign the logs
 * it takes from the host's party file, exchanged in person: it reads no terms, because it reads no
 * record. Safe for use by many threads.
 */
public final class LineWitness implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(LineWitness.class);

  private final DataLock lock;
  private final WitnessFiles files;
  private final Witness witness;
  private final InstantSource clock;
  private final VerifierKey record;
  private final VerifierKey outcomes;
  private final PeerEndpoints peers;

  private LineWitness(
      DataLock lock,
      WitnessFiles files,
      Genesis genesis,
      PartyTerms host,
      NoteSigner cosigner,
      InstantSource clock) {
    this.lock = lock;
    this.files = files;
    this.clock = clock;
    this.record = genesis.recordKey(host);
    this.outcomes = genesis.outcomesKey(host);
    this.witness = new Witness(cosigner, this::keysOf, files);
    this.peers =
        new PeerHandlers(
            Map.of(Call.ADD_CHECKPOINT, this::addCheckpoint),
            Map.of(
                Log.RECORD, (path, _) -> held(path, record),
                Log.OUTCOMES, (path, _) -> held(path, outcomes)));
  }

  /**
   * Opens the witness of the line in the folder of these settings; makes its keys if they are new.
   *
   * @throws IOException if there is no line, or no party file of the host; says what to do
   */
  public static LineWitness open(NodeConfig config, InstantSource clock, SecureRandom random)
      throws IOException {
    Path data = config.data();
    Files.createDirectories(data);
    DataLock lock = DataLock.take(data);
    try {
      LineFolder folder = new LineFolder(data);
      Genesis genesis =
          folder
              .genesis()
              .orElseThrow(() ->
                  new IOException(
                      data
                          + " has no line yet. Take in the parties' files, then: line join --guest"));
      if (genesis.parties().contains(config.party())) {
        throw new IOException(
            config.party() + " is a party of the line: run its node with up; it cosigns too.");
      }
      PartyFile host = folder.parties().get(config.hostParty());
      if (host == null || !genesis.parties().contains(config.hostParty())) {
        throw new IOException(
            "There is no party file of the host "
                + config.hostParty()
                + " here: name it with"
                + " --host, and take its file in.");
      }
      PartyKeys keys = PartyKeys.open(data.resolve("keys"), random);
      return new LineWitness(
          lock,
          WitnessFiles.open(FileDisk.create(data.resolve("witness"))),
          genesis,
          LineFolder.terms(host),
          NoteSigner.cosigner(genesis.cosigner(config.party()), keys.cosigner()),
          clock);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private List<VerifierKey> keysOf(String origin) {
    return VerifierKey.named(origin, record, outcomes);
  }

  private Answer addCheckpoint(byte[] body) {
    try {
      WitnessReply reply = witness.addCheckpoint(body, clock.instant().getEpochSecond());
      return new Answer(reply.status(), reply.contentType(), reply.bytes());
    } catch (IOException failed) {
      LOG.atError().setCause(failed).log("nothing was cosigned");
      return PeerAnswers.problem(503, "try-again", String.valueOf(failed.getMessage()));
    }
  }

  /** The newest checkpoint with this witness's line; there are no tiles here. */
  private Optional<byte[]> held(String path, VerifierKey log) throws IOException {
    return path.equals(TileSource.CHECKPOINT)
        ? witness.state(log.name()).map(WitnessState::note).map(note -> note.bytes())
        : Optional.empty();
  }

  /** How many entries of a log it has cosigned; 0 before the first. */
  public long size(Log log) throws IOException {
    return witness
        .state((log == Log.RECORD ? record : outcomes).name())
        .map(state -> state.checkpoint().size())
        .orElse(0L);
  }

  /** The key that others check its cosignatures with. */
  public VerifierKey verifierKey() {
    return witness.verifierKey();
  }

  /** What it answers other nodes with. */
  public PeerEndpoints peers() {
    return peers;
  }

  @Override
  public void close() throws IOException {
    try {
      files.close();
    } finally {
      lock.close();
    }
  }
}
