package hotline.node.urgent;

import hotline.line.body.MessageBody;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was said of each message in the urgent lane, by whatever party, in the order of arrival.
 * Safe for use by many threads.
 */
final class Replies {
  private final Map<StatementId, List<UrgentLane.Replied>> byMessage = new HashMap<>();

  /** Keeps it, if it is a reply. */
  synchronized void keep(Statement statement) {
    if (UrgentLane.decode(statement).orElse(null) instanceof MessageBody.Reply reply) {
      byMessage
          .computeIfAbsent(reply.message(), _ -> new ArrayList<>())
          .add(new UrgentLane.Replied(statement, reply));
    }
  }

  synchronized List<UrgentLane.Replied> of(StatementId message) {
    return List.copyOf(byMessage.getOrDefault(message, List.of()));
  }
}
