package hotline.node.feed;

import hotline.airspace.Position;
import hotline.line.terms.Separation;
import hotline.line.terms.Terms;
import hotline.line.terms.Zone;
import hotline.line.terms.ZoneMinima;
import hotline.traffic.Minima;
import hotline.traffic.watch.LiveWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How near live aircraft may come, by the terms in force: their minima, those of the zones that
 * have their own, and above FL 410, where reported heights are less exact, 2,000 ft.
 *
 * <p>Reported heights jitter: aircraft properly 1,000 ft apart read up to 100 ft less each. What
 * the settings give for that is taken off every vertical minimum, but never more than half of it.
 */
final class TermsMinima implements LiveWatch.Areas {
  /** Above it levels are 2,000 ft apart. */
  static final int HIGH_FT = 41_000;

  private static final int HIGH_VERTICAL_FT = 2_000;

  private final Minima elsewhere;
  private final List<Own> zones;
  private final int highFt;

  /** A zone with minima of its own. */
  private record Own(Zone zone, Minima minima) {}

  private TermsMinima(Minima elsewhere, List<Own> zones, int highFt) {
    this.elsewhere = elsewhere;
    this.zones = zones;
    this.highFt = highFt;
  }

  /** Of these terms, less the jitter; without terms {@link TrafficConfig#STANDARD} alone. */
  static TermsMinima of(Optional<Terms> terms, int jitterFt) {
    return terms.isEmpty()
        ? new TermsMinima(TrafficConfig.STANDARD, List.of(), TrafficConfig.STANDARD.verticalFt())
        : of(terms.get().separation(), terms.get().zones(), jitterFt);
  }

  static TermsMinima of(Separation apart, List<Zone> named, int jitterFt) {
    List<Own> zones = new ArrayList<>();
    for (Zone zone : named) {
      ZoneMinima own = zone.minima();
      if (own != null) {
        zones.add(new Own(zone, minima(own.horizontalMm(), own.verticalFt(), jitterFt)));
      }
    }
    return new TermsMinima(
        minima(apart.horizontalMm(), apart.verticalFt(), jitterFt),
        List.copyOf(zones),
        less(HIGH_VERTICAL_FT, jitterFt));
  }

  private static Minima minima(long horizontalMm, long verticalFt, int jitterFt) {
    return new Minima(horizontalMm, less((int) verticalFt, jitterFt));
  }

  private static int less(int verticalFt, int jitterFt) {
    return Math.max(verticalFt - jitterFt, Math.ceilDiv(verticalFt, 2));
  }

  /** No place has larger ones. */
  Minima widest() {
    Minima widest = new Minima(elsewhere.horizontalMm(), Math.max(elsewhere.verticalFt(), highFt));
    for (Own each : zones) {
      widest = larger(widest, each.minima());
    }
    return widest;
  }

  private static Minima larger(Minima one, Minima other) {
    return new Minima(
        Math.max(one.horizontalMm(), other.horizontalMm()),
        Math.max(one.verticalFt(), other.verticalFt()));
  }

  /** In several zones the larger of them, in each direction. */
  @Override
  public Minima at(long latNanodegrees, long lngNanodegrees, int pressureFt) {
    Minima here = null;
    if (!zones.isEmpty()) {
      Position place = new Position(latNanodegrees, lngNanodegrees);
      for (Own each : zones) {
        if (each.zone().cells().contains(place)) {
          here = here == null ? each.minima() : larger(here, each.minima());
        }
      }
    }
    Minima known = here == null ? elsewhere : here;
    return pressureFt > HIGH_FT && known.verticalFt() < highFt
        ? new Minima(known.horizontalMm(), highFt)
        : known;
  }
}
