package hotline.line.statistics;

import hotline.line.Outcome;
import hotline.line.body.BreachBody;
import hotline.line.body.NoticeState;
import hotline.line.breach.Breach;
import hotline.line.effect.BreachEffect;
import hotline.line.effect.CaseEffect;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.IncidentEffect;
import hotline.line.effect.KeyEffect;
import hotline.line.effect.MatterEffect;
import hotline.line.effect.MessageEffect;
import hotline.line.effect.NoticeEffect;
import hotline.line.effect.StatusEffect;
import hotline.line.effect.TermsEffect;
import hotline.line.effect.ThirdPartyEffect;
import hotline.line.effect.WatchEffect;
import hotline.line.message.LineMessage;
import hotline.line.notice.Notice;
import hotline.line.planning.Crossings;
import hotline.line.terms.Terms;
import hotline.record.statement.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The joint statistics of a line, counted entry by entry as the record grows: a small constant work
 * for each, whatever was before. One owner; not safe for use by several threads at once.
 *
 * <p>Weeks outside of the twenty years from the founding of the line are one, {@link Week#OUTSIDE}:
 * nobody's wrong clock makes the figures grow.
 */
public final class Statistics {
  private final AnswerBook answers = new AnswerBook();
  private final CheckBook checks = new CheckBook();
  private final ActivityBook activities = new ActivityBook();
  private Horizon horizon = new Horizon(0, 0);
  private @Nullable Mode mode;
  private @Nullable Terms terms;
  private @Nullable Gazetteer gazetteer;
  private @Nullable Crossings lines;
  private long saidUs;

  /** What the next entry of the record came to. Each is to be given once, in the record's order. */
  public void on(Outcome outcome) {
    on(outcome.effects());
  }

  /** What the next entry of the record changed. */
  public void on(List<Effect> effects) {
    effects.forEach(this::on);
  }

  private void on(Effect effect) {
    switch (effect) {
      case ChainEffect.Advanced advanced -> saidUs = advanced.claim().header().timeUs();
      case ChainEffect.Founded founded -> {
        mode = founded.mode();
        horizon = Horizon.of(saidUs);
      }
      case TermsEffect.InForce inForce -> inForce(inForce.terms(), inForce.sinceUs());
      case NoticeEffect notice -> on(notice);
      case MessageEffect message -> on(message);
      case BreachEffect breach -> on(breach);
      case TermsEffect _, KeyEffect _, StatusEffect _, WatchEffect _ -> {}
      case IncidentEffect _, MatterEffect _, CaseEffect _, ThirdPartyEffect _ -> {}
    }
  }

  private void inForce(Terms next, long sinceUs) {
    terms = next;
    gazetteer = new Gazetteer(next);
    lines = new Crossings(next);
    checks.terms(next.partyNames(), sinceUs, next.times().lineCheckEveryUs(), horizon);
  }

  private void on(NoticeEffect effect) {
    switch (effect) {
      case NoticeEffect.Declared(Notice notice) -> {
        if (notice.version() == 1
            && notice.mode() == mode
            && terms != null
            && gazetteer != null
            && lines != null) {
          activities.declared(notice, gazetteer, lines, terms.times().noticeLeadUs(), horizon);
        }
      }
      case NoticeEffect.Moved moved -> {
        if (moved.state() == NoticeState.ACTIVATED) {
          activities.activated(moved.entity());
        }
      }
      case NoticeEffect.Ended ended -> activities.ended(ended.entity());
      case NoticeEffect.NoticeMeets _, NoticeEffect.Disputed _ -> {}
    }
  }

  private void on(MessageEffect effect) {
    switch (effect) {
      case MessageEffect.MessageArrived(LineMessage message) -> {
        if (message.mode() == mode) {
          answers.arrived(message, horizon);
        }
      }
      case MessageEffect.DeliveryChanged changed ->
          answers.delivered(changed.message(), changed.delivery());
      case MessageEffect.LineProven proven -> {
        if (answers.knows(proven.check())) {
          checks.proven(proven.party(), proven.timeUs(), horizon);
        }
      }
      case MessageEffect.RepliedEarly _ -> {}
    }
  }

  private void on(BreachEffect effect) {
    switch (effect) {
      case BreachEffect.BreachClaimed(Breach breach) -> {
        if (breach.said().mode() == mode) {
          activities.claimed(breach, gazetteer, horizon);
        }
      }
      case BreachEffect.BreachAnswered answered ->
          activities.answered(answered.id(), answered.answer().answer().reply());
      case BreachEffect.BreachFollowedUp followed -> {
        if (followed.followUp().followUp().step() == BreachBody.Step.WITHDRAWN) {
          activities.withdrawn(followed.id());
        }
      }
      case BreachEffect.BreachFiled _ -> {}
    }
  }

  /**
   * The figures of some weeks, and of {@link Week#OUTSIDE}; changes nothing. Equal entries and
   * equal arguments give equal reports.
   *
   * @param first the first week
   * @param last the last, included
   * @param asOfUs until when line checks may have been missed, µs since 1970 UTC: the reader's now,
   *     or the time up to which both sides compare
   */
  public Report report(Week first, Week last, long asOfUs) {
    return new Report(
        asOfUs,
        activities.report(first, last),
        answers.overall(first, last),
        answers.byWeek(first, last),
        checks.report(first, last, asOfUs, horizon));
  }

  /** The figures of all weeks. */
  public Report report(long asOfUs) {
    return report(Week.OUTSIDE, new Week(Integer.MAX_VALUE), asOfUs);
  }

  static boolean isWithin(Week week, Week first, Week last) {
    return week.equals(Week.OUTSIDE) || (week.compareTo(first) >= 0 && week.compareTo(last) <= 0);
  }
}
