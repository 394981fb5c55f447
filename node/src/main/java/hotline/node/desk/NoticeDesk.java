package hotline.node.desk;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Extent;
import hotline.airspace.Footprint;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.line.Kind;
import hotline.line.Refusals;
import hotline.line.body.Body;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.line.disclosure.ExactVolume;
import hotline.line.notice.Coverage;
import hotline.line.notice.EndedNotice;
import hotline.line.notice.Notice;
import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.api.Crossing;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.details.ConflictBook;
import hotline.node.details.Details;
import hotline.record.cbor.Decoded;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Notices as people see them, and what is said of them besides declaring. */
final class NoticeDesk {
  /** Of each party; the rest is in the record. */
  private static final int ENDED_MAX = 1_000;

  private final Core core;
  private final Details details;
  private final ConflictBook book;
  private final LinesCrossed lines = new LinesCrossed();

  NoticeDesk(Core core, Details details, ConflictBook book) {
    this.core = core;
    this.details = details;
    this.book = book;
  }

  List<Views.Notice> notices(boolean all) {
    Optional<Terms> terms = core.terms();
    Instant now = core.outlook().instant();
    List<Views.Notice> views = new ArrayList<>();
    for (Notice each : core.read(state -> List.copyOf(state.notices().live()))) {
      views.add(view(each, terms, now));
    }
    if (all) {
      allEnded().forEach(each -> ended(each, terms, now).ifPresent(views::add));
    }
    views.sort(Comparator.comparing(Views.Notice::start).thenComparing(Views.Notice::entity));
    return views;
  }

  Optional<Views.Notice> notice(String name) {
    Optional<Terms> terms = core.terms();
    Instant now = core.outlook().instant();
    return live(name)
        .map(each -> view(each, terms, now))
        .or(() ->
            allEnded().stream()
                .filter(each -> isNamed(each.entity(), name))
                .findFirst()
                .flatMap(each -> ended(each, terms, now)));
  }

  private List<EndedNotice> allEnded() {
    return core.read(state ->
        core.genesis().parties().stream()
            .flatMap(party -> state.notices().endedOf(party, ENDED_MAX).stream())
            .toList());
  }

  /** A live notice by entity or short name. */
  Optional<Notice> live(String name) {
    Optional<EntityId> entity = entity(name);
    return entity.isPresent()
        ? core.read(state -> state.notices().live(entity.get()))
        : core.read(state ->
            state.notices().live().stream()
                .filter(each -> isNamed(each.entity(), name))
                .findFirst());
  }

  private static boolean isNamed(EntityId entity, String name) {
    return entity.hex().equals(name)
        || NoticeText.reference(entity).equals(name.toUpperCase(Locale.ROOT));
  }

  private static Optional<EntityId> entity(String hex) {
    try {
      return hex.length() == 2 * EntityId.LENGTH
          ? Optional.of(new EntityId(HexFormat.of().parseHex(hex)))
          : Optional.empty();
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  /** The newest version of a notice, live or ended. */
  Optional<NoticeRef> find(String name) {
    return live(name)
        .map(Notice::ref)
        .or(() ->
            allEnded().stream()
                .filter(each -> isNamed(each.entity(), name))
                .map(each -> new NoticeRef(each.entity(), each.version()))
                .findFirst());
  }

  Said state(String name, String state) {
    Optional<Notice> notice = live(name);
    Optional<NoticeState> next =
        Arrays.stream(NoticeState.values())
            .filter(each -> each.name().equals(state.toUpperCase(Locale.ROOT)))
            .findFirst();
    if (notice.isEmpty()) {
      return Voice.refused(Refusals.NOTICE_UNKNOWN, name);
    }
    if (next.isEmpty() || next.get() == NoticeState.ACCEPTED) {
      return Said.refused(
          "unknown-state", "A notice becomes ACTIVATED, NONCONFORMING, CONTINGENT or ENDED.");
    }
    NoticeRef ref = notice.get().ref();
    return core.voice()
        .say(
            next.get() == NoticeState.ENDED
                ? new NoticeBody.End(ref.entity(), ref.version())
                : new NoticeBody.Move(ref.entity(), ref.version(), next.get()));
  }

  Said dispute(Requests.Dispute request) {
    Optional<Notice> notice = live(request.entity());
    Optional<NoticeBody.Ground> ground =
        Arrays.stream(NoticeBody.Ground.values())
            .filter(each -> each.name().equals(request.ground().toUpperCase(Locale.ROOT)))
            .findFirst();
    if (notice.isEmpty()) {
      return Voice.refused(Refusals.NOTICE_UNKNOWN, request.entity());
    }
    if (ground.isEmpty()) {
      return Said.refused(
          "unknown-ground", "Dispute a notice for its CONDITION, POSITION, TIME or OTHER.");
    }
    NoticeRef ref = notice.get().ref();
    return core.voice()
        .say(
            new NoticeBody.Dispute(
                ref.entity(), ref.version(), ground.get(), request.reason().strip()));
  }

  private Views.Notice view(Notice notice, Optional<Terms> terms, Instant now) {
    return view(
        notice,
        notice.party().equals(core.party()),
        (int) book.of(notice.entity()).stream().filter(ConflictBook::isOpen).count(),
        delivery(notice.saidUs(), notice.index()),
        terms,
        now);
  }

  /**
   * A notice of this party as the other parties' nodes show it, before any volume is opened.
   *
   * @param conflicts of theirs with it
   */
  Views.Notice seenByOthers(Notice notice, int conflicts, Terms terms) {
    Views.Delivery delivery =
        new Views.Delivery(
            Times.instant(notice.saidUs()), null, null, null, null, null, null, null, null);
    return view(notice, false, conflicts, delivery, Optional.of(terms), core.outlook().instant());
  }

  private Views.Notice view(
      Notice notice,
      boolean own,
      int conflicts,
      Views.Delivery delivery,
      Optional<Terms> terms,
      Instant now) {
    Map<Integer, ExactVolume> volumes = volumes(notice.ref(), own);
    Instant start = Times.instant(notice.startUs());
    long leadUs = terms.map(known -> known.times().noticeLeadUs()).orElse(0L);
    return new Views.Notice(
        notice.entity().hex(),
        NoticeText.reference(notice.entity()),
        notice.party(),
        own,
        Math.toIntExact(notice.version()),
        notice.state().name(),
        notice.category(),
        own ? details.store().label(notice.entity()).orElse(null) : null,
        Places.band(band(notice.extents())),
        start,
        Times.instant(notice.endUs()),
        start.getEpochSecond() - now.getEpochSecond(),
        notice.startUs() - notice.saidUs() < leadUs,
        terms.map(known -> covered(notice, known, now)).orElse(List.of()),
        volumes.entrySet().stream().map(each -> volume(each.getKey(), each.getValue())).toList(),
        notice.extents().stream()
            .flatMap(extent -> LongStream.of(extent.cells().ids()).mapToObj(Cells::token))
            .distinct()
            .toList(),
        conflicts,
        notice.disputes().stream()
            .map(each ->
                new Views.Dispute(
                    each.party(),
                    Times.instant(each.saidUs()),
                    each.ground().name(),
                    each.reason()))
            .toList(),
        delivery,
        notice.mode().name(),
        notice.release(),
        terms.map(known -> crossings(notice, own, volumes, known)).orElse(List.of()));
  }

  private List<Crossing> crossings(
      Notice notice, boolean own, Map<Integer, ExactVolume> volumes, Terms terms) {
    return own
        ? lines.own(notice, List.copyOf(volumes.values()), terms)
        : lines.others(notice, volumes.values(), terms);
  }

  /** What volumes would cross if they were declared now. */
  List<Crossing> crossings(List<ExactVolume> volumes, Terms terms) {
    return lines.drafted(volumes, Times.micros(core.clock().instant()), terms);
  }

  /** What is still known of a notice that is over: little; the rest is in the record. */
  private Optional<Views.Notice> ended(EndedNotice notice, Optional<Terms> terms, Instant now) {
    return core.outlook()
        .statement(notice.index())
        .flatMap(statement ->
            Body.decode(Kind.NOTICE, statement.content())
                    instanceof Decoded.Value<Body>(NoticeBody.Declare declared)
                ? Optional.of(
                    new Notice(
                        notice.entity(),
                        notice.party(),
                        notice.version(),
                        NoticeState.ENDED,
                        statement.header().mode(),
                        declared.category(),
                        declared.extents(),
                        declared.commitment(),
                        declared.leaves(),
                        declared.answers().orElse(null),
                        declared.release(),
                        statement.header().timeUs(),
                        notice.index(),
                        notice.endIndex(),
                        List.of()))
                : Optional.empty())
        .map(each -> view(each, terms, now));
  }

  private Views.Delivery delivery(long saidUs, long index) {
    return new Views.Delivery(
        Times.instant(saidUs),
        core.outlook().receivedAt(index).orElse(null),
        core.outlook().confirmedAt(index).orElse(null),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Around all extents of the first datum. */
  private static HeightBand band(List<Extent> extents) {
    HeightBand first = extents.getFirst().heights();
    long floor = first.floor();
    long ceiling = first.ceiling();
    for (Extent each : extents) {
      if (each.heights().datum() == first.datum()) {
        floor = Math.min(floor, each.heights().floor());
        ceiling = Math.max(ceiling, each.heights().ceiling());
      }
    }
    return new HeightBand(first.datum(), floor, ceiling);
  }

  /** Each party's condition in force, and whether it covers the notice. */
  private List<Views.Covered> covered(Notice notice, Terms terms, Instant now) {
    List<Views.Covered> all = new ArrayList<>();
    for (String party : terms.partyNames()) {
      core.read(state ->
              state.statuses().at(party, Times.micros(now), List.of(notice.activity()), terms))
          .ifPresent(status -> {
            var condition = status.condition();
            if (condition != null) {
              Coverage coverage = Coverage.of(notice, condition, terms);
              all.add(new Views.Covered(party, coverage.covered(), coverage.why()));
            }
          });
    }
    return all;
  }

  private Map<Integer, ExactVolume> volumes(NoticeRef notice, boolean own) {
    try {
      Map<Integer, ExactVolume> volumes = new TreeMap<>();
      if (own) {
        List<ExactVolume> mine = details.store().own(notice).orElse(List.of());
        for (int item = 0; item < mine.size(); item++) {
          volumes.put(item, mine.get(item));
        }
      } else {
        Optional<Instant> past = core.outlook().pastInstant();
        volumes.putAll(
            past.isEmpty()
                ? details.store().opened(notice)
                : details.store().openedBy(notice, past.get()));
      }
      return volumes;
    } catch (IOException unreadable) {
      return Map.of();
    }
  }

  static Views.Volume volume(int item, ExactVolume exact) {
    Footprint footprint = exact.volume().footprint();
    return new Views.Volume(
        item,
        switch (footprint) {
          case Circle circle -> TermsDesk.outline(List.of(circle.centre()));
          case Outline outline -> TermsDesk.outline(outline.vertices());
        },
        switch (footprint) {
          case Circle circle -> circle.radiusMm();
          case Outline _ -> null;
        },
        Places.band(exact.volume().heights()),
        Times.instant(exact.volume().times().startUs()),
        Times.instant(exact.volume().times().endUs()));
  }
}
