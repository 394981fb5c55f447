package hotline.line.statistics;

import hotline.line.body.BreachBody;
import hotline.line.body.EntityId;
import hotline.line.breach.Breach;
import hotline.line.notice.Notice;
import hotline.line.planning.Crossing;
import hotline.line.planning.Crossings;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Notices, flights and breaches by week, place and party. Knows each notice until it is activated
 * or over, and each claimed breach: as many as the fold has.
 */
final class ActivityBook {
  /** Names of places; beyond them, all is nowhere. Terms after terms could else make ever more. */
  private static final int PLACES_MAX = 1_024;

  private record Key(Week week, Place place, String party) {}

  private static final Comparator<Key> KEYS =
      Comparator.comparing(Key::week).thenComparing(Key::place).thenComparing(Key::party);

  /** A claimed breach, and what counts of it. */
  private static final class Claimed {
    private final Tally tally;
    private BreachBody.@Nullable Reply reply;

    private Claimed(Tally tally) {
      this.tally = tally;
    }
  }

  private final Map<Key, Tally> tallies = new TreeMap<>(KEYS);
  private final Map<Place, Place> places = new TreeMap<>();
  private final Map<EntityId, Tally> grounded = new HashMap<>();
  private final Map<StatementId, Claimed> breaches = new HashMap<>();

  private Tally tally(Week week, Place place, String party) {
    Place named = places.get(place);
    if (named == null) {
      named = places.size() < PLACES_MAX ? place : Place.NOWHERE;
      places.put(named, named);
    }
    return tallies.computeIfAbsent(new Key(week, named, party), _ -> new Tally());
  }

  /** The first version of a notice. */
  void declared(Notice notice, Gazetteer gazetteer, Crossings lines, long leadUs, Horizon horizon) {
    Tally tally =
        tally(
            horizon.week(notice.startUs()),
            gazetteer.of(notice.extents().getFirst().cells()),
            notice.party());
    tally.notices++;
    if (notice.saidUs() > notice.startUs() - leadUs) {
      tally.late++;
    }
    List<Crossing> crossings = lines.coarse(notice.extents(), notice.saidUs());
    if (!crossings.isEmpty()) {
      tally.crossings++;
    }
    if (crossings.stream().anyMatch(Crossing::isLate)) {
      tally.lateCrossings++;
    }
    grounded.put(notice.entity(), tally);
  }

  void activated(EntityId entity) {
    Tally tally = grounded.remove(entity);
    if (tally != null) {
      tally.flights++;
    }
  }

  void ended(EntityId entity) {
    grounded.remove(entity);
  }

  void claimed(Breach breach, @Nullable Gazetteer gazetteer, Horizon horizon) {
    BreachBody.Claim claim = breach.claim();
    Place place =
        claim
            .zone()
            .map(zone -> new Place(Place.Sort.ZONE, zone))
            .or(() -> gazetteer == null ? Optional.empty() : claim.position().map(gazetteer::of))
            .orElse(Place.NOWHERE);
    Tally tally = tally(horizon.week(claim.time().fromUs()), place, claim.party());
    tally.claimed++;
    breaches.put(breach.id(), new Claimed(tally));
  }

  void answered(StatementId breach, BreachBody.Reply reply) {
    Claimed claimed = breaches.get(breach);
    if (claimed != null) {
      count(claimed, -1);
      claimed.reply = reply;
      count(claimed, 1);
    }
  }

  private static void count(Claimed claimed, int one) {
    if (claimed.reply == null) {
      return;
    }
    switch (claimed.reply) {
      case NEEDS_TIME -> {}
      case NO_COMMENT -> claimed.tally.answered += one;
      case ACCEPTS -> {
        claimed.tally.answered += one;
        claimed.tally.accepted += one;
      }
      case DISPUTES -> {
        claimed.tally.answered += one;
        claimed.tally.disputed += one;
      }
    }
  }

  void withdrawn(StatementId breach) {
    Claimed claimed = breaches.get(breach);
    if (claimed != null) {
      claimed.tally.withdrawn++;
    }
  }

  List<Report.Activity> report(Week first, Week last) {
    List<Report.Activity> report = new ArrayList<>();
    tallies.forEach((key, tally) -> {
      if (Statistics.isWithin(key.week(), first, last)) {
        report.add(new Report.Activity(key.week(), key.place(), key.party(), tally.figures()));
      }
    });
    return report;
  }
}
