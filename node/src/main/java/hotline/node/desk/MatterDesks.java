package hotline.node.desk;

import hotline.node.details.ConflictBook;
import hotline.node.details.Details;

/** The desks for what the parties quarrel over, and the notices that all of it is about. */
final class MatterDesks {
  final NoticeDesk notices;
  final BreachDesk breaches;

  /** Looking from where {@code core} looks. */
  MatterDesks(Core core, Details details, ConflictBook book) {
    notices = new NoticeDesk(core, details, book);
    breaches = new BreachDesk(core, notices::find);
  }
}
