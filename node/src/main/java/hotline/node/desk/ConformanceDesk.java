package hotline.node.desk;

import hotline.airspace.conformance.Fit;
import hotline.line.Refusals;
import hotline.line.notice.Notice;
import hotline.node.Times;
import hotline.node.api.ConformanceViews;
import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import hotline.node.conformance.ConformanceWatch;
import hotline.node.conformance.Standing;
import hotline.node.details.Details;
import hotline.node.details.FlownBy;
import hotline.traffic.track.Track;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Own aircraft and their notices as the API shows them. */
final class ConformanceDesk {
  private static final double MM_PER_NM = 1_852_000;
  private static final long MICROS = 1_000_000;

  private final Core core;
  private final Details details;
  private final NoticeDesk notices;
  private final ConformanceWatch watch;

  ConformanceDesk(Core core, Details details, NoticeDesk notices, ConformanceWatch watch) {
    this.core = core;
    this.details = details;
    this.notices = notices;
    this.watch = watch;
  }

  List<ConformanceViews.Flight> conformance() {
    return watch.standings().stream()
        .sorted(
            Comparator.comparing((Standing each) -> each.proposal() == null)
                .thenComparing(each -> each.state() != Standing.State.OUTSIDE)
                .thenComparing(each -> each.state() != Standing.State.LEAVING)
                .thenComparing(each -> each.notice().entity()))
        .map(this::view)
        .toList();
  }

  private ConformanceViews.Flight view(Standing standing) {
    Notice notice = standing.notice();
    FlownBy known = standing.flownBy();
    Track track = standing.track();
    Fit.Outside fit = standing.fit();
    return new ConformanceViews.Flight(
        notice.entity().hex(),
        NoticeText.reference(notice.entity()),
        Math.toIntExact(notice.version()),
        notice.state().name(),
        details.store().label(notice.entity()).orElse(null),
        new ConformanceViews.FlownBy(
            known.callsign(), known.address(), known.squawk(), known.track()),
        track == null
            ? null
            : new TrafficViews.Aircraft(track.id(), track.callsign(), track.pressureFt(), true),
        standing.by() == null || track == null ? null : standing.by().name(),
        standing.state().name(),
        Times.instant(standing.sinceUs()).truncatedTo(ChronoUnit.MILLIS),
        fit == null ? null : fit.horizontalMm(),
        fit == null ? null : fit.verticalFeet(),
        fit == null ? null : fit.timeUs() / 1_000,
        fit != null && fit.datumsDiffer(),
        standing.leavesInS(),
        standing.proposal() == null ? null : standing.proposal().name(),
        words(standing));
  }

  private static String words(Standing standing) {
    Fit.Outside fit = standing.fit();
    String seen =
        switch (standing.state()) {
          case NO_VOLUMES -> "This node does not have the volumes of the notice.";
          case NO_TRACK -> "No track is known as the one that flies it.";
          case SEVERAL_TRACKS ->
              standing.several() + " live tracks may be the one that flies it: say which.";
          case SILENT -> "Nothing is heard of it any more.";
          case ON_GROUND -> "It is on the ground.";
          case NO_HEIGHT -> "Its height is not known in a way that could be compared.";
          case NOT_ACTIVE -> "The notice is not activated.";
          case INSIDE -> fit == null ? "It is inside." : "It is inside, by the tolerance.";
          case LEAVING -> "It is inside, and leaves in " + standing.leavesInS() + " s.";
          case OUTSIDE -> fit == null ? "It is outside." : "It is outside by " + far(fit) + ".";
        };
    return standing.proposal() == null ? seen : seen + " Say " + standing.proposal().name() + "?";
  }

  private static String far(Fit.Outside fit) {
    List<String> all = new ArrayList<>();
    if (fit.horizontalMm() > 0) {
      all.add(String.format(Locale.ROOT, "%.2f NM", fit.horizontalMm() / MM_PER_NM));
    }
    Long feet = fit.verticalFeet();
    if (feet == null) {
      all.add("an unknown height");
    } else if (feet > 0) {
      all.add(feet + " ft" + (fit.datumsDiffer() ? " (of another datum, margin taken off)" : ""));
    }
    if (fit.timeUs() != 0) {
      all.add(
          Math.ceilDiv(Math.abs(fit.timeUs()), MICROS)
              + (fit.timeUs() > 0 ? " s after its time" : " s before its time"));
    }
    return String.join(", ", all);
  }

  Said flownBy(String name, ConformanceViews.FlownBy aircraft) {
    Optional<Notice> notice = notices.live(name);
    if (notice.isEmpty()) {
      return Voice.refused(Refusals.NOTICE_UNKNOWN, name);
    }
    if (!notice.get().party().equals(core.party())) {
      return Voice.refused(Refusals.NOT_OWNER, notice.get().party());
    }
    try {
      FlownBy typed =
          FlownBy.typed(
              aircraft.callsign(), aircraft.address(), aircraft.squawk(), aircraft.track());
      details.store().flownBy().keep(notice.get().entity(), typed);
    } catch (IllegalArgumentException wrong) {
      return Said.refused("not-understood", "Not kept: " + wrong.getMessage() + ".");
    } catch (IOException failed) {
      return Said.refused("disk", "It was not kept: " + failed.getMessage());
    }
    core.changes().happened();
    return new Said(
        true,
        Said.State.RECORDED,
        "ok",
        "Kept in this node, and told to nobody: "
            + NoticeText.reference(notice.get().entity())
            + " is watched by that from the next second on.",
        null,
        null);
  }
}
