package hotline.node.peer;

import hotline.node.order.NotOrdered;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.record.RecordMachine;
import hotline.node.record.StatementDesk;
import hotline.record.merkle.Hash;
import hotline.record.statement.Malformed;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** The host's answers to statements that other nodes hand in: a promise, or why there is none. */
public final class StatementCalls implements Function<byte[], Answer> {
  /** Codes of {@link hotline.record.statement.ChainVerdict} for a number that is taken. */
  private static final Set<String> USED = Set.of("double-used", "sequence-used");

  private final StatementDesk desk;
  private final Ordering ordering;

  /** What the host does beside ordering. */
  public interface Ordering {
    /** Whether statements are taken at all. */
    boolean isRunning();

    /** A statement whose signature holds has no place in its chain. */
    void outOfChain(Statement statement);
  }

  /** Hands in at {@code desk}. */
  public StatementCalls(StatementDesk desk, Ordering ordering) {
    this.desk = desk;
    this.ordering = ordering;
  }

  @Override
  public Answer apply(byte[] body) {
    if (!ordering.isRunning()) {
      return PeerAnswers.problem(503, "sequencer-stopped", "The sequencer is stopped.");
    }
    try {
      return switch (Statements.parse(body)) {
        case Malformed(String code, String sentence) -> refused(code, sentence);
        case Statement statement -> place(statement);
      };
    } catch (CompletionException failed) {
      return failed.getCause() instanceof NotOrdered not
          ? PeerAnswers.problem(
              not.why() == NotOrdered.Why.BUSY ? 429 : 503,
              not.why().code(),
              String.valueOf(not.getMessage()))
          : PeerAnswers.problem(503, "sequencer-failed", "The sequencer failed. Send it again.");
    } catch (IOException unread) {
      return PeerAnswers.problem(503, "disk", "The host cannot read its record. Send it again.");
    }
  }

  private Answer place(Statement statement) throws IOException {
    return switch (desk.order(statement).join()) {
      case RecordMachine.Answer.Placed(long index, Optional<Hash> leaf) ->
          Answer.cose(200, desk.promise(statement.header().chain().party(), index, leaf));
      case RecordMachine.Answer.Refused(String code, String sentence) -> {
        if (USED.contains(code)) {
          ordering.outOfChain(statement);
        }
        yield refused(code, sentence);
      }
    };
  }

  private static Answer refused(String code, String sentence) {
    return PeerAnswers.problem(isOfForm(code) ? 422 : 409, code, sentence);
  }

  /** What no other time or order of sending would make good. */
  private static boolean isOfForm(String code) {
    return switch (code) {
      case "malformed", "too-large", "format-unknown", "wrong-line", "bad-signature" -> true;
      default -> false;
    };
  }
}
