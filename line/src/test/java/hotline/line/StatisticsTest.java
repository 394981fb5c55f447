package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.BreachBody;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeState;
import hotline.line.body.Word;
import hotline.line.effect.Effect;
import hotline.line.effect.NoticeEffect;
import hotline.line.message.Delivery;
import hotline.line.message.LineMessage;
import hotline.line.notice.Notice;
import hotline.line.statistics.Figures;
import hotline.line.statistics.Place;
import hotline.line.statistics.Report;
import hotline.line.statistics.Statistics;
import hotline.line.statistics.Week;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import hotline.testkit.Chance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Joint statistics, against figures that are reckoned anew from the whole state. */
class StatisticsTest {
  private final TestLine line = TestLine.ofTwo();

  @Test
  void anHourOnALine() {
    line.accepted("south", Places.declare(1, 1, Places.extent(46, 8, 10, 60)));
    line.accepted("south", Places.declare(2, 1, Places.extent(46, 8, 12, 5)));
    line.accepted("south", new NoticeBody.Move(Places.entity(1), 1, NoticeState.ACTIVATED));
    line.accepted("south", new NoticeBody.Move(Places.entity(1), 1, NoticeState.NONCONFORMING));
    StatementId stop = Quarrel.id(line.accepted("south", MessageBody.Message.bare(Kind.STOP)));
    line.nowUs += 8 * TestLine.SECOND_US;
    Voice north = line.voice("north");
    line.say(
        north,
        line.draft(
                north, new MessageBody.Answer(stop, Word.WILCO, Optional.empty(), Optional.empty()))
            .in(Lane.URGENT));
    StatementId breach = Quarrel.id(line.accepted("north", Quarrel.breach("south")));
    answer(breach, BreachBody.Reply.ACCEPTS);
    answer(breach, BreachBody.Reply.DISPUTES);
    Report report = statistics(line).report(line.nowUs);
    assertThat(report.total("south")).isEqualTo(new Figures(2, 1, 0, 0, 1, 1, 1, 0, 1, 0));
    assertThat(report.total("north")).isEqualTo(Figures.NONE);
    assertThat(report.answers())
        .containsExactly(new Report.Answers(Kind.STOP, "north", 1, 1, 9_087, 9_087));
    assertThat(report.activities())
        .extracting(Report.Activity::place)
        .containsExactly(new Place(Place.Sort.ZONE, "east"), Place.NOWHERE);
    assertThat(report.checks()).as("none was due yet").isEmpty();
    long dayUs = 86_400_000_000L;
    assertThat(statistics(line).report(line.nowUs + dayUs).totalChecks("south").missed())
        .as("every half hour of a day")
        .isEqualTo(48);
  }

  private void answer(StatementId breach, BreachBody.Reply reply) {
    line.accepted(
        "south", new BreachBody.Answer(breach, reply, Optional.empty(), Optional.empty()));
  }

  @Test
  void outsideOfTheZonesItIsNearAReferencePoint() {
    TestLine far = TestLine.unfounded(false, "north", "south");
    far.found();
    far.agree(
        far.firstTerms()
            .draft()
            .zones(List.of())
            .points(List.of(Places.point("alpha", 46, 8), Places.point("bravo", 46, 20)))
            .build());
    far.voices.values().forEach(voice -> far.accepted(voice, TestLine.begin()));
    far.accepted("south", Places.declare(1, 1, Places.extent(46, 16, 10, 60)));
    far.accepted("south", Places.declare(2, 1, Places.extent(46, 9, 10, 60)));
    assertThat(statistics(far).report(far.nowUs).activities())
        .extracting(Report.Activity::place)
        .containsExactly(new Place(Place.Sort.NEAR, "alpha"), new Place(Place.Sort.NEAR, "bravo"));
  }

  @Test
  void everyNodeReckonsTheSameWheneverItLooks() {
    Seeds.some(5)
        .forEach(seed -> {
          TestLine history = Histories.of(Chance.of(seed)).go(200).line;
          LineState other = LineState.of(history.line());
          Statistics there = new Statistics();
          for (int i = 0; i < history.entries.size(); i++) {
            there.on(other.apply(history.entry(i)));
            if (i % 50 == 0) {
              there.report(history.nowUs);
            }
          }
          assertThat(there.report(history.nowUs))
              .as("seed %d", seed)
              .isEqualTo(statistics(history).report(history.nowUs));
        });
  }

  @Test
  void theFiguresAreThoseOfTheWholeState() {
    Seeds.some(8)
        .forEach(seed -> {
          TestLine history = Histories.of(Chance.of(seed)).go(300).line;
          Report report = statistics(history).report(history.nowUs);
          for (String party : history.genesis.parties()) {
            assertThat(report.total(party))
                .as("seed %d, %s", seed, party)
                .isEqualTo(figures(history, party));
            for (Kind kind : Kind.values()) {
              answers(history, report, kind, party);
            }
          }
        });
  }

  private static Figures figures(TestLine line, String party) {
    List<Effect> effects =
        line.outcomes.stream().flatMap(outcome -> outcome.effects().stream()).toList();
    List<Notice> declared =
        effects.stream()
            .filter(NoticeEffect.Declared.class::isInstance)
            .map(effect -> ((NoticeEffect.Declared) effect).notice())
            .filter(notice -> notice.version() == 1 && notice.mode() == Mode.LIVE)
            .filter(notice -> notice.party().equals(party))
            .toList();
    Set<?> activated =
        effects.stream()
            .filter(NoticeEffect.Moved.class::isInstance)
            .map(NoticeEffect.Moved.class::cast)
            .filter(moved -> moved.state() == NoticeState.ACTIVATED)
            .map(NoticeEffect.Moved::entity)
            .collect(Collectors.toSet());
    long leadUs = line.terms().times().noticeLeadUs();
    var claimed =
        line.state.breaches().all().stream()
            .filter(breach -> breach.said().mode() == Mode.LIVE)
            .filter(breach -> breach.claim().party().equals(party))
            .toList();
    List<BreachBody.Reply> replies =
        claimed.stream()
            .flatMap(breach -> breach.answer().stream())
            .map(answer -> answer.answer().reply())
            .toList();
    return new Figures(
        declared.size(),
        declared.stream().filter(each -> each.startUs() - each.saidUs() < leadUs).count(),
        0,
        0,
        declared.stream().filter(each -> activated.contains(each.entity())).count(),
        claimed.size(),
        replies.stream().filter(each -> each != BreachBody.Reply.NEEDS_TIME).count(),
        replies.stream().filter(each -> each == BreachBody.Reply.ACCEPTS).count(),
        replies.stream().filter(each -> each == BreachBody.Reply.DISPUTES).count(),
        claimed.stream().filter(breach -> breach.isWithdrawn()).count());
  }

  private static void answers(TestLine line, Report report, Kind kind, String party) {
    List<LineMessage> asked =
        line.state.messages().all().stream()
            .filter(message -> message.kind() == kind && message.mode() == Mode.LIVE)
            .filter(message -> message.isFor(party))
            .toList();
    List<Long> times =
        asked.stream()
            .flatMap(message ->
                message
                    .delivery(party)
                    .finalAnswer()
                    .map(Delivery.Answered::timeUs)
                    .map(timeUs -> Math.max(0, timeUs - message.saidUs()) / 1000)
                    .stream())
            .sorted()
            .toList();
    Optional<Report.Answers> found =
        report.answers().stream()
            .filter(each -> each.kind() == kind && each.party().equals(party))
            .findFirst();
    assertThat(found.map(Report.Answers::asked).orElse(0L)).isEqualTo(asked.size());
    assertThat(found.map(Report.Answers::answered).orElse(0L)).isEqualTo(times.size());
    if (!times.isEmpty()) {
      long median = times.get((times.size() + 1) / 2 - 1);
      assertThat(found.orElseThrow().medianMs()).isBetween(median, median + median / 64);
    }
  }

  @Test
  void aReportOfSomeWeeksIsThatPartOfTheWhole() {
    TestLine history = Histories.of(Chance.of(3)).go(300).line;
    Statistics statistics = statistics(history);
    Week now = Week.of(history.nowUs);
    Report week = statistics.report(now, now, history.nowUs);
    assertThat(week.activities())
        .isEqualTo(
            statistics.report(history.nowUs).activities().stream()
                .filter(each -> each.week().equals(now) || each.week().equals(Week.OUTSIDE))
                .toList());
    Week before = new Week(now.number() - 3);
    assertThat(statistics.report(before, before, history.nowUs).activities()).isEmpty();
  }

  private static Statistics statistics(TestLine line) {
    Statistics statistics = new Statistics();
    line.outcomes.forEach(statistics::on);
    return statistics;
  }
}
