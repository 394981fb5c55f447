package hotline.line.terms;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Cells;
import hotline.line.Kind;
import hotline.line.body.BreachBody;
import hotline.line.terms.TermsText.Change;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What differs between terms, in words. */
class TermsTextTest {
  private static final Terms TERMS = TermsSamples.FULL;

  /** Each part of the terms changed alone, and the topics of what is then said to differ. */
  private static final Map<String, UnaryOperator<TermsDraft>> CHANGES = changes();

  private static Map<String, UnaryOperator<TermsDraft>> changes() {
    Map<String, UnaryOperator<TermsDraft>> all = new LinkedHashMap<>();
    all.put("HOST", draft -> draft.host("south"));
    all.put("EPOCH", draft -> draft.epoch(TERMS.epoch() + 1));
    all.put(
        "KEYS",
        draft ->
            draft.parties(
                List.of(TermsSamples.other("north", "two", "duty"), TermsSamples.party("south"))));
    all.put(
        "POSTS",
        draft ->
            draft.parties(
                List.of(TermsSamples.other("north", "one", "tower"), TermsSamples.party("south"))));
    all.put("SEPARATION", draft -> draft.separation(separation(1, 0, 0)));
    all.put("BUFFERS", draft -> draft.separation(separation(0, 1, 0)));
    all.put("DATUMS", draft -> draft.separation(separation(0, 0, 1)));
    all.put(
        "PLANNING",
        draft -> draft.planning(new Planning(60_000_000, 500, 2_000, 60_000_000, 600_000_000)));
    all.put(
        "COARSENESS",
        draft -> draft.granularity(new Granularity(9, 32, 60_000_000, 300_000, 1_000)));
    all.put("CATEGORIES", draft -> draft.categories(List.of("transit", "survey")));
    all.put(
        "ZONE",
        draft ->
            draft.zones(
                List.of(
                    new Zone(
                        "east", "The east", Cells.of(0x478e3c0000000000L), TermsSamples.CORNERS))));
    all.put("POINT", draft -> draft.points(List.of()));
    all.put("SURVIVES", draft -> draft.survives(Terms.SAFETY_MINIMUM.stream().sorted().toList()));
    Limits limits = TERMS.limits();
    all.put(
        "NOTICE_SIZE",
        draft ->
            draft.limits(
                new Limits(
                    255,
                    limits.noticeDurationUs(),
                    limits.enquiryCells(),
                    limits.enquiryDurationUs(),
                    limits.enquiriesPerMinute())));
    all.put(
        "ENQUIRY_SIZE",
        draft ->
            draft.limits(
                new Limits(
                    limits.volumesPerNotice(),
                    limits.noticeDurationUs(),
                    limits.enquiryCells(),
                    limits.enquiryDurationUs(),
                    601)));
    all.put("REPLY_BY", draft -> draft.times(times(1, 0, 0, 0)));
    all.put("ACCEPT_BY", draft -> draft.times(times(0, 1, 0, 0)));
    all.put("LINE_CHECK", draft -> draft.times(times(0, 0, 1, 0)));
    all.put("NOTICE_LEAD", draft -> draft.times(times(0, 0, 0, 1)));
    all.put("AREA", draft -> draft.area(Optional.empty()));
    AgreedLine line = TERMS.lines().getFirst();
    all.put(
        "LINE",
        draft ->
            draft.lines(
                List.of(
                    new AgreedLine(
                        line.name(),
                        line.title(),
                        line.sort(),
                        line.points().reversed(),
                        line.widthMm(),
                        line.band(),
                        line.left(),
                        line.right(),
                        line.crossingLeadUs()))));
    all.put("AGREEMENT", draft -> draft.agreement(List.of()));
    all.put("SEATS", draft -> draft.seats(List.of()));
    all.put("LANGUAGES", draft -> draft.languages(List.of("ru", "en")));
    all.put("THIRD_PARTY", draft -> draft.thirdParties(List.of(new ThirdParty("relief", "Aid"))));
    all.put("OBSERVER", draft -> draft.observers(List.of()));
    all.put("WITNESS", draft -> draft.witnesses(List.of()));
    all.put("RETENTION", draft -> draft.retention(TermsDefaults.RETENTION));
    all.put("EFFECTIVE", draft -> draft.effectiveUs(Optional.of(8_000_001L)));
    return all;
  }

  @Test
  void everyPartThatChangesIsNamedAndNoOther() {
    CHANGES.forEach((topic, change) -> {
      List<Change> diff = TermsText.diff(TERMS, change.apply(TERMS.draft()).build());
      assertThat(diff.stream().map(each -> each.topic().name()).distinct())
          .as(topic)
          .containsExactly(topic);
      assertThat(TermsText.diff(change.apply(TERMS.draft()).build(), TERMS)).hasSameSizeAs(diff);
    });
    Set<String> named =
        EnumSet.allOf(Topic.class).stream().map(Topic::name).collect(Collectors.toSet());
    named.removeAll(CHANGES.keySet());
    assertThat(named)
        .as("the number of liars cannot be another with two parties")
        .containsExactly("RECEIPT");
  }

  @Test
  void termsThatSayTheSameDoNotDiffer() {
    assertThat(TermsText.diff(TERMS, TERMS)).isEmpty();
    Terms renumbered =
        TERMS.draft().number(TERMS.number() + 1).previous(Optional.of(TERMS.hash())).build();
    assertThat(TermsText.diff(TERMS, renumbered)).isEmpty();
  }

  @Test
  void aChangeSaysWhatItWasAndWhatItIs() {
    Terms after =
        TERMS
            .draft()
            .categories(List.of("transit", "survey"))
            .thirdParties(
                List.of(
                    new ThirdParty("relief", "Relief flights"),
                    new ThirdParty("tower", "Civil tower")))
            .witnesses(List.of())
            .build();
    assertThat(TermsText.diff(TERMS, after).stream().map(Change::toString))
        .containsExactly(
            "10 Categories: transit, survey (was: transit)",
            "22 Third party tower: Civil tower (new)",
            "24 Witness osce: no longer there (was: Witnesses, key "
                + TermsSamples.key("osce").id()
                + ": holds digests and cosigns, counts for no receipt)");
  }

  @Test
  void clausesAreInPlainWords() {
    assertThat(TermsText.clauses(TERMS).stream().map(TermsText.Clause::toString))
        .contains(
            "26 In force from: 1970-01-01 00:00:08Z, when all have signed and a party says so then",
            "18 Who must agree on an offer: north",
            "18 Who must agree on a proposal of the working group: every party",
            "19 Seats of south in the working group: chair, clerk",
            "20 Languages: en, ru; these terms are in the first",
            "22 Third party relief: Relief flights",
            "25 Kept at least: the record 30 days, private things 24 h")
        .anyMatch(clause ->
            clause.startsWith(
                "17 Corridor gate: The gate of 2 points, 10 NM wide, from 10000 to 20000 ft STD,"
                    + " north on the left, crossings declared 10 min ahead (drawn as "))
        .doesNotHaveDuplicates();
    assertThat(TermsText.clauses(TERMS).stream().map(TermsText.Clause::what))
        .doesNotHaveDuplicates();
  }

  /** Numbers are keys of the format; they rise down the page, and a breach can name each. */
  @Test
  void aClauseHasOneNumberEverywhere() {
    List<Topic> topics =
        TermsText.clauses(TERMS).stream().map(TermsText.Clause::topic).distinct().toList();
    assertThat(topics).containsExactly(Topic.values());
    assertThat(topics).extracting(Topic::number).doesNotHaveDuplicates();
    assertThat(topics).isSortedAccordingTo(Comparator.comparingInt(Topic::key));
    assertThat(BreachBody.Against.CLAUSE_MIN).isEqualTo(Topic.KEY_FIRST);
    assertThat(BreachBody.Against.CLAUSE_MAX).isEqualTo(Topic.KEY_LAST);
    assertThat(topics.stream().map(Topic::key).distinct())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(Topic.KEY_FIRST, Topic.KEY_LAST).boxed().toList());
    for (int key = Topic.KEY_FIRST; key <= Topic.KEY_LAST; key++) {
      assertThat(Topic.title(key)).isNotBlank();
    }
    assertThat(List.of(Topic.title(4), Topic.title(17), Topic.title(26)))
        .containsExactly(
            "the host",
            "the agreed lines and corridors",
            "the time from which the terms are in force");
  }

  @Test
  void onlyWhatMattersToAKindIsSaidForIt() {
    Terms after =
        TERMS.draft().area(Optional.empty()).times(times(1, 0, 0, 0)).agreement(List.of()).build();
    assertThat(topics(Kind.NOTICE, after)).containsExactly(Topic.AREA);
    assertThat(topics(Kind.OFFER, after)).containsExactly(Topic.AGREEMENT);
    assertThat(topics(Kind.QUERY, after)).containsExactly(Topic.REPLY_BY);
    assertThat(topics(Kind.NOTICE_END, after)).isEmpty();
    assertThat(topics(Kind.TERMS_SIGN, after))
        .containsExactly(Topic.REPLY_BY, Topic.AREA, Topic.AGREEMENT);
    for (Kind kind : Kind.values()) {
      assertThat(TermsText.diffFor(kind, TERMS, after))
          .isEqualTo(
              TermsText.diff(TERMS, after).stream()
                  .filter(change -> Topic.of(kind).contains(change.topic()))
                  .toList());
    }
  }

  private static List<Topic> topics(Kind kind, Terms after) {
    return TermsText.diffFor(kind, TERMS, after).stream().map(Change::topic).distinct().toList();
  }

  private static Separation separation(long apart, long buffer, long margin) {
    Separation now = TERMS.separation();
    return new Separation(
        now.horizontalMm(),
        now.verticalFt() + apart,
        now.bufferHorizontalMm(),
        now.bufferVerticalFt() + buffer,
        now.bufferTimeUs(),
        now.datumMarginFt() + margin);
  }

  private static Times times(long reply, long accept, long check, long lead) {
    Times now = TERMS.times();
    return new Times(
        now.replyByUs() + reply,
        now.acceptByUs() + accept,
        now.lineCheckEveryUs() + check,
        now.noticeLeadUs() + lead);
  }
}
