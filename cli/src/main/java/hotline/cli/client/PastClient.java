package hotline.cli.client;

import hotline.node.api.Past;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The line as a node elsewhere knew it at an instant. Thread-safe. */
final class PastClient extends ViewClient implements Past {
  private final Instant at;

  PastClient(Wire wire, Instant at) {
    super(wire, Optional.of(at));
    this.at = at;
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public long entries() {
    return read("past", Views.PastLine.class).entries();
  }

  @Override
  public List<Views.PartyStatus> parties() {
    return List.of(read("status", Views.PartyStatus[].class));
  }
}
