package hotline.line.watch;

import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.WatchBody;
import hotline.line.effect.Effect;
import hotline.line.effect.WatchEffect;
import hotline.line.effect.WatchEffect.PostGone;
import hotline.line.effect.WatchEffect.WatchChanged;
import hotline.line.terms.Terms;
import hotline.line.watch.Watch.Taken;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of the watch. */
public final class WatchFold implements Watches {
  private record Desk(String party, String post) {}

  /** At most as many as the terms have posts. */
  private final Map<Desk, Watch> watches =
      new TreeMap<>(Comparator.comparing(Desk::party).thenComparing(Desk::post));

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, WatchBody body, Terms terms) {
    if (!terms.hasPost(spoken.party(), body.post())) {
      return Refusals.POST_UNKNOWN.refuse(body.post());
    }
    Watch now = watches.get(new Desk(spoken.party(), body.post()));
    return switch (body) {
      case WatchBody.Take take -> Ruling.grant(new WatchChanged(taken(spoken, take, now)));
      case WatchBody.Handover handover ->
          now == null
              ? Refusals.NO_WATCH.refuse(body.post())
              : Ruling.grant(new WatchChanged(handingOver(spoken, handover, now)));
    };
  }

  private static Watch taken(Spoken spoken, WatchBody.Take take, @Nullable Watch now) {
    return new Watch(
        spoken.party(),
        take.post(),
        take.officer(),
        spoken.timeUs(),
        how(take.officer(), now),
        null,
        now == null ? List.of() : now.open(),
        spoken.index());
  }

  private static Taken how(String officer, @Nullable Watch now) {
    if (now == null) {
      return Taken.FRESH;
    }
    if (now.handingTo() == null) {
      return Taken.UNNAMED;
    }
    return now.handingTo().equals(officer) ? Taken.AS_NAMED : Taken.OTHER_THAN_NAMED;
  }

  private static Watch handingOver(Spoken spoken, WatchBody.Handover handover, Watch now) {
    return new Watch(
        now.party(),
        now.post(),
        now.officer(),
        now.sinceUs(),
        now.taken(),
        handover.to(),
        handover.open(),
        spoken.index());
  }

  /** What new terms do: posts that they no longer have are gone. */
  public List<Effect> onNewTerms(Terms terms) {
    return watches.keySet().stream()
        .filter(desk -> !terms.hasPost(desk.party(), desk.post()))
        .<Effect>map(desk -> new PostGone(desk.party(), desk.post()))
        .toList();
  }

  /** Takes a change over. */
  public void on(WatchEffect effect) {
    switch (effect) {
      case WatchChanged(Watch watch) -> watches.put(new Desk(watch.party(), watch.post()), watch);
      case PostGone(String party, String post) -> watches.remove(new Desk(party, post));
    }
  }

  @Override
  public Optional<Watch> at(String party, String post) {
    return Optional.ofNullable(watches.get(new Desk(party, post)));
  }

  @Override
  public List<Watch> all() {
    return List.copyOf(watches.values());
  }
}
