package hotline.line.status;

import hotline.line.body.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What one party has said of its channel and may still count, in the order in which it was said.
 * Immutable.
 *
 * <p>At a time, for something: what was said last counts, of all that is in effect then and in
 * whose scope the thing wholly lies. So a word on a zone does not touch the rest, a later word on
 * the whole line covers the zone too, and a later word cancels one that would take effect later
 * still.
 *
 * <p>Kept are at most {@value #KEPT_MAX}. Forgotten is first what can never count again, then the
 * oldest of what a later word has replaced: that would count only for statements that were signed
 * before it and come after. What still counts is never forgotten; there is no room then for more.
 */
record History(List<ChannelStatus> said) {
  /** The most words that are kept. */
  static final int KEPT_MAX = 64;

  static final History EMPTY = new History(List.of());

  History {
    said = List.copyOf(said);
  }

  /** With one more word; empty if there is no room. */
  Optional<History> with(ChannelStatus next) {
    List<ChannelStatus> kept = new ArrayList<>();
    for (ChannelStatus earlier : said) {
      if (!next.scope().includes(earlier.scope()) || earlier.effectiveUs() < next.effectiveUs()) {
        kept.add(earlier);
      }
    }
    kept.add(next);
    for (int i = 0; kept.size() > KEPT_MAX && i < kept.size() - 1; ) {
      if (endUs(kept, i) <= next.saidUs()) {
        kept.remove(i);
      } else {
        i++;
      }
    }
    return kept.size() > KEPT_MAX ? Optional.empty() : Optional.of(new History(kept));
  }

  /** When a word stops counting for all of its scope; {@link Long#MAX_VALUE}: never. */
  private static long endUs(List<ChannelStatus> said, int place) {
    Scope scope = said.get(place).scope();
    return endUs(said, place, later -> later.includes(scope));
  }

  /** When a later word, of a scope that the test takes, takes the place of a word. */
  private static long endUs(List<ChannelStatus> said, int place, Predicate<Scope> covers) {
    return LongStream.concat(
            LongStream.of(Long.MAX_VALUE),
            said.subList(place + 1, said.size()).stream()
                .filter(later -> covers.test(later.scope()))
                .mapToLong(ChannelStatus::effectiveUs))
        .min()
        .orElseThrow();
  }

  /** What counts at a time for something that the test says lies in a scope. */
  Optional<ChannelStatus> at(long timeUs, Predicate<Scope> isIn) {
    return said.reversed().stream()
        .filter(each -> each.effectiveUs() <= timeUs && isIn.test(each.scope()))
        .findFirst();
  }

  /** What counts at a time for some scope or other. */
  List<ChannelStatus> standing(long timeUs) {
    List<ChannelStatus> standing = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).effectiveUs() <= timeUs && timeUs < endUs(said, i)) {
        standing.add(said.get(i));
      }
    }
    return standing;
  }

  /**
   * Where a new word says otherwise than this party's own before it, of one time. A word speaks
   * from the time that it claims, until a later one takes its place; so a plain change, from now
   * on, is no contradiction. One that claims the past is, and so is one that undoes what was
   * announced.
   *
   * @param meet whether two scopes have anything in common
   */
  List<Contradiction> contradictedBy(ChannelStatus next, BiPredicate<Scope, Scope> meet) {
    List<Contradiction> found = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      ChannelStatus earlier = said.get(i);
      if (earlier.agreesWith(next) || !meet.test(earlier.scope(), next.scope())) {
        continue;
      }
      // Of what both speak: a word on a part of the earlier one's scope has taken its place there.
      long endUs =
          endUs(said, i, later -> later.includes(earlier.scope()) || later.includes(next.scope()));
      boolean announced = earlier.effectiveUs() > next.saidUs();
      long fromUs = Math.max(next.claimedUs(), earlier.claimedUs());
      if (announced
          && next.effectiveUs() <= earlier.effectiveUs()
          && earlier.effectiveUs() < endUs) {
        found.add(
            new Contradiction(
                earlier, next, earlier.effectiveUs(), endUs == Long.MAX_VALUE ? null : endUs));
      } else if (!announced && fromUs < Math.min(next.saidUs(), endUs)) {
        found.add(new Contradiction(earlier, next, fromUs, Math.min(next.saidUs(), endUs)));
      }
    }
    return found;
  }
}
