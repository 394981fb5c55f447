package hotline.node.desk;

import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.disclosure.RecordedNotice;
import hotline.line.disclosure.Withheld;
import hotline.line.notice.Notice;
import hotline.line.planning.Enquiry;
import hotline.line.planning.KnownVolumes;
import hotline.line.planning.NoticeVolumes;
import hotline.line.planning.Shift;
import hotline.line.planning.ShiftSearch;
import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.api.Requests;
import hotline.node.api.Unsearched;
import hotline.node.details.Details;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the nearest shift that clears a notice, by asking every other party what any allowed shift
 * might meet (docs/decisions/0005-enquiry.md). That there is none is said only when all of it was
 * opened.
 */
final class ShiftFinder {
  private static final long MICROS = 1_000_000;

  private static final String FULL = Withheld.ANSWER_FULL.code();
  private static final Set<String> OVERTAKEN =
      Set.of(Withheld.NOT_LIVE.code(), Withheld.UNKNOWN_NOTICE.code());

  /** Notices of others may be amended while they are asked about. */
  private static final int TRIES_MAX = 3;

  private final Core core;
  private final Details details;

  ShiftFinder(Core core, Details details) {
    this.core = core;
    this.details = details;
  }

  /** A notice was amended or ended while it was asked about. */
  private static final class Overtaken extends IOException {
    private static final long serialVersionUID = 1;

    Overtaken(String code) {
      super("a notice was changed meanwhile (" + code + ")");
    }
  }

  /**
   * The nearest shift of an own notice without conflict; empty if every allowed one was tried.
   *
   * @throws Unsearched if not everything is known that they would have to be clear of
   */
  Optional<Requests.Shift> find(Notice own, Terms terms) {
    for (int tries = 1; ; tries++) {
      try {
        return search(own, terms);
      } catch (Overtaken overtaken) {
        if (tries == TRIES_MAX) {
          throw unknown(overtaken);
        }
      } catch (IOException failed) {
        throw unknown(failed);
      }
    }
  }

  private static Unsearched unknown(IOException why) {
    return new Unsearched(
        "not-known",
        "No shift can be called clear now, and none ruled out: not every volume around it is known"
            + " here ("
            + why.getMessage()
            + "). Try again, or agree by voice.");
  }

  private Optional<Requests.Shift> search(Notice own, Terms terms) throws IOException {
    List<ExactVolume> volumes =
        details
            .store()
            .own(own.ref())
            .orElseThrow(() ->
                new Unsearched(
                    "volumes-missing",
                    "This node does not have the volumes of the notice. Declare it anew."));
    ShiftSearch.Result result =
        ShiftSearch.search(
            volumes,
            KnownVolumes.of(others(own, volumes, terms), terms.separation()),
            terms.planning(),
            nowUs());
    return switch (result) {
      case ShiftSearch.Exhausted _ -> Optional.empty();
      case ShiftSearch.Found found -> Optional.of(request(own, found.shift()));
    };
  }

  private static Requests.Shift request(Notice own, Shift shift) {
    return switch (shift) {
      case Shift.InHeight(long feet) -> new Requests.Shift(own.entity().hex(), feet, null, null);
      case Shift.InTime(long us) -> new Requests.Shift(own.entity().hex(), null, us / MICROS, null);
    };
  }

  private long nowUs() {
    return Times.micros(core.clock().instant());
  }

  /** Everything that any allowed shift might meet, opened by its owners. */
  private List<NoticeVolumes> others(Notice own, List<ExactVolume> volumes, Terms terms)
      throws IOException {
    SortedMap<NoticeRef, NoticeVolumes> known = new TreeMap<>();
    for (Extents extents : enquiries(volumes, terms)) {
      for (Map.Entry<String, SortedMap<NoticeRef, RecordedNotice>> party :
          around(own, extents, terms).entrySet()) {
        List<NoticeRef> wanted = List.copyOf(party.getValue().keySet());
        for (int from = 0; from < wanted.size(); from += DetailRequest.WANTED_MAX) {
          List<NoticeRef> batch =
              wanted.subList(from, Math.min(wanted.size(), from + DetailRequest.WANTED_MAX));
          ask(party.getKey(), extents, batch, party.getValue());
        }
        // What was opened of a notice before is known as well.
        for (NoticeRef each : wanted) {
          known.put(
              each, new NoticeVolumes(each, List.copyOf(details.store().opened(each).values())));
        }
      }
    }
    return List.copyOf(known.values());
  }

  /** One enquiry, or as many as the terms' bounds make of a long notice. */
  private static List<Extents> enquiries(List<ExactVolume> volumes, Terms terms) {
    return switch (Enquiry.of(volumes, terms.planning(), terms.granularity(), terms.limits())) {
      case Enquiry.Allowed(Extents extents) -> List.of(extents);
      case Enquiry.Refused(var why) -> {
        if (volumes.size() == 1) {
          throw new Unsearched(
              why.code(),
              "One volume with its allowed shifts is more than one enquiry may ask about. Plan it"
                  + " in smaller volumes.");
        }
        List<ExactVolume> inTime =
            volumes.stream()
                .sorted(Comparator.comparingLong(each -> each.volume().times().startUs()))
                .toList();
        List<Extents> parts = new ArrayList<>();
        parts.addAll(enquiries(inTime.subList(0, inTime.size() / 2), terms));
        parts.addAll(enquiries(inTime.subList(inTime.size() / 2, inTime.size()), terms));
        yield parts;
      }
    };
  }

  /** By party, its notices that are not over and meet these extents, as the record has them. */
  private Map<String, SortedMap<NoticeRef, RecordedNotice>> around(
      Notice own, Extents extents, Terms terms) {
    List<Notice> met =
        core.read(state ->
            state
                .notices()
                .meeting(
                    core.party(), own.mode(), extents.list(), terms.separation().datumMarginFt()));
    long nowUs = nowUs();
    Map<String, SortedMap<NoticeRef, RecordedNotice>> byParty = new TreeMap<>();
    for (Notice each : met) {
      if (each.endUs() >= nowUs) {
        byParty
            .computeIfAbsent(each.party(), _ -> new TreeMap<>())
            .put(each.ref(), Details.recorded(each, nowUs));
      }
    }
    return byParty;
  }

  /** Asks until all are opened; those that did not fit into one answer again. */
  private void ask(
      String party, Extents extents, List<NoticeRef> wanted, Map<NoticeRef, RecordedNotice> record)
      throws IOException {
    List<NoticeRef> left = wanted;
    while (!left.isEmpty()) {
      var told =
          details.ask(
              party,
              new DetailRequest(new DetailRequest.OnBehalfOf.Enquiry(extents), left),
              record);
      List<NoticeRef> full = new ArrayList<>();
      for (var each : told.entrySet()) {
        switch (each.getValue()) {
          case DetailAnswer.Told.Volumes _ -> {}
          case DetailAnswer.Told.Nothing(String code) when code.equals(FULL) ->
              full.add(each.getKey());
          case DetailAnswer.Told.Nothing(String code) when OVERTAKEN.contains(code) ->
              throw new Overtaken(code);
          case DetailAnswer.Told.Nothing(String code) -> throw new IOException(party + ": " + code);
          case DetailAnswer.Told.False(String code, String _) ->
              throw new IOException(party + ": " + code);
        }
      }
      if (full.size() == left.size()) {
        throw new IOException(party + ": " + FULL);
      }
      left = full;
    }
  }
}
