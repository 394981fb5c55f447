package hotline.cli.check;

import hotline.line.Kind;
import hotline.line.RecordCheck;
import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.note.Checkpoint;
import hotline.record.note.Cosignature;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.statement.LineId;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.record.tiles.LogDamage;
import hotline.record.tiles.TilePath;
import hotline.record.tiles.TileSource;
import hotline.record.tiles.VerifiedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole line from its files, taking nothing on faith but the hash function: every tile and
 * entry against the checkpoint, every statement's signature, chain and right to speak, every
 * outcome, and at last the checkpoint's own signature by the key that the record itself names.
 * Whether it is the right line, its id says, which two people compare.
 */
public final class LineCheck {
  private static final String RECORD = "record";
  private static final String OUTCOMES = "outcomes";

  private final PartyFiles files;
  private final @Nullable LineId expected;
  private final List<String> open = new ArrayList<>();
  private final List<String> cosigned = new ArrayList<>();
  private @Nullable Genesis genesis;
  private @Nullable RecordCheck entries;
  private long outcomesCompared;

  /**
   * A check of these files.
   *
   * @param expected the line that they have to be of; null tells the id and leaves that open
   */
  public LineCheck(PartyFiles files, @Nullable LineId expected) {
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
    RecordResult.Fault fault = null;
    Hash root = null;
    try {
      Note note = note(files.record(), RECORD);
      Optional<Note> outcomesNote = outcomesNote();
      root = replay(note, outcomesNote);
      signed(note);
      if (outcomesNote.isPresent()) {
        outcomesSigned(outcomesNote.get());
      }
    } catch (Wrong wrong) {
      fault = wrong.fault;
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    Optional<Genesis> line = Optional.ofNullable(genesis);
    if (expected == null && line.isPresent()) {
      open.add("whether it is your line: compare its id by voice, or give it with --line");
    }
    Optional<RecordCheck.Summary> summary = Optional.ofNullable(entries).map(RecordCheck::summary);
    return new RecordResult(
        files.where(),
        line.map(each -> each.lineId().toString()).orElse(null),
        line.map(Genesis::name).orElse(null),
        summary.map(RecordCheck.Summary::entries).orElse(0L),
        summary.map(RecordCheck.Summary::refusals).orElseGet(TreeMap::new),
        outcomesCompared,
        fault == null && root != null ? root.hex() : null,
        List.copyOf(cosigned),
        List.copyOf(open),
        fault);
  }

  private Optional<Note> outcomesNote() throws IOException, Wrong {
    if (files.outcomes().isEmpty()) {
      open.add("the outcome log: there is none here");
      return Optional.empty();
    }
    return Optional.of(note(files.outcomes().get(), OUTCOMES));
  }

  /** Folds every entry anew, beside the outcome that the other log has for it; the root. */
  private Hash replay(Note note, Optional<Note> outcomesNote) throws IOException, Wrong {
    VerifiedLog log = opened(files.record(), note, RECORD);
    Optional<VerifiedLog> outcomes =
        outcomesNote.isEmpty()
            ? Optional.empty()
            : Optional.of(opened(files.outcomes().orElseThrow(), outcomesNote.get(), OUTCOMES));
    if (outcomes.isPresent() && outcomes.get().size() > log.size()) {
      throw fileWrong(
          OUTCOMES + "/checkpoint",
          "there are more outcomes than entries: the record was cut short");
    }
    long index = 0;
    while (index < log.size()) {
      for (byte[] entry : batch(log, index, RECORD)) {
        Optional<RecordCheck.Fault> fault = next(entry, index, log, outcomes);
        if (fault.isPresent()) {
          throw entryWrong(index, fault.get().code() + ": " + fault.get().sentence());
        }
        index++;
      }
    }
    return log.checkpoint().root();
  }

  private Optional<RecordCheck.Fault> next(
      byte[] entry, long index, VerifiedLog log, Optional<VerifiedLog> outcomes)
      throws IOException, Wrong {
    RecordCheck check = entries;
    if (check == null) {
      genesis = genesis(entry).orElse(null);
      check = new RecordCheck(line(), size -> rootAt(log, size));
      entries = check;
    }
    if (outcomes.isEmpty() || index >= outcomes.get().size()) {
      return check.next(entry);
    }
    outcomesCompared++;
    try {
      return check.next(entry, outcomes.get().entry(index));
    } catch (LogDamage damage) {
      throw damaged(OUTCOMES, damage);
    }
  }

  private LineId line() {
    if (expected != null) {
      return expected;
    }
    return genesis == null ? LineId.of(new byte[LineId.BYTES]) : genesis.lineId();
  }

  private static Optional<Genesis> genesis(byte[] first) {
    return Statements.parse(first) instanceof Statement statement
            && statement.header().kind() == Kind.BEGIN.code()
            && Body.decode(Kind.BEGIN, statement.content())
                instanceof Decoded.Value<Body>(ChainBody.Begin begin)
        ? begin.genesis()
        : Optional.empty();
  }

  /** The root of a log at a size, as a check of entries asks for it. */
  static Optional<Hash> rootAt(VerifiedLog log, long size) {
    try {
      return Optional.of(log.rootAt(size));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static VerifiedLog opened(TileSource source, Note note, String log)
      throws IOException, Wrong {
    try {
      return VerifiedLog.open(source, checkpoint(note, log));
    } catch (LogDamage damage) {
      throw damaged(log, damage);
    }
  }

  private static List<byte[]> batch(VerifiedLog log, long from, String name)
      throws IOException, Wrong {
    try {
      return log.entries(from, TilePath.FULL);
    } catch (LogDamage damage) {
      throw damaged(name, damage);
    }
  }

  /** The checkpoint is by the host's log key of the terms in force, and so is {@code .vkey}. */
  private void signed(Note note) throws Wrong {
    Optional<Terms> terms = terms();
    if (terms.isEmpty() || genesis == null) {
      open.add("who signed the checkpoint: no terms are in force that name the log's key");
      return;
    }
    VerifierKey key = genesis.recordKey(terms.get().hostTerms());
    SignedCheckpoint checkpoint = signedBy(note, key, RECORD);
    sameKey(files.recordKey(), key, "record.vkey");
    cosignatures(checkpoint, terms.get(), genesis);
  }

  private void outcomesSigned(Note note) throws Wrong {
    Optional<Terms> terms = terms();
    if (terms.isPresent() && genesis != null) {
      VerifierKey key = genesis.outcomesKey(terms.get().hostTerms());
      SignedCheckpoint _ = signedBy(note, key, OUTCOMES);
      sameKey(files.outcomesKey(), key, "outcomes.vkey");
    }
  }

  private Optional<Terms> terms() {
    return entries == null ? Optional.empty() : entries.state().terms();
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
      VerifierKey key = genesis.cosignerKey(party);
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
