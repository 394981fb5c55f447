package hotline.line.notice;

import hotline.line.body.ChannelState;
import hotline.line.body.NoticeState;
import hotline.line.status.ChannelStatus;
import hotline.line.status.Statuses;
import hotline.line.terms.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which running and soon starting notices lie outside of what the parties agree on at a time, and
 * why: the same at every node, from the record alone.
 *
 * <p>A notice is outside for a party if that party's word that counts for it suspends its channel,
 * or is bound to a condition, and no rule of the condition covers the notice. Nobody's word decides
 * this for another: each party's reason stands by itself.
 *
 * @param sinceUs when the latest of the parties' words that are in effect took effect, µs since
 *     1970 UTC; empty: there is none
 * @param outside soonest first, at most {@value #LISTED_MAX}
 * @param more how many are outside besides those
 * @param again what was outside just before {@code sinceUs} and is so no more, likewise
 */
public record Outside(OptionalLong sinceUs, List<Item> outside, long more, List<Item> again) {
  /** A notice that begins within this of a time is told of, as one that runs is. */
  public static final long SOON_US = 2 * 3_600_000_000L;

  /** The most notices in one list. */
  public static final int LISTED_MAX = 1_000;

  private static final Comparator<Notice> SOONEST =
      Comparator.comparingLong(Notice::startUs).thenComparing(Notice::entity);

  public Outside {
    outside = List.copyOf(outside);
    again = List.copyOf(again);
  }

  /** A notice and every party's reason. */
  public record Item(Notice notice, List<Reason> reasons) {
    public Item {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Why a notice is outside for one party.
   *
   * @param word of that party, that counts for the notice
   * @param why for people
   */
  public record Reason(ChannelStatus word, String why) {}

  /**
   * What is outside at a time.
   *
   * @param timeUs µs since 1970 UTC
   * @param terms in force
   */
  public static Outside at(long timeUs, Notices notices, Statuses statuses, Terms terms) {
    OptionalLong sinceUs =
        terms.partyNames().stream()
            .flatMap(party -> statuses.said(party).stream())
            .mapToLong(ChannelStatus::effectiveUs)
            .filter(us -> us <= timeUs)
            .max();
    if (sinceUs.isEmpty()) {
      return new Outside(sinceUs, List.of(), 0, List.of());
    }
    long beforeUs = sinceUs.getAsLong() - 1;
    boolean now = restricts(timeUs, statuses, terms);
    boolean before = restricts(beforeUs, statuses, terms);
    if (!now && !before) {
      return new Outside(sinceUs, List.of(), 0, List.of());
    }
    List<Item> outside = new ArrayList<>();
    List<Item> again = new ArrayList<>();
    for (Notice notice : told(timeUs, notices)) {
      List<Reason> reasons = now ? reasons(notice, timeUs, statuses, terms) : List.of();
      if (!reasons.isEmpty()) {
        outside.add(new Item(notice, reasons));
      } else if (before && notice.saidUs() < sinceUs.getAsLong()) {
        List<Reason> then = reasons(notice, beforeUs, statuses, terms);
        if (!then.isEmpty()) {
          again.add(new Item(notice, then));
        }
      }
    }
    int listed = Math.min(LISTED_MAX, outside.size());
    return new Outside(
        sinceUs,
        outside.subList(0, listed),
        outside.size() - listed,
        again.subList(0, Math.min(LISTED_MAX, again.size())));
  }

  /** Whether any party's word that counts then suspends, or binds to a condition. */
  private static boolean restricts(long timeUs, Statuses statuses, Terms terms) {
    return terms.partyNames().stream()
        .flatMap(party -> statuses.standing(party, timeUs).stream())
        .anyMatch(word -> word.state() == ChannelState.SUSPENDED || word.condition() != null);
  }

  /** What runs, or is to begin soon. What was left in its state when its time was over runs. */
  private static List<Notice> told(long timeUs, Notices notices) {
    return notices.live().stream()
        .filter(notice ->
            notice.state() != NoticeState.ACCEPTED
                || (notice.startUs() <= timeUs + SOON_US && notice.endUs() > timeUs))
        .sorted(SOONEST)
        .toList();
  }

  private static List<Reason> reasons(Notice notice, long timeUs, Statuses statuses, Terms terms) {
    List<Reason> reasons = new ArrayList<>();
    for (String party : terms.partyNames()) {
      Optional<ChannelStatus> word = statuses.at(party, timeUs, List.of(notice.activity()), terms);
      word.flatMap(each -> reason(notice, each, terms)).ifPresent(reasons::add);
    }
    return reasons;
  }

  private static Optional<Reason> reason(Notice notice, ChannelStatus word, Terms terms) {
    Optional<Coverage> coverage =
        Optional.ofNullable(word.condition())
            .map(condition -> Coverage.of(notice, condition, terms));
    if (coverage.filter(Coverage::covered).isPresent()) {
      return Optional.empty();
    }
    boolean suspended = word.state() == ChannelState.SUSPENDED;
    if (!suspended && coverage.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    if (suspended) {
      parts.add("suspended: " + word.scope().words());
    }
    coverage.ifPresent(each -> parts.add(each.why()));
    return Optional.of(new Reason(word, String.join("; ", parts)));
  }
}
