package hotline.node;

import hotline.node.outbox.Outbox;
import hotline.node.outbox.Sender;
import hotline.node.record.LocalRecord;
import hotline.node.urgent.UrgentLane;
import hotline.record.statement.Statement;

/** What came into the record shortly before a stop, and was not settled in the outboxes then. */
final class Unsettled {
  private Unsettled() {}

  /** Settles it; before anything is sent. */
  static void settle(LocalRecord record, Outbox outbox, Sender sender, UrgentLane urgent) {
    for (Statement each : outbox.waiting()) {
      if (record.indexOf(each.id()).isPresent()) {
        sender.recorded(each.id());
      }
    }
    for (Statement each : urgent.notRecorded()) {
      if (record.indexOf(each.id()).isPresent()) {
        urgent.onRecorded(each);
      }
    }
  }
}
