package hotline.node.desk;

import hotline.airspace.ClosestApproach;
import hotline.airspace.HeightBand;
import hotline.line.body.NoticeRef;
import hotline.line.notice.Notice;
import hotline.line.planning.Conflict;
import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.api.Views;
import hotline.node.details.ConflictBook;
import hotline.node.details.ConflictBook.Knowledge;
import hotline.node.details.ConflictBook.Meeting;
import hotline.node.details.Details;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conflicts as people see them, and the log of what was disclosed. */
final class ConflictDesk {
  /** By the beginning of the overlap, then by reference. */
  static final Comparator<Views.Conflict> SOONEST_FIRST =
      Comparator.comparing(Views.Conflict::overlapStart).thenComparing(Views.Conflict::reference);

  private static final int LIMIT_MAX = 10_000;

  private final Core core;
  private final Details details;
  private final ConflictBook book;
  private final MessageViews messages;

  ConflictDesk(Core core, Details details, ConflictBook book, MessageViews messages) {
    this.core = core;
    this.details = details;
    this.book = book;
    this.messages = messages;
  }

  List<Views.Conflict> conflicts(boolean all) {
    Optional<Terms> terms = core.terms();
    List<Views.Conflict> views = new ArrayList<>();
    for (Meeting each : book.all()) {
      boolean open = ConflictBook.isOpen(each);
      if (open || (all && each.was() != null)) {
        view(each, open, terms).ifPresent(views::add);
      }
    }
    views.sort(SOONEST_FIRST);
    return views;
  }

  /** A pair of which the own notice is not declared yet. */
  Views.Conflict drafted(Meeting meeting, Notice own, Notice other) {
    return meeting.knowledge() instanceof Knowledge.Exact(Conflict conflict)
        ? exact(meeting, true, conflict, core.terms())
        : possible(meeting, true, own, other);
  }

  private Optional<Views.Conflict> view(Meeting meeting, boolean open, Optional<Terms> terms) {
    Conflict exact =
        meeting.knowledge() instanceof Knowledge.Exact(Conflict now) ? now : meeting.was();
    return exact != null
        ? Optional.of(exact(meeting, open, exact, terms))
        : possible(meeting, open);
  }

  private Views.Conflict exact(
      Meeting meeting, boolean open, Conflict conflict, Optional<Terms> terms) {
    ClosestApproach closest = conflict.closest();
    boolean known = !open || meeting.knowledge() instanceof Knowledge.Exact;
    return conflict(
        meeting,
        open,
        known ? "EXACT" : "POSSIBLE",
        conflict.times().startUs(),
        conflict.times().endUs(),
        conflict.heights(),
        Places.place(conflict.place(), terms),
        closest);
  }

  /** Where and when the two meet coarsely: all that the record says. */
  private Optional<Views.Conflict> possible(Meeting meeting, boolean open) {
    Optional<Notice> own = core.read(state -> state.notices().live(meeting.own().entity()));
    Optional<Notice> other = core.read(state -> state.notices().live(meeting.other().entity()));
    return own.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(possible(meeting, open, own.get(), other.get()));
  }

  private Views.Conflict possible(Meeting meeting, boolean open, Notice own, Notice other) {
    return conflict(
        meeting,
        open,
        "POSSIBLE",
        Math.max(own.startUs(), other.startUs()),
        Math.min(own.endUs(), other.endUs()),
        own.extents().getFirst().heights(),
        null,
        null);
  }

  private Views.Conflict conflict(
      Meeting meeting,
      boolean open,
      String certainty,
      long startUs,
      long endUs,
      HeightBand heights,
      Views.@Nullable Place place,
      @Nullable ClosestApproach closest) {
    String toMove = meeting.ownToMove() ? core.party() : meeting.otherParty();
    String asks = meeting.ownToMove() ? meeting.otherParty() : core.party();
    List<StatementId> calls =
        book.calls(meeting.own(), meeting.other(), asks).stream().filter(this::isKnown).toList();
    Optional<StatementId> answered =
        calls.stream().filter(each -> answer(each, toMove).isPresent()).findFirst();
    Optional<StatementId> id = answered.or(() -> calls.stream().findFirst());
    Optional<String> answer = answered.flatMap(each -> answer(each, toMove));
    String state =
        !open ? "CLEARED" : answer.filter("UNABLE"::equals).isPresent() ? "UNABLE" : "OPEN";
    return new Views.Conflict(
        reference(meeting),
        meeting.own().entity().hex(),
        NoticeText.reference(meeting.own().entity()),
        meeting.other().entity().hex(),
        NoticeText.reference(meeting.other().entity()),
        meeting.otherParty(),
        certainty,
        state,
        toMove,
        Times.instant(startUs),
        Times.instant(endUs),
        Places.band(heights),
        place,
        closest == null ? null : Times.instant(closest.timeUs()),
        closest == null ? null : closest.horizontalMm(),
        closest == null ? null : closest.verticalFeet(),
        id.map(StatementId::toString).orElse(null),
        open && toMove.equals(core.party()) && id.isPresent() && answer.isEmpty());
  }

  /** A look at the past does not see what was said later. */
  private boolean isKnown(StatementId call) {
    return core.outlook().pastInstant().isEmpty() || core.outlook().isRecorded(call);
  }

  /** What the party that is to move answered, other than "stand by". */
  private Optional<String> answer(StatementId call, String toMove) {
    return messages
        .find(call)
        .flatMap(each -> each.stepsOf(toMove))
        .flatMap(Spoken.Steps::answer)
        .map(Spoken.Answered::word);
  }

  /** The same on both sides: the notice that stays, then the one that is to move. */
  private static String reference(Meeting meeting) {
    return meeting.ownToMove()
        ? "C-" + letters(meeting.other()) + "-" + letters(meeting.own())
        : "C-" + letters(meeting.own()) + "-" + letters(meeting.other());
  }

  private static String letters(NoticeRef notice) {
    return NoticeText.reference(notice.entity()).substring(2);
  }

  List<Views.Disclosure> disclosures(int limit) {
    try {
      return details.store().exchanges(Math.clamp(limit, 1, LIMIT_MAX)).stream()
          .map(each ->
              new Views.Disclosure(
                  each.at(),
                  each.direction(),
                  each.peer(),
                  each.onBehalf(),
                  each.opened(),
                  each.withheld(),
                  each.digest()))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
