package hotline.cli.check;

import hotline.line.RecordCheck;
import hotline.line.accusation.Accusation;
import hotline.line.accusation.AccusationCheck;
import hotline.line.terms.Genesis;
import hotline.line.terms.Terms;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.tiles.VerifiedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An accusation checked offline, with the genesis and the terms that its reader has signed. */
public final class AccusationFileCheck {
  private static final int BATCH = 256;

  private AccusationFileCheck() {}

  /**
   * Finds out whether it proves anything.
   *
   * @param record the reader's own copy, if what is said of outcomes is to be checked
   * @throws IllegalArgumentException if genesis and terms are none, or not of one line
   * @throws UncheckedIOException if the copy cannot be read
   */
  public static AccusationCheck.Judgement check(
      byte[] file, byte[] genesisBytes, byte[] termsBytes, @Nullable PartyFiles record) {
    ProofKeys keys = ProofKeys.of(genesisBytes, termsBytes);
    Genesis genesis = keys.genesis();
    Terms terms = keys.named();
    return switch (Accusation.decode(file)) {
      case Decoded.Fault<Accusation>(String sentence) ->
          new AccusationCheck.Judgement(
              List.of(), Optional.empty(), Optional.of("it is not well formed: " + sentence));
      case Decoded.Value<Accusation>(Accusation accusation) ->
          new AccusationCheck(
                  genesis,
                  terms,
                  size ->
                      record == null ? Optional.empty() : outcomes(record, genesis, terms, size))
              .run(accusation);
    };
  }

  /** The root of the outcomes of the first entries, folded anew; empty if there are fewer. */
  private static Optional<Hash> outcomes(
      PartyFiles files, Genesis genesis, Terms terms, long size) {
    try {
      Optional<Checkpoint> checkpoint =
          files
              .record()
              .checkpoint(genesis.recordKey(terms.hostTerms()))
              .flatMap(Parsed::asOptional)
              .map(SignedCheckpoint::checkpoint);
      return checkpoint.isEmpty() || checkpoint.get().size() < size
          ? Optional.empty()
          : Optional.of(fold(VerifiedLog.open(files.record(), checkpoint.get()), genesis, size));
    } catch (IOException unread) {
      throw new UncheckedIOException(
          new IOException("your copy of the record: " + unread.getMessage(), unread));
    }
  }

  private static Hash fold(VerifiedLog log, Genesis genesis, long size) throws IOException {
    Frontier tree = Frontier.EMPTY;
    RecordCheck check = new RecordCheck(genesis.lineId(), at -> LineCheck.rootAt(log, at));
    long index = 0;
    while (index < size) {
      for (byte[] entry : log.entries(index, (int) Math.min(BATCH, size - index))) {
        Optional<RecordCheck.Fault> fault = check.next(entry);
        if (fault.isPresent()) {
          throw new IOException(fault.get().sentence());
        }
        tree = tree.append(Merkle.leaf(check.outcome()));
        index++;
      }
    }
    return tree.root();
  }
}
