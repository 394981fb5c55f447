package hotline.line.statistics;

import hotline.line.Kind;
import java.util.List;

/**
 * The figures of some weeks.
 *
 * @param asOfUs until when missed line checks are counted
 * @param activities by week, place and party: what has no figures is left out
 * @param answers by kind of message and party that was asked, over all these weeks
 * @param answersByWeek the same by week
 * @param checks by week and party
 */
public record Report(
    long asOfUs,
    List<Activity> activities,
    List<Answers> answers,
    List<WeeklyAnswers> answersByWeek,
    List<Checks> checks) {
  public Report {
    activities = List.copyOf(activities);
    answers = List.copyOf(answers);
    answersByWeek = List.copyOf(answersByWeek);
    checks = List.copyOf(checks);
  }

  /**
   * What a party did somewhere in a week, and what breaches are claimed of it there and then.
   *
   * @param week in which the activity starts, or the breach began as its claimant has it
   */
  public record Activity(Week week, Place place, String party, Figures figures) {}

  /**
   * How soon a party answered: from the signing of the message to that of its final answer, by the
   * clocks of both.
   *
   * @param asked messages of the kind that are for the party
   * @param answered those with a final answer; no figure is made of silence
   * @param medianMs half of the answers took no longer; at most 1/64 too high, never too low
   * @param ninetyMs nine in ten took no longer; likewise
   */
  public record Answers(
      Kind kind, String party, long asked, long answered, long medianMs, long ninetyMs) {}

  /** The same for messages signed in one week. */
  public record WeeklyAnswers(Week week, Answers answers) {}

  /**
   * Line checks of a party.
   *
   * @param proven that it answered
   * @param missed times at which one was due by the terms in force, counted from the one before,
   *     and was not answered by then
   */
  public record Checks(Week week, String party, long proven, long missed) {}

  /** All activity of a party in these weeks. */
  public Figures total(String party) {
    return activities.stream()
        .filter(each -> each.party().equals(party))
        .map(Activity::figures)
        .reduce(Figures.NONE, Figures::plus);
  }

  /** All line checks of a party in these weeks, as of no week. */
  public Checks totalChecks(String party) {
    List<Checks> own = checks.stream().filter(each -> each.party().equals(party)).toList();
    return new Checks(
        Week.OUTSIDE,
        party,
        own.stream().mapToLong(Checks::proven).sum(),
        own.stream().mapToLong(Checks::missed).sum());
  }
}
