package hotline.line.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer.Told;
import hotline.line.terms.Granularity;
import hotline.line.terms.Limits;
import hotline.line.terms.TermsDefaults;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.statement.LineId;
import hotline.testkit.Chance;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Who is told what, and what is believed of it. */
class DisclosureTest {
  private static final LineId LINE = LineId.of(Chance.of(9).bytes(LineId.BYTES));
  private static final DisclosureSecret SECRET = Draws.secret(Chance.of(10));
  private static final Granularity GRANULARITY = TermsDefaults.GRANULARITY;
  private static final Limits LIMITS = new Limits(256, 86_400_000_000L, 40, 7_200_000_000L, 60);
  private static final Hash QUESTION = Merkle.plain(new byte[] {1});
  private static final NoticeRef ASKERS = ref(1);
  private static final NoticeRef ASKED = ref(2);

  /** The record, and the store of the party that answers: "south". */
  private final SortedMap<NoticeRef, RecordedNotice> record = new TreeMap<>();

  private final SortedMap<NoticeRef, List<ExactVolume>> store = new TreeMap<>();
  private final Disclosure.Known known =
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

  DisclosureTest() {
    declare("north", ASKERS, true, List.of(at(0, 34_000, 0)));
    // One that meets the asker's, one elsewhere, one higher, one later.
    declare(
        "south",
        ASKED,
        true,
        List.of(at(0, 34_200, 60), at(3, 34_200, 60), at(0, 40_000, 60), at(0, 34_200, 3_000)));
  }

  @Test
  void onlyWhatMeetsTheAskersNoticeIsOpened() {
    DetailAnswer answer = answer("north", new DetailRequest.OnBehalfOf.Own(ASKERS), ASKED);
    assertThat(answer.withheld()).isEmpty();
    Told told = check(answer).orElseThrow().get(ASKED);
    assertThat(told).isInstanceOf(Told.Volumes.class);
    if (told instanceof Told.Volumes(SortedMap<Integer, ExactVolume> byItem)) {
      assertThat(byItem).containsOnlyKeys(0).containsValue(at(0, 34_200, 60));
    }
  }

  @Test
  void withoutStandingNothingIsOpened() {
    // Another's notice, one not in the record, one that is not live.
    NoticeRef ended = ref(3);
    declare("north", ended, false, List.of(at(0, 34_000, 0)));
    assertThat(code("north", new DetailRequest.OnBehalfOf.Own(ASKED), ASKED))
        .isEqualTo("no-standing");
    assertThat(code("east", new DetailRequest.OnBehalfOf.Own(ASKERS), ASKED))
        .isEqualTo("no-standing");
    assertThat(code("north", new DetailRequest.OnBehalfOf.Own(ref(99)), ASKED))
        .isEqualTo("no-standing");
    assertThat(code("north", new DetailRequest.OnBehalfOf.Own(ended), ASKED))
        .isEqualTo("no-standing");
  }

  @Test
  void whatIsNotOursNotLiveOrNotNearIsWithheldWithItsReason() {
    DetailRequest.OnBehalfOf own = new DetailRequest.OnBehalfOf.Own(ASKERS);
    declare("south", ref(4), false, List.of(at(0, 34_200, 60)));
    declare("south", ref(5), true, List.of(at(9, 34_200, 60)));
    declare("south", ref(6), true, List.of(at(0, 44_000, 60)));
    declare("south", ref(7), true, List.of(at(0, 34_200, 90_000)));
    assertThat(code("north", own, ref(98))).isEqualTo("unknown-notice");
    assertThat(code("north", own, ASKERS)).isEqualTo("unknown-notice");
    assertThat(code("north", own, ref(4))).isEqualTo("not-live");
    assertThat(code("north", own, ref(5))).isEqualTo("does-not-meet");
    assertThat(code("north", own, ref(6))).isEqualTo("does-not-meet");
    assertThat(code("north", own, ref(7))).isEqualTo("does-not-meet");
  }

  @Test
  void aNodeThatLostOrChangedItsVolumesSaysSo() {
    DetailRequest.OnBehalfOf own = new DetailRequest.OnBehalfOf.Own(ASKERS);
    store.put(ASKED, List.of(at(0, 34_201, 60)));
    assertThat(code("north", own, ASKED)).isEqualTo("volumes-missing");
    store.remove(ASKED);
    assertThat(code("north", own, ASKED)).isEqualTo("volumes-missing");
  }

  /** Every count of cells and every length around the bounds; one more is refused. */
  @Test
  void enquiriesAreBoundedInAreaAndTime() {
    long minute = 60_000_000;
    // Every other cell of level 10 along the curve, so that no four make up a parent.
    long first = coarser(Cells.covering(new Circle(new Position(0, 0), 1), 13, 8).id(0), 10);
    List<Long> fine = LongStream.range(0, 50).mapToObj(i -> first + (i << 42)).toList();
    for (int cells = 38; cells <= 42; cells++) {
      for (long minutes = 119; minutes <= 121; minutes++) {
        List<Extent> extents = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
          // One cell an extent would be too many extents: fill them by tens, each apart in height.
          if (i % 10 == 0) {
            extents.add(extent(fine.subList(i, Math.min(cells, i + 10)), minutes * minute));
          }
        }
        Optional<Withheld> fault = Disclosure.fault(new Extents(extents), GRANULARITY, LIMITS);
        Optional<Withheld> expected =
            cells > 40
                ? Optional.of(Withheld.ENQUIRY_TOO_WIDE)
                : minutes > 120 ? Optional.of(Withheld.ENQUIRY_TOO_LONG) : Optional.empty();
        assertThat(fault).as("%d cells, %d minutes", cells, minutes).isEqualTo(expected);
      }
    }
    // One coarse cell is all the fine ones in it.
    long parent = coarser(fine.getFirst(), 7);
    assertThat(
            Disclosure.fault(
                new Extents(List.of(extent(List.of(parent), minute))), GRANULARITY, LIMITS))
        .contains(Withheld.ENQUIRY_TOO_WIDE);
    assertThat(
            Disclosure.fault(
                new Extents(List.of(extent(List.of(fine.getFirst()), minute + 1))),
                GRANULARITY,
                LIMITS))
        .contains(Withheld.ENQUIRY_TOO_FINE);
  }

  @Test
  void anEnquiryWithinTheBoundsIsAnsweredAndOneBeyondIsNot() {
    Extents near = Extents.around(List.of(at(0, 34_000, 0)), GRANULARITY);
    DetailAnswer answer = answer("north", new DetailRequest.OnBehalfOf.Enquiry(near), ASKED);
    assertThat(answer.opened().getFirst().openings()).hasSize(1);
    Extents globe =
        new Extents(
            List.of(extent(List.of(1L << 60, 3L << 60, 5L << 60, 7L << 60), 3_600_000_000L)));
    assertThat(code("north", new DetailRequest.OnBehalfOf.Enquiry(globe), ASKED))
        .isEqualTo("enquiry-too-wide");
  }

  @Test
  void anAnswerStaysWithinItsSizeAndTheRestMayBeAskedForAgain() {
    List<NoticeRef> many = new ArrayList<>();
    for (int i = 0; i < DetailRequest.WANTED_MAX; i++) {
      NoticeRef notice = ref(1_000 + i);
      List<ExactVolume> volumes = new ArrayList<>();
      for (int j = 0; j < 150; j++) {
        volumes.add(at(0, 34_000 + j, 60));
      }
      declare("south", notice, true, volumes);
      many.add(notice);
    }
    DetailAnswer answer =
        new Disclosure(LINE, "south", SECRET, rules())
            .answer(
                "north",
                QUESTION,
                new DetailRequest(new DetailRequest.OnBehalfOf.Own(ASKERS), many),
                known);
    assertThat(answer.content().encode().length).isLessThan(Document.BYTES_MAX - 1_000);
    assertThat(answer.opened()).isNotEmpty();
    assertThat(answer.withheld()).isNotEmpty().allMatch(kept -> kept.code().equals("answer-full"));
  }

  @Test
  void answersToOtherQuestionsOrAboutOtherNoticesAreNone() {
    DetailAnswer answer = answer("north", new DetailRequest.OnBehalfOf.Own(ASKERS), ASKED);
    DetailRequest question =
        new DetailRequest(new DetailRequest.OnBehalfOf.Own(ASKERS), List.of(ASKED, ref(5)));
    assertThat(answer.check(QUESTION, question, LINE, "south", known::recorded).fault())
        .isPresent();
    assertThat(
            answer
                .check(Merkle.plain(new byte[0]), question(ASKED), LINE, "south", known::recorded)
                .fault())
        .isPresent();
    DetailAnswer both =
        new DetailAnswer(
            QUESTION, answer.opened(), List.of(new DetailAnswer.Kept(ASKED, "not-live")));
    assertThat(check(both).fault()).isPresent();
  }

  @Test
  void whatTheRecordContradictsIsFalse() {
    DetailAnswer answer = answer("north", new DetailRequest.OnBehalfOf.Own(ASKERS), ASKED);
    // Openings of another commitment.
    RecordedNotice asked = Optional.ofNullable(record.get(ASKED)).orElseThrow();
    record.put(
        ASKED,
        new RecordedNotice(
            ASKED, "south", asked.extents(), Merkle.plain(new byte[0]), asked.leaves(), true));
    assertThat(check(answer).orElseThrow().get(ASKED))
        .isInstanceOfSatisfying(
            Told.False.class, told -> assertThat(told.code()).isEqualTo("not-committed"));
    // A commitment to volumes that the extents hid.
    record.put(
        ASKED,
        new RecordedNotice(
            ASKED,
            "south",
            Extents.around(List.of(at(3, 34_200, 60)), GRANULARITY),
            asked.commitment(),
            asked.leaves(),
            true));
    assertThat(check(answer).orElseThrow().get(ASKED))
        .isInstanceOfSatisfying(
            Told.False.class, told -> assertThat(told.code()).isEqualTo("outside-extents"));
    record.remove(ASKED);
    assertThat(check(answer).orElseThrow().get(ASKED)).isInstanceOf(Told.False.class);
  }

  @Test
  void requestsAndAnswersAreReadAsWritten() {
    DetailRequest own = question(ASKED);
    DetailRequest enquiry =
        new DetailRequest(
            new DetailRequest.OnBehalfOf.Enquiry(
                Extents.around(List.of(at(0, 34_000, 0)), GRANULARITY)),
            List.of(ASKERS, ASKED));
    assertThat(DetailRequest.decode(own.content()).orElseThrow()).isEqualTo(own);
    assertThat(DetailRequest.decode(enquiry.content()).orElseThrow()).isEqualTo(enquiry);
    DetailAnswer answer = answer("north", own.onBehalfOf(), ASKED, ref(98));
    assertThat(DetailAnswer.decode(answer.content()).orElseThrow()).isEqualTo(answer);
  }

  @Test
  void changedPayloadsAreFaultsOrOtherPayloadsInTheirOneForm() {
    byte[] request = question(ASKED).content().encode();
    byte[] answer =
        answer("north", new DetailRequest.OnBehalfOf.Own(ASKERS), ASKED, ref(98))
            .content()
            .encode();
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          byte[] changed = changed(chance, request);
          map(changed)
              .flatMap(map -> DetailRequest.decode(map).toOptional())
              .ifPresent(read -> assertThat(read.content().encode()).isEqualTo(changed));
          byte[] other = changed(chance, answer);
          map(other)
              .flatMap(map -> DetailAnswer.decode(map).toOptional())
              .ifPresent(read -> assertThat(read.content().encode()).isEqualTo(other));
        });
  }

  @Test
  void everyReasonHasACodeOfItsOwnAndASentence() {
    for (Withheld reason : Withheld.values()) {
      assertThat(Withheld.ofCode(reason.code())).contains(reason);
      assertThat(reason.sentence()).endsWith(".");
    }
    assertThat(Withheld.ofCode("because")).isEmpty();
  }

  private static byte[] changed(Chance chance, byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[(int) chance.between(0, bytes.length - 1)] = chance.bytes(1)[0];
    return changed;
  }

  private static Optional<CborMap> map(byte[] bytes) {
    return CborReader.read(bytes, 1 << 20)
        .toOptional()
        .filter(CborMap.class::isInstance)
        .map(CborMap.class::cast);
  }

  private static Disclosure.Rules rules() {
    return new Disclosure.Rules(GRANULARITY, LIMITS, 3_000);
  }

  private static DetailRequest question(NoticeRef... wanted) {
    return new DetailRequest(new DetailRequest.OnBehalfOf.Own(ASKERS), List.of(wanted));
  }

  private DetailAnswer answer(
      String asker, DetailRequest.OnBehalfOf onBehalfOf, NoticeRef... wanted) {
    return new Disclosure(LINE, "south", SECRET, rules())
        .answer(asker, QUESTION, new DetailRequest(onBehalfOf, List.of(wanted)), known);
  }

  private String code(String asker, DetailRequest.OnBehalfOf onBehalfOf, NoticeRef wanted) {
    DetailAnswer answer = answer(asker, onBehalfOf, wanted);
    assertThat(answer.opened()).isEmpty();
    return answer.withheld().getFirst().code();
  }

  private Decoded<SortedMap<NoticeRef, Told>> check(DetailAnswer answer) {
    return answer.check(QUESTION, question(ASKED), LINE, "south", known::recorded);
  }

  private void declare(String party, NoticeRef notice, boolean live, List<ExactVolume> volumes) {
    Commitment commitment = Commitment.of(new Subject(LINE, party, notice), volumes, SECRET);
    record.put(
        notice,
        new RecordedNotice(
            notice,
            party,
            Extents.around(volumes, GRANULARITY),
            commitment.root(),
            commitment.leaves(),
            live));
    if (party.equals("south")) {
      store.put(notice, volumes);
    }
  }

  /** A circle so many degrees east of 8 E, so high, so many seconds into the year. */
  private static ExactVolume at(int east, long floorFt, long startS) {
    long startUs = Draws.NEW_YEAR_US + startS * 1_000_000;
    return new ExactVolume(
        new Volume(
            new Circle(
                new Position(47_000_000_000L, 8_000_000_000L + east * 1_000_000_000L), 5_000_000),
            new HeightBand(Datum.STANDARD_PRESSURE, floorFt, floorFt + 900),
            new TimeInterval(startUs, startUs + 120_000_000)),
        null);
  }

  private static Extent extent(List<Long> cells, long lengthUs) {
    return new Extent(
        Cells.of(cells.stream().mapToLong(Long::longValue).toArray()),
        new HeightBand(Datum.STANDARD_PRESSURE, 30_000, 40_000),
        new TimeInterval(Draws.NEW_YEAR_US, Draws.NEW_YEAR_US + lengthUs));
  }

  private static long coarser(long cell, int level) {
    long lowest = 1L << (2 * (30 - level));
    return (cell & -lowest) | lowest;
  }

  private static NoticeRef ref(long number) {
    return new NoticeRef(
        new EntityId(ByteBuffer.allocate(EntityId.LENGTH).putLong(8, number).array()), 1);
  }
}
