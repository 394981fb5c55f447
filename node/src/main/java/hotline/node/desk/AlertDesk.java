package hotline.node.desk;

import hotline.node.alert.AlertBook;
import hotline.node.alert.AlertConfig;
import hotline.node.alert.AlertLife;
import hotline.node.api.AlertViews;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import hotline.node.api.Views;
import hotline.node.details.Details;
import hotline.node.feed.LiveTraffic;
import hotline.traffic.report.Place;
import hotline.traffic.track.Track;
import hotline.traffic.watch.Advice;
import hotline.traffic.watch.Approach;
import hotline.traffic.watch.Scene;
import hotline.traffic.watch.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Alerts of live traffic: what is known of one, what could be asked for, who has seen it, and the
 * WARNING to the other parties.
 */
final class AlertDesk {
  /** Warned of by itself: never the same two again within this time, whatever flickers. */
  private static final Duration SAME_PAIR = Duration.ofMinutes(5);

  /** And no more than so many in ten minutes; an officer may send more. */
  private static final int AUTOMATIC_MAX = 6;

  private static final int BY_HAND_MAX = 60;
  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final int ALL = 10_000;

  private final Core core;
  private final LiveTraffic traffic;
  private final TrafficDesk desk;
  private final AlertBook book;
  private final MessageDesk messages;
  private final MessageViews views;
  private final WatchDesk watch;
  private final SideEffects sideEffects;
  private final AlertConfig config;

  /** When WARNINGs went out lately, and of which pair last; guarded by this. */
  private final Deque<Instant> automatic = new ArrayDeque<>();

  private final Deque<Instant> byHand = new ArrayDeque<>();
  private final Map<String, Instant> pairs = new HashMap<>();

  AlertDesk(
      Core core,
      Details details,
      LiveTraffic traffic,
      TrafficDesk desk,
      AlertBook book,
      MessageDesk messages,
      MessageViews views,
      WatchDesk watch) {
    this.core = core;
    this.traffic = traffic;
    this.desk = desk;
    this.book = book;
    this.messages = messages;
    this.views = views;
    this.watch = watch;
    sideEffects = new SideEffects(core, details);
    config = core.config().traffic().alerts();
    if (config.warn() == AlertConfig.Warn.AUTOMATIC && core.speaks()) {
      book.tell(this::warnByItself);
    }
  }

  /** Those that the watch shows. */
  List<TrafficViews.Alert> alerts(boolean all) {
    Map<String, Track> tracks = tracks();
    return traffic.picture().situations().stream()
        .filter(each -> all || each.state() != Situation.State.PAST || isReturned(each))
        .sorted(
            Comparator.comparing(
                each -> desk.isOwn(each.first(), tracks) == desk.isOwn(each.second(), tracks)))
        .map(each -> view(life(each), tracks))
        .toList();
  }

  private boolean isReturned(Situation each) {
    return life(each).alarm() == AlertLife.Alarm.RETURNED;
  }

  /** As the book has it; a moment before the book has seen it, as new. */
  private AlertLife life(Situation situation) {
    return book.life(book.number(situation))
        .map(each -> each.seen(situation))
        .orElseGet(() ->
            new AlertLife(
                book.number(situation),
                situation,
                situation.state() == Situation.State.CURRENT,
                null,
                null,
                null));
  }

  private Map<String, Track> tracks() {
    Map<String, Track> all = new HashMap<>();
    traffic.picture().tracks().forEach(each -> all.put(each.id(), each));
    return all;
  }

  private TrafficViews.Alert view(AlertLife life, Map<String, Track> tracks) {
    Situation each = life.situation();
    return new TrafficViews.Alert(
        life.number(),
        each.state().name(),
        desk.named(each.first(), tracks),
        desk.named(each.second(), tracks),
        each.cause().words(),
        AlertWords.instant(each.firstUs()),
        AlertWords.instant(each.lastUs()),
        AlertWords.instant(each.beginsUs()),
        each.closestMm(),
        each.closestFt(),
        done(life));
  }

  private TrafficViews.Life done(AlertLife life) {
    AlertLife.Mark accepted = life.accepted();
    AlertLife.Mark nuisance = life.nuisance();
    AlertLife.Warned warned = life.warned();
    Optional<Views.Delivery> delivery =
        Optional.ofNullable(warned)
            .flatMap(each -> views.message(each.message()))
            .map(Views.Message::delivery);
    return new TrafficViews.Life(
        life.alarm().name(),
        accepted == null ? null : accepted.at(),
        accepted == null ? null : accepted.by(),
        nuisance == null ? null : nuisance.at(),
        nuisance == null ? null : nuisance.by(),
        warned == null ? null : warned.at(),
        warned == null ? null : warned.by(),
        warned == null ? null : warned.message(),
        delivery.map(Views.Delivery::accepted).orElse(null),
        delivery.map(Views.Delivery::acceptedBy).orElse(null));
  }

  Optional<AlertViews.Detail> alert(long number) {
    LiveTraffic.Picture seen = traffic.picture();
    Optional<AlertLife> known =
        seen.situations().stream()
            .filter(each -> book.number(each) == number)
            .findFirst()
            .map(this::life);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Track> tracks = tracks();
    Situation situation = known.get().situation();
    TrafficViews.Alert alert = view(known.get(), tracks);
    Track first = tracks.get(situation.first());
    Track second = tracks.get(situation.second());
    Scene scene = traffic.scene();
    boolean over = situation.state() == Situation.State.PAST;
    Optional<Approach> approach = scene.approach(situation.first(), situation.second());
    return Optional.of(
        new AlertViews.Detail(
            alert,
            AlertWords.instant(seen.nowUs()),
            approach.map(AlertDesk::view).orElse(null),
            first == null ? null : TrafficDesk.view(first, seen.nowUs()),
            place(first),
            second == null ? null : TrafficDesk.view(second, seen.nowUs()),
            place(second),
            over
                ? List.of()
                : scene.advice(situation.first(), situation.second()).stream()
                    .map(this::advice)
                    .sorted(Comparator.comparing(each -> !each.onlyHelps()))
                    .toList(),
            AlertWords.warning(situation, approach, first, second, core.terms(), config)
                .orElse(null),
            life(alert, known.get())));
  }

  private static AlertViews.Approach view(Approach approach) {
    return new AlertViews.Approach(
        AlertWords.instant(approach.atUs()), approach.horizontalMm(), approach.verticalFt());
  }

  private @Nullable String place(@Nullable Track track) {
    Place place = track == null ? null : track.place();
    return place == null ? null : Places.place(SideEffects.position(place), core.terms()).text();
  }

  private AlertViews.Advice advice(Advice each) {
    SideEffects.Found found = sideEffects.of(each);
    return new AlertViews.Advice(
        each.aircraft(),
        AlertWords.manoeuvre(each),
        each.effect().name(),
        each.meets(),
        found.notices(),
        found.possible());
  }

  private static List<AlertViews.Event> life(TrafficViews.Alert alert, AlertLife life) {
    List<AlertViews.Event> all = new ArrayList<>();
    add(all, alert.raised(), "raised: " + alert.cause());
    if (life.wasCurrent()) {
      add(all, alert.begins(), "separation lost");
    }
    TrafficViews.Life did = alert.life();
    add(all, did.accepted(), "accepted by " + did.acceptedBy());
    add(all, did.warned(), "WARNING sent by " + did.warnedBy());
    add(all, did.warningAccepted(), "WARNING accepted by " + did.warningAcceptedBy());
    add(all, did.nuisance(), "marked as a nuisance by " + did.nuisanceBy());
    if (life.situation().state() == Situation.State.PAST) {
      add(all, alert.last(), "past");
    }
    all.sort(Comparator.comparing(AlertViews.Event::at));
    return all;
  }

  private static void add(List<AlertViews.Event> to, @Nullable Instant at, String words) {
    if (at != null) {
      to.add(new AlertViews.Event(at, words));
    }
  }

  AlertViews.Counts counts() {
    AlertBook.Counts counts = book.counts();
    return new AlertViews.Counts(
        counts.since(),
        counts.raised(),
        counts.lost(),
        counts.nuisance(),
        counts.lastHour(),
        counts.lastTenMinutes(),
        book.lives().stream().filter(each -> each.alarm() != AlertLife.Alarm.ACCEPTED).count());
  }

  private String officer(String post, String officer) {
    return officer.isBlank() ? watch.officerAt(post) : officer.strip();
  }

  Said accept(List<Long> numbers, String post, String officer) {
    if (numbers.isEmpty() || numbers.size() > ALL) {
      return Said.refused("not-understood", "Name the alerts that were seen, 1 to " + ALL + ".");
    }
    int done = book.accept(numbers, officer(post, officer));
    return done == 0 ? unknown() : said(done == 1 ? "Accepted." : done + " alerts accepted.");
  }

  Said nuisance(long number, boolean nuisance, String post, String officer) {
    return book.nuisance(number, officer(post, officer), nuisance)
        ? said(nuisance ? "Counted as a nuisance." : "No longer counted as a nuisance.")
        : unknown();
  }

  private static Said unknown() {
    return Said.refused("alert-unknown", "There is no such alert, or it is long past.");
  }

  private static Said said(String sentence) {
    return new Said(true, Said.State.RECORDED, "ok", sentence, null, null);
  }

  /** By a person: whatever the alert, once. */
  Said warn(long number, String post, String officer) {
    return warn(number, officer(post, officer), false);
  }

  /** By the node: what stands, is not this party's own affair, and was not warned of yet. */
  private void warnByItself(List<AlertLife> standing) {
    for (AlertLife each : standing) {
      if (each.warned() == null && !traffic.isOwnAffair(each.situation())) {
        Said _ = warn(each.number(), "this node, by itself", true);
      }
    }
  }

  private synchronized Said warn(long number, String by, boolean itself) {
    AlertLife life = book.life(number).orElse(null);
    if (life == null) {
      return unknown();
    }
    if (life.warned() != null) {
      return Said.refused(
          "alert-warned", "The other parties were warned of it already; a TEXT says what is new.");
    }
    Instant now = core.clock().instant();
    Optional<Said> held = held(life.situation(), now, itself);
    if (held.isPresent()) {
      return held.get();
    }
    // Dear, and asked for every second while an alert stands: only for what may be sent.
    Optional<AlertViews.Detail> known = alert(number);
    if (known.isEmpty()) {
      return unknown();
    }
    AlertViews.Draft draft = known.get().warning();
    if (draft == null) {
      return Said.refused(
          "alert-nowhere", "Nobody knows where both are any more: send a WARNING in your words.");
    }
    Said said =
        messages.send(
            new Requests.Message(
                "WARNING",
                List.of(),
                draft.text(),
                "en",
                draft.position(),
                draft.floor(),
                draft.ceiling(),
                List.of(),
                null));
    String id = said.id();
    if (said.done() && id != null) {
      (itself ? automatic : byHand).addLast(now);
      pairs.put(pair(life.situation()), now);
      book.warned(number, new AlertLife.Warned(now, by, id, itself));
    }
    return said;
  }

  private static String pair(Situation situation) {
    return situation.first() + " " + situation.second();
  }

  /** Why it is not sent now: a warning channel that is flooded is not listened to. */
  private Optional<Said> held(Situation situation, Instant now, boolean itself) {
    pairs.values().removeIf(each -> each.plus(SAME_PAIR).isBefore(now));
    Deque<Instant> sent = itself ? automatic : byHand;
    while (!sent.isEmpty() && sent.getFirst().plus(PERIOD).isBefore(now)) {
      sent.removeFirst();
    }
    if ((itself && pairs.containsKey(pair(situation)))
        || sent.size() >= (itself ? AUTOMATIC_MAX : BY_HAND_MAX)) {
      return Optional.of(
          Said.refused(
              "alert-rate", "Too many WARNINGs went out in the last ten minutes: call by voice."));
    }
    return Optional.empty();
  }
}
