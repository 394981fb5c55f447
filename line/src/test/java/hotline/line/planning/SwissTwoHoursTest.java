package hotline.line.planning;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.Disclosure;
import hotline.line.disclosure.DisclosureSecret;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.disclosure.RecordedNotice;
import hotline.line.disclosure.Subject;
import hotline.line.terms.Separation;
import hotline.line.terms.TermsDefaults;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.statement.LineId;
import hotline.traffic.LossSearch;
import hotline.traffic.Minima;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All of planning on real traffic: declare, ask, find, resolve; each against brute force. */
class SwissTwoHoursTest {
  private static final Separation TERMS = TermsDefaults.SEPARATION;
  private static final LineId LINE = LineId.of(new byte[LineId.BYTES]);
  private static final long LEAD_US = 300_000_000;

  /** Every so many of North's notices are asked about; all of them in the full run. */
  private static final int EVERY = Boolean.getBoolean("hotline.full") ? 1 : 4;

  private static SwissTwoHours hours;
  private static List<NoticeVolumes> north;
  private static List<NoticeVolumes> south;

  @BeforeAll
  static void declare() throws IOException {
    hours = SwissTwoHours.read();
    north = SwissTwoHours.notices(1, hours.north);
    south = SwissTwoHours.notices(2, hours.south);
    assertThat(north).hasSize(128);
    assertThat(south).hasSize(142);
  }

  @Test
  void theConflictsAreThoseOfComparingAllAndHoldEveryLoss() {
    List<Conflict> conflicts = ConflictSearch.search(north, south, TERMS);
    assertThat(pairs(conflicts)).hasSameSizeAs(conflicts).isEqualTo(everyPair(north, south));
    assertThat(conflicts).isSortedAccordingTo(Conflict.SOONEST_FIRST).hasSizeBetween(200, 500);

    Minima minima = new Minima(TERMS.horizontalMm(), (int) TERMS.verticalFt());
    Set<String> losses =
        LossSearch.continuous(hours.north, hours.south, minima).stream()
            .map(loss ->
                pair(SwissTwoHours.ref(1, loss.first()), SwissTwoHours.ref(2, loss.second())))
            .collect(Collectors.toSet());
    assertThat(losses).hasSizeGreaterThanOrEqualTo(60);
    assertThat(pairs(conflicts)).containsAll(losses);

    // What the conflicts say of "how close" agrees with the brute force over the tracks.
    hotline.airspace.Minima closeness =
        new hotline.airspace.Minima(TERMS.horizontalMm(), TERMS.verticalFt(), 0);
    Set<String> inside =
        pairs(
            conflicts.stream()
                .filter(c -> c.closest() != null && c.closest().inside(closeness))
                .toList());
    assertThat(inside).isEqualTo(losses);
  }

  /**
   * Later notices move clear of those before them; what is left has a searched-out notice in it.
   */
  @Test
  void shiftsClearAllConflictsButThoseOfNoticesShownUnable() {
    SortedMap<NoticeRef, NoticeVolumes> now = new TreeMap<>();
    List<NoticeVolumes> order = new ArrayList<>(north);
    order.addAll(south);
    order.sort(Comparator.comparingLong(SwissTwoHoursTest::startUs));
    Set<NoticeRef> unable = new HashSet<>();
    for (NoticeVolumes notice : order) {
      KnownVolumes others =
          KnownVolumes.of(
              now.values().stream().filter(other -> !samePart(other, notice)).toList(), TERMS);
      now.put(notice.notice(), notice);
      if (others.conflictsWith(notice.volumes())) {
        switch (ShiftSearch.search(
            notice.volumes(),
            others,
            TermsDefaults.PLANNING,
            startUs(order.getFirst()) - LEAD_US)) {
          case ShiftSearch.Found found -> {
            assertThat(Shift.between(notice.volumes(), found.volumes(), TermsDefaults.PLANNING))
                .contains(found.shift());
            now.put(notice.notice(), new NoticeVolumes(notice.notice(), found.volumes()));
          }
          case ShiftSearch.Exhausted exhausted -> {
            assertThat(exhausted.tried() + exhausted.ruledOut()).isEqualTo(28);
            unable.add(notice.notice());
          }
        }
      }
    }
    Set<String> left = everyPair(still(north, now), still(south, now));
    assertThat(unable).hasSizeLessThan(30);
    assertThat(left).allMatch(pair -> unable.stream().anyMatch(u -> pair.contains(u.toString())));
  }

  /** What North learns by asking, notice by notice, gives it every conflict and no other. */
  @Test
  void theExchangeOfDetailsTellsEnough() {
    DisclosureSecret secret = new DisclosureSecret(new byte[DisclosureSecret.LENGTH]);
    SortedMap<NoticeRef, RecordedNotice> record = new TreeMap<>();
    north.forEach(notice -> record.put(notice.notice(), recorded("north", notice, secret)));
    south.forEach(notice -> record.put(notice.notice(), recorded("south", notice, secret)));
    SortedMap<NoticeRef, List<ExactVolume>> store = new TreeMap<>();
    south.forEach(notice -> store.put(notice.notice(), notice.volumes()));
    Disclosure rule =
        new Disclosure(
            LINE,
            "south",
            secret,
            new Disclosure.Rules(TermsDefaults.GRANULARITY, TermsDefaults.LIMITS, 3_000));
    Disclosure.Known known =
        new Disclosure.Known() {
          @Override
          public Optional<RecordedNotice> recorded(NoticeRef notice) {
            return Optional.ofNullable(record.get(notice));
          }

          @Override
          public Optional<List<ExactVolume>> ownVolumes(NoticeRef notice) {
            return Optional.ofNullable(store.get(notice));
          }
        };
    List<Conflict> conflicts = new ArrayList<>();
    int opened = 0;
    List<NoticeVolumes> asking =
        IntStream.range(0, north.size()).filter(i -> i % EVERY == 0).mapToObj(north::get).toList();
    for (NoticeVolumes own : asking) {
      for (DetailRequest question : questions(own.notice(), record)) {
        Hash digest = Merkle.plain(question.content().encode());
        DetailAnswer answer = rule.answer("north", digest, question, known);
        Decoded<SortedMap<NoticeRef, DetailAnswer.Told>> told =
            answer.check(
                digest, question, LINE, "south", ref -> Optional.ofNullable(record.get(ref)));
        List<NoticeVolumes> others = new ArrayList<>();
        told.orElseThrow()
            .forEach((ref, what) -> {
              assertThat(what).isInstanceOf(DetailAnswer.Told.Volumes.class);
              if (what instanceof DetailAnswer.Told.Volumes volumes) {
                others.add(new NoticeVolumes(ref, List.copyOf(volumes.byItem().values())));
              }
            });
        opened += others.stream().mapToInt(other -> other.volumes().size()).sum();
        conflicts.addAll(KnownVolumes.of(others, TERMS).conflictsOf(own));
      }
    }
    assertThat(pairs(conflicts)).hasSameSizeAs(conflicts).isEqualTo(everyPair(asking, south));
    // Far fewer than every volume to every notice.
    int all = store.values().stream().mapToInt(List::size).sum();
    assertThat(opened).isLessThan(all * asking.size() / 10);
  }

  private static List<DetailRequest> questions(
      NoticeRef own, SortedMap<NoticeRef, RecordedNotice> record) {
    Extents extents = Optional.ofNullable(record.get(own)).orElseThrow().extents();
    List<NoticeRef> wanted =
        record.values().stream()
            .filter(other -> other.party().equals("south"))
            .filter(other -> other.extents().overlaps(extents, TERMS.datumMarginFt()))
            .map(RecordedNotice::notice)
            .toList();
    List<DetailRequest> questions = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i += DetailRequest.WANTED_MAX) {
      questions.add(
          new DetailRequest(
              new DetailRequest.OnBehalfOf.Own(own),
              wanted.subList(i, Math.min(wanted.size(), i + DetailRequest.WANTED_MAX))));
    }
    return questions;
  }

  private static RecordedNotice recorded(
      String party, NoticeVolumes notice, DisclosureSecret secret) {
    Commitment commitment =
        Commitment.of(new Subject(LINE, party, notice.notice()), notice.volumes(), secret);
    Extents extents = Extents.around(notice.volumes(), TermsDefaults.GRANULARITY);
    assertThat(extents.check(TermsDefaults.GRANULARITY)).isEmpty();
    return new RecordedNotice(
        notice.notice(), party, extents, commitment.root(), commitment.leaves(), true);
  }

  private static long startUs(NoticeVolumes notice) {
    return notice.volumes().getFirst().volume().times().startUs();
  }

  private static boolean samePart(NoticeVolumes one, NoticeVolumes other) {
    return one.notice().entity().bytes()[7] == other.notice().entity().bytes()[7];
  }

  private static List<NoticeVolumes> still(
      List<NoticeVolumes> declared, SortedMap<NoticeRef, NoticeVolumes> now) {
    return declared.stream()
        .map(notice -> Optional.ofNullable(now.get(notice.notice())).orElseThrow())
        .toList();
  }

  private static Set<String> pairs(Collection<Conflict> conflicts) {
    return conflicts.stream()
        .map(conflict -> pair(conflict.own(), conflict.other()))
        .collect(Collectors.toSet());
  }

  /** Brute force: every volume against every other. */
  private static Set<String> everyPair(List<NoticeVolumes> ones, List<NoticeVolumes> others) {
    Set<String> found = new HashSet<>();
    for (NoticeVolumes one : ones) {
      for (NoticeVolumes other : others) {
        if (one.volumes().stream()
            .anyMatch(a ->
                other.volumes().stream()
                    .anyMatch(b -> a.volume().overlaps(b.volume(), TERMS.datumMarginFt())))) {
          found.add(pair(one.notice(), other.notice()));
        }
      }
    }
    return found;
  }

  private static String pair(NoticeRef one, NoticeRef other) {
    return one + " " + other;
  }
}
