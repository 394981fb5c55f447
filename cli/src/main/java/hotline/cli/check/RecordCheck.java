package hotline.cli.check;

import hotline.line.Outcome;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.note.Cosignature;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.statement.LineId;
import hotline.record.tiles.LogDamage;
import hotline.record.tiles.TilePath;
import hotline.record.tiles.TileSource;
import hotline.record.tiles.VerifiedLog;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole line from its files, taking nothing on faith but the hash function: every tile and
 * entry against the checkpoint, every statement's signature, chain and right to speak, every
 * outcome, and at last the checkpoint's own signature by the key that the record itself names.
 * Whether it is the right line, its id says, which two people compare.
 */
public final class RecordCheck {
  private final PartyFiles files;
  private final @Nullable LineId expected;
  private final List<String> open = new ArrayList<>();
  private final List<String> cosigned = new ArrayList<>();
  private final List<Hash> outcomeLeaves = new ArrayList<>();
  private long outcomesCompared;

  /**
   * A check of these files.
   *
   * @param expected the line that they have to be of; null tells the id and leaves that open
   */
  public RecordCheck(PartyFiles files, @Nullable LineId expected) {
    this.files = files;
    this.expected = expected;
  }

  /** The first thing that is wrong, carried to where the result is made. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient RecordResult.Fault fault;

    Wrong(RecordResult.Fault fault) {
      super(fault.sentence());
      this.fault = fault;
    }
  }

  /**
   * Reads and checks everything once.
   *
   * @throws IOException if the files cannot be read, which says nothing about the record
   */
  public RecordResult run() throws IOException {
    Replay replay = new Replay(expected);
    RecordResult.Fault fault = null;
    Hash root = null;
    try {
      Note note = note(files.record(), "record");
      VerifiedLog log = replayed(note, replay);
      root = log.checkpoint().root();
      signed(note, replay);
      outcomes(replay);
    } catch (Wrong wrong) {
      fault = wrong.fault;
    }
    Optional<Genesis> genesis = replay.genesis();
    if (expected == null && genesis.isPresent()) {
      open.add("whether it is your line: compare its id by voice, or give it with --line");
    }
    return new RecordResult(
        files.where(),
        genesis.map(each -> each.lineId().toString()).orElse(null),
        genesis.map(Genesis::name).orElse(null),
        replay.size(),
        replay.refused(),
        outcomesCompared,
        fault == null && root != null ? root.hex() : null,
        List.copyOf(cosigned),
        List.copyOf(open),
        fault);
  }

  private VerifiedLog replayed(Note note, Replay replay) throws IOException, Wrong {
    Checkpoint checkpoint = checkpoint(note, "record");
    try {
      VerifiedLog log = VerifiedLog.open(files.record(), checkpoint);
      while (replay.size() < log.size()) {
        for (byte[] entry : log.entries(replay.size(), TilePath.FULL)) {
          long index = replay.size();
          Outcome outcome = replay.next(entry, log);
          outcomeLeaves.add(Merkle.leaf(outcome.bytes()));
          if (replay.isFault(outcome)) {
            throw entryWrong(index, outcome.code() + ": " + outcome.sentence());
          }
        }
      }
      return log;
    } catch (LogDamage damage) {
      throw damaged("record", damage);
    }
  }

  /** The checkpoint is by the host's log key of the terms in force, and so is {@code .vkey}. */
  private void signed(Note note, Replay replay) throws Wrong {
    Optional<Terms> terms = replay.terms();
    Optional<Genesis> genesis = replay.genesis();
    if (terms.isEmpty() || genesis.isEmpty()) {
      open.add("who signed the checkpoint: no terms are in force that name the log's key");
      return;
    }
    PartyTerms host = terms.get().party(terms.get().host()).orElseThrow();
    VerifierKey key =
        new VerifierKey(genesis.get().origin(), VerifierKey.Type.SIGNATURE, host.logKey());
    SignedCheckpoint checkpoint = signedBy(note, key, "record");
    sameKey(files.recordKey(), key, "record.vkey");
    cosignatures(checkpoint, terms.get(), genesis.get());
  }

  private static SignedCheckpoint signedBy(Note note, VerifierKey key, String log) throws Wrong {
    return switch (SignedCheckpoint.open(note, key)) {
      case Parsed.Good<SignedCheckpoint>(SignedCheckpoint good) -> good;
      case Parsed.Refused<SignedCheckpoint> refused ->
          throw fileWrong(
              log + "/checkpoint", "the checkpoint is not the host's: " + refused.sentence());
    };
  }

  private static void sameKey(Optional<VerifierKey> file, VerifierKey key, String name)
      throws Wrong {
    if (file.isPresent() && !file.get().equals(key)) {
      throw fileWrong(name, name + " is not the key that the terms name for the log");
    }
  }

  private void cosignatures(SignedCheckpoint checkpoint, Terms terms, Genesis genesis)
      throws Wrong {
    for (PartyTerms party : terms.parties()) {
      VerifierKey key =
          new VerifierKey(
              genesis.origin() + "/cosigner/" + party.party(),
              VerifierKey.Type.COSIGNATURE,
              party.cosignerKey());
      switch (checkpoint.cosignatures(List.of(key))) {
        case Parsed.Good<List<Cosignature>>(List<Cosignature> held) ->
            held.forEach(each ->
                cosigned.add(party.party() + " at " + Instant.ofEpochSecond(each.unixSeconds())));
        case Parsed.Refused<List<Cosignature>> refused ->
            throw fileWrong(
                "record/checkpoint", party.party() + "'s cosignature: " + refused.sentence());
      }
    }
  }

  /** The outcome log says of each entry what this check itself found. */
  private void outcomes(Replay replay) throws IOException, Wrong {
    if (files.outcomes().isEmpty()) {
      open.add("the outcome log: there is none here");
      return;
    }
    Note note = note(files.outcomes().get(), "outcomes");
    Checkpoint checkpoint = checkpoint(note, "outcomes");
    if (checkpoint.size() > outcomeLeaves.size()) {
      throw fileWrong(
          "outcomes/checkpoint", "there are more outcomes than entries: the record was cut short");
    }
    try {
      VerifiedLog log = VerifiedLog.open(files.outcomes().get(), checkpoint);
      while (outcomesCompared < log.size()) {
        for (byte[] outcome : log.entries(outcomesCompared, TilePath.FULL)) {
          if (!Merkle.leaf(outcome).equals(outcomeLeaves.get(Math.toIntExact(outcomesCompared)))) {
            throw entryWrong(outcomesCompared, "its recorded outcome is not what the rules give");
          }
          outcomesCompared++;
        }
      }
    } catch (LogDamage damage) {
      throw damaged("outcomes", damage);
    }
    if (replay.terms().isPresent() && replay.genesis().isPresent()) {
      Terms terms = replay.terms().get();
      VerifierKey key =
          new VerifierKey(
              replay.genesis().get().outcomesOrigin(),
              VerifierKey.Type.SIGNATURE,
              terms.party(terms.host()).orElseThrow().outcomeKey());
      Objects.requireNonNull(signedBy(note, key, "outcomes"));
      sameKey(files.outcomesKey(), key, "outcomes.vkey");
    }
  }

  private static Note note(TileSource source, String log) throws IOException, Wrong {
    Optional<byte[]> bytes = source.read(TileSource.CHECKPOINT, Note.NOTE_BYTES_MAX);
    if (bytes.isEmpty()) {
      throw fileWrong(log + "/checkpoint", "the checkpoint is missing; nothing can be checked");
    }
    return good(Note.parse(bytes.get()), log);
  }

  private static Checkpoint checkpoint(Note note, String log) throws Wrong {
    return good(Checkpoint.parse(note.text()), log);
  }

  private static <T> T good(Parsed<T> parsed, String log) throws Wrong {
    return switch (parsed) {
      case Parsed.Good<T>(T value) -> value;
      case Parsed.Refused<T> refused ->
          throw fileWrong(
              log + "/checkpoint", "the checkpoint is malformed: " + refused.sentence());
    };
  }

  private static Wrong entryWrong(long index, String sentence) {
    return new Wrong(
        new RecordResult.Fault(index, index, null, "entry " + index + ": " + sentence));
  }

  private static Wrong fileWrong(String file, String sentence) {
    return new Wrong(new RecordResult.Fault(null, null, file, sentence));
  }

  private static Wrong damaged(String log, LogDamage damage) {
    long last = Math.max(damage.firstEntry(), damage.endEntry() - 1);
    String which =
        last == damage.firstEntry()
            ? "entry " + last
            : "entries " + damage.firstEntry() + " to " + last;
    return new Wrong(
        new RecordResult.Fault(
            damage.firstEntry(),
            last,
            log + "/" + damage.file(),
            which + ": " + damage.getMessage()));
  }
}
