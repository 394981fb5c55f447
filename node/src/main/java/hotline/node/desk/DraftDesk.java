package hotline.node.desk;

import hotline.line.LineState;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.notice.Notice;
import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.api.Drafted;
import hotline.node.api.Views;
import hotline.node.details.ConflictBook.Knowledge;
import hotline.node.details.ConflictBook.Meeting;
import hotline.node.details.DetailLoop;
import hotline.node.details.Details;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What would come of a notice that is not declared: from what this node knows, by the same code as
 * when it is. Nothing is said, nobody is asked, nothing is kept.
 */
final class DraftDesk {
  /** Notices of others that are looked at; the soonest. */
  private static final int MEETING_MAX = 200;

  private static final long MICROS = 1_000_000;

  private final Core core;
  private final Details details;
  private final NoticeDesk notices;
  private final ConflictDesk conflicts;

  DraftDesk(Core core, Details details, NoticeDesk notices, ConflictDesk conflicts) {
    this.core = core;
    this.details = details;
    this.notices = notices;
    this.conflicts = conflicts;
  }

  /**
   * Checks it.
   *
   * @param drafted as the record would have it
   * @param volumes its exact ones
   */
  Drafted.Checked check(Notice drafted, List<ExactVolume> volumes, Terms terms) {
    List<Notice> met =
        core
            .read((LineState state) ->
                state.notices().meeting(drafted, terms.separation().datumMarginFt()))
            .stream()
            .sorted(Comparator.comparingLong(Notice::startUs).thenComparing(Notice::entity))
            .toList();
    List<Notice> looked = met.stream().limit(MEETING_MAX).toList();
    List<Views.Conflict> found = new ArrayList<>();
    for (Notice other : looked) {
      found.add(conflicts.drafted(meeting(drafted, volumes, other, terms), drafted, other));
    }
    found.sort(ConflictDesk.SOONEST_FIRST);
    return new Drafted.Checked(
        notices.crossings(volumes, terms),
        found,
        met.size() - looked.size(),
        notices.seenByOthers(drafted, found.size(), terms),
        opens(met, volumes, terms),
        terms.times().noticeLeadUs() / MICROS);
  }

  /** The two as they would stand once it is declared: the later notice is the one to move. */
  private Meeting meeting(Notice own, List<ExactVolume> volumes, Notice other, Terms terms) {
    return new Meeting(
        own.ref(),
        own.index(),
        other.ref(),
        other.index(),
        other.party(),
        knowledge(own, volumes, other, terms),
        null,
        false);
  }

  /** What was opened before may show an overlap; it cannot show that there is none. */
  private Knowledge knowledge(Notice own, List<ExactVolume> volumes, Notice other, Terms terms) {
    try {
      List<ExactVolume> theirs = List.copyOf(details.store().opened(other.ref()).values());
      return DetailLoop.conflict(own.ref(), volumes, other.ref(), theirs, terms.separation())
          .<Knowledge>map(Knowledge.Exact::new)
          .orElseGet(() -> new Knowledge.Possible("not asked yet"));
    } catch (IOException unreadable) {
      return new Knowledge.Possible("what was opened cannot be read");
    }
  }

  /** Which volumes reach into what each other party has declared; see {@code Disclosure}. */
  private static List<Drafted.Opens> opens(
      List<Notice> met, List<ExactVolume> volumes, Terms terms) {
    Map<String, List<Extents>> declared = new TreeMap<>();
    for (Notice each : met) {
      declared
          .computeIfAbsent(each.party(), _ -> new ArrayList<>())
          .add(new Extents(each.extents()));
    }
    List<Drafted.Opens> opens = new ArrayList<>();
    declared.forEach((party, theirs) -> {
      long count =
          volumes.stream()
              .filter(volume ->
                  theirs.stream()
                      .anyMatch(each -> each.meets(volume, terms.separation().datumMarginFt())))
              .count();
      if (count > 0) {
        opens.add(new Drafted.Opens(party, Math.toIntExact(count)));
      }
    });
    return opens;
  }

  /** Now, µs since 1970 UTC. */
  long nowUs() {
    return Times.micros(core.clock().instant());
  }
}
