package hotline.node.desk;

import hotline.node.details.ConflictBook;
import hotline.node.details.Details;
import hotline.node.record.History;

/** The desks for what the parties quarrel over, and the notices that all of it is about. */
final class MatterDesks {
  final NoticeDesk notices;
  final BreachDesk breaches;
  final IncidentViews incidents;
  final IncidentDesk incidentDesk;
  final CaseDesk cases;
  final ThirdPartyDesk thirdParties;
  final StatisticsDesk statistics;
  final BundleDesk bundles;

  /** Looking from where {@code core} looks. */
  MatterDesks(Core core, Details details, ConflictBook book, History history) {
    notices = new NoticeDesk(core, details, book);
    FileFinder files = new FileFinder(core, notices);
    SealedThings sealed = new SealedThings(core.config().data());
    OpeningDesk openings = new OpeningDesk(core, details, notices, history);
    breaches = new BreachDesk(core, notices::find);
    incidents = new IncidentViews(core, files, sealed);
    incidentDesk = new IncidentDesk(core, files, sealed, openings);
    cases = new CaseDesk(core, files);
    statistics = new StatisticsDesk(core.outlook());
    thirdParties = new ThirdPartyDesk(core, notices);
    bundles = new BundleDesk(core, files, sealed);
  }
}
