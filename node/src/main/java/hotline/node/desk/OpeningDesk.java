package hotline.node.desk;

import hotline.line.Refusals;
import hotline.line.body.IncidentBody;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Subject;
import hotline.line.notice.Notice;
import hotline.node.details.Details;
import hotline.node.record.History;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens one exact volume of an own notice for everyone, and nothing else of it. What would not hold
 * against the record does not leave.
 */
final class OpeningDesk {
  private final Core core;
  private final Details details;
  private final NoticeDesk notices;
  private final History history;

  OpeningDesk(Core core, Details details, NoticeDesk notices, History history) {
    this.core = core;
    this.details = details;
    this.notices = notices;
    this.history = history;
  }

  /** Volume {@code item} of a version of an own notice; the newest if none is named. */
  IncidentBody.What.Volume open(String name, @Nullable Long version, @Nullable Integer item)
      throws Given.Refused {
    NoticeRef newest =
        notices.find(name).orElseThrow(() -> new Given.Refused(Refusals.NOTICE_UNKNOWN, name));
    NoticeRef wanted =
        version == null ? newest : new NoticeRef(newest.entity(), Math.max(1, version));
    try {
      return open(wanted, item == null ? 0 : item);
    } catch (IOException unreadable) {
      throw new Given.Refused(
          "disk", "This node cannot read its disk (" + unreadable.getMessage() + ").");
    }
  }

  private IncidentBody.What.Volume open(NoticeRef wanted, int item)
      throws IOException, Given.Refused {
    Notice notice =
        declared(wanted)
            .orElseThrow(() -> new Given.Refused(Refusals.NOTICE_UNKNOWN, wanted.entity()));
    if (!notice.party().equals(core.party())) {
      throw new Given.Refused(
          "not-yours", "Only " + notice.party() + " can open what it has declared.");
    }
    List<ExactVolume> volumes = details.store().own(wanted).orElse(List.of());
    if (item < 0 || item >= volumes.size()) {
      throw new Given.Refused(
          "item-unknown",
          volumes.isEmpty()
              ? "The exact volumes of this version are not at this node."
              : "This version has volumes 0 to " + (volumes.size() - 1) + ".");
    }
    Subject subject = new Subject(core.genesis().lineId(), core.party(), wanted);
    Commitment commitment = Commitment.of(subject, volumes, details.secret());
    Hash promised = notice.commitment();
    if (!commitment.root().equals(promised)
        || commitment.open(item).verify(subject, promised, notice.leaves())
            instanceof Decoded.Fault<ExactVolume>) {
      throw new Given.Refused(
          "does-not-hold",
          "What this node has of the notice is not what the record has it committed to; opening it"
              + " would be evidence against your own party. Restore the private database and the"
              + " keys from one backup.");
    }
    return new IncidentBody.What.Volume(
        core.outlook()
            .statement(notice.index())
            .orElseThrow(() -> new IOException("entry " + notice.index() + " cannot be read"))
            .id(),
        commitment.open(item));
  }

  /** A version as it was declared: the newest, or found by going back from it. */
  private Optional<Notice> declared(NoticeRef wanted) throws IOException {
    Optional<Notice> notice = core.read(state -> state.notices().live(wanted.entity()));
    if (notice.isEmpty()) {
      Optional<Long> end =
          core.read(state -> state.notices().ended(wanted.entity()).map(each -> each.endIndex()));
      if (end.isPresent()) {
        notice = history.read(end.get(), state -> state.notices().live(wanted.entity()));
      }
    }
    while (notice.isPresent() && notice.get().version() > wanted.version()) {
      notice = history.read(notice.get().index(), state -> state.notices().live(wanted.entity()));
    }
    return notice.filter(each -> each.version() == wanted.version());
  }
}
