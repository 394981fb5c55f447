package hotline.node.desk;

import hotline.node.api.Past;
import hotline.node.api.Views;
import hotline.node.details.ConflictBook;
import hotline.node.details.Details;
import hotline.node.record.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The desks' own views, looking from an instant that is past. */
final class PastApi extends LineLook implements Past {
  private final Instant at;

  PastApi(Core core, Instant at, Details details, ConflictBook book, History history) {
    super(core, details, book, history);
    this.at = at;
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public long entries() {
    return core.outlook().size();
  }

  @Override
  public List<Views.PartyStatus> parties() {
    return statuses.parties(_ -> Optional.empty());
  }
}
