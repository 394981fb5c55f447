package hotline.node.desk;

import hotline.line.matter.Said;
import hotline.node.Times;
import hotline.node.api.MatterViews;

/** Whose word something is, as people are shown it. */
final class Bylines {
  private final Core core;

  Bylines(Core core) {
    this.core = core;
  }

  MatterViews.By by(Said said) {
    return new MatterViews.By(
        said.id().toString(),
        said.party(),
        isOwn(said.party()),
        Times.instant(said.saidUs()),
        core.outlook().receivedAt(said.index()).orElse(null),
        said.index(),
        core.outlook().isConfirmed(said.index()),
        said.mode().name());
  }

  boolean isOwn(String party) {
    return party.equals(core.party());
  }
}
