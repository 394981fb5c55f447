package hotline.node.record;

import hotline.node.Backoff;
import hotline.node.Loop;
import hotline.node.OutsideWitness;
import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import hotline.node.peer.WitnessCall;
import hotline.record.merkle.Hash;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSignature;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.LogStore;
import hotline.record.witness.AddCheckpointRequest;
import hotline.record.witness.WitnessAnswer;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks one party or witness to cosign the host's checkpoints, both logs in turn. One thread. */
final class Cosigning implements Closeable {
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final String party;
  private final LocalRecord record;
  private final Way way;
  private final Sink sink;
  private final Troubles troubles;
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
  private final Loop loop;

  /** What the party is known to hold; used by the loop's thread alone. */
  private final Held entries = new Held();

  private final Held outcomes = new Held();

  private static final class Held {
    private long size;
    private boolean asked;
  }

  /** How it is asked, and known again. */
  interface Way extends Closeable {
    /** What its cosignatures are checked with; empty while it is nobody's cosigner. */
    Optional<VerifierKey> key();

    /** Makes the C2SP witness call. */
    PeerEndpoints.Answer addCheckpoint(byte[] body) throws IOException;

    @Override
    default void close() {}

    /** To a party, or a witness that the terms may name, at its node. */
    static Way toNode(String party, Keyring keys, PeerTransport transport) {
      return new Way() {
        @Override
        public Optional<VerifierKey> key() {
          return keys.cosigner(party);
        }

        @Override
        public PeerEndpoints.Answer addCheckpoint(byte[] body) throws IOException {
          return transport.post(party, PeerEndpoints.Call.ADD_CHECKPOINT, body);
        }
      };
    }

    /** To a witness that knows nothing of Hotline. */
    static Way outside(OutsideWitness witness) {
      WitnessCall call = new WitnessCall(witness.prefix());
      return new Way() {
        @Override
        public Optional<VerifierKey> key() {
          return Optional.of(witness.key());
        }

        @Override
        public PeerEndpoints.Answer addCheckpoint(byte[] body) throws IOException {
          return call.addCheckpoint(body);
        }

        @Override
        public void close() {
          call.close();
        }
      };
    }
  }

  /** Where cosignatures go. */
  interface Sink {
    /** The party has cosigned this checkpoint with this line, checked. */
    void cosigned(String party, PeerEndpoints.Log log, Note note, NoteSignature line);

    /**
     * Compares its copy with this node's, once, before anything is asked of it.
     *
     * @return whether it may be asked
     * @throws IOException if it cannot be reached
     */
    boolean meet(String party) throws IOException;

    /** The party says that it holds more than this node ever published. */
    void behind(String party, long itsSize, long ourSize) throws IOException;

    /**
     * The party does not want to follow any more.
     *
     * @return whether it was found out why, and said
     */
    boolean dismissed(String party) throws IOException;
  }

  Cosigning(String party, LocalRecord record, Way way, Sink sink, Troubles troubles, Pace pace) {
    this.party = party;
    this.record = record;
    this.way = way;
    this.sink = sink;
    this.troubles = troubles;
    this.loop = pace.loop("cosigning by " + party, this::round);
  }

  void start() {
    loop.start();
  }

  void wake() {
    loop.wake();
  }

  private Duration round() {
    try {
      if (!sink.meet(party)) {
        return backoff.failed();
      }
      VerifierKey key = way.key().orElse(null);
      if (key == null) {
        return IDLE;
      }
      // Read first: the entries' checkpoint that is asked for then reaches at least as far.
      Optional<Note> outcome = record.outcomes().published();
      Optional<Note> entry = record.entries().published();
      if (!ask(PeerEndpoints.Log.RECORD, record.entries(), entry, entries, key)
          || !ask(PeerEndpoints.Log.OUTCOMES, record.outcomes(), outcome, outcomes, key)) {
        return backoff.failed();
      }
      backoff.succeeded();
      return IDLE;
    } catch (IOException unreached) {
      return backoff.failed();
    }
  }

  /** Whether nothing is left to ask. */
  private boolean ask(
      PeerEndpoints.Log log, LogStore store, Optional<Note> published, Held held, VerifierKey key)
      throws IOException {
    if (published.isEmpty()) {
      return true;
    }
    Note note = published.get();
    long size = Checkpoint.of(note).size();
    if (held.asked && held.size == size) {
      return true;
    }
    List<Hash> proof = store.consistency(Math.min(held.size, size), size);
    byte[] body =
        new AddCheckpointRequest(Math.min(held.size, size), proof, withoutCosignatures(note))
            .bytes();
    PeerEndpoints.Answer answer = way.addCheckpoint(body);
    WitnessAnswer read =
        WitnessAnswer.read(answer.status(), answer.mediaType(), answer.body(), note, List.of(key));
    return take(log, store, size, held, read, note);
  }

  /** The log's own line alone: what others said is theirs to bring. */
  private static Note withoutCosignatures(Note note) {
    return new Note(note.text(), note.signatures().subList(0, 1));
  }

  private boolean take(
      PeerEndpoints.Log log, LogStore store, long size, Held held, WitnessAnswer answer, Note note)
      throws IOException {
    String code = "cosigning-" + party;
    return switch (answer) {
      case WitnessAnswer.Cosigned(List<NoteSignature> lines) -> {
        held.size = size;
        held.asked = true;
        troubles.over(code);
        sink.cosigned(party, log, note, lines.getFirst());
        yield true;
      }
      case WitnessAnswer.Behind(long itsSize) -> {
        // It may have fetched a newer one than it was asked about.
        long published = store.publishedSize();
        if (itsSize > published) {
          sink.behind(party, itsSize, published);
          yield false;
        }
        held.size = itsSize;
        held.asked = false;
        loop.wake();
        yield false;
      }
      case WitnessAnswer.Refused(int status, String sentence) -> {
        boolean said = status == 403 && sink.dismissed(party);
        if (!said && status != 429 && status != 503) {
          troubles.raise(code, party + " does not cosign our record: " + sentence);
        }
        yield false;
      }
      case WitnessAnswer.Malformed(String sentence) -> {
        troubles.raise(code, party + " answers our checkpoint with nonsense: " + sentence);
        yield false;
      }
    };
  }

  @Override
  public void close() {
    way.close();
    loop.close();
  }
}
