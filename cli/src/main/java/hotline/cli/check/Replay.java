package hotline.cli.check;

import hotline.line.Entry;
import hotline.line.Kind;
import hotline.line.LineState;
import hotline.line.Outcome;
import hotline.line.Verdict;
import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.terms.Genesis;
import hotline.line.terms.Terms;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.statement.LineId;
import hotline.record.statement.Parsed;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.record.tiles.VerifiedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of a record folded anew, from the first. */
final class Replay {
  private final @Nullable LineId expected;
  private @Nullable Genesis genesis;
  private @Nullable LineState state;
  private long refused;

  Replay(@Nullable LineId expected) {
    this.expected = expected;
  }

  /** Folds the next entry; {@code log} gives the roots that statements name as their basis. */
  Outcome next(byte[] bytes, VerifiedLog log) throws IOException {
    Parsed parsed = Statements.parse(bytes);
    LineState fold = state;
    if (fold == null) {
      genesis = genesis(parsed).orElse(null);
      LineId line = expected;
      if (line == null) {
        line = genesis == null ? LineId.of(new byte[LineId.BYTES]) : genesis.lineId();
      }
      fold = LineState.of(line);
      state = fold;
    }
    long index = fold.size();
    try {
      boolean basisHolds =
          !(parsed instanceof Statement statement)
              || Entry.basisHolds(statement, index, size -> rootAt(log, size));
      Outcome outcome = fold.apply(new Entry(index, bytes, basisHolds, Optional.empty()));
      refused += outcome.verdict() == Verdict.REFUSED ? 1 : 0;
      return outcome;
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static Optional<Hash> rootAt(VerifiedLog log, long size) {
    try {
      return Optional.of(log.rootAt(size));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Genesis> genesis(Parsed first) {
    return first instanceof Statement statement
            && statement.header().kind() == Kind.BEGIN.code()
            && Body.decode(Kind.BEGIN, statement.content())
                instanceof Decoded.Value<Body>(ChainBody.Begin begin)
        ? begin.genesis()
        : Optional.empty();
  }

  /** Whether an entry with this outcome should never have been put in order. */
  boolean isFault(Outcome outcome) {
    return outcome.verdict() == Verdict.VOID;
  }

  /** Entries folded so far. */
  long size() {
    return state == null ? 0 : state.size();
  }

  /** Entries that a rule refused. */
  long refused() {
    return refused;
  }

  /** The genesis that the first entry carries. */
  Optional<Genesis> genesis() {
    return Optional.ofNullable(genesis);
  }

  /** The terms in force after the last entry. */
  Optional<Terms> terms() {
    return state == null ? Optional.empty() : state.terms();
  }
}
