package hotline.traffic.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How good alerts were, against what was lost.
 *
 * <p>A loss is <b>judged</b> if both aircraft had been heard for at least {@link #HISTORY_S} when
 * it began, and is at first sight if it began with the first instant that both have a row for. It
 * is <b>foreseen</b> if an alert of its pair that was raised at least {@link #LEAD_S} before it
 * began still stood within the look-ahead before it. An alert is a <b>nuisance</b> if no loss of
 * its pair begins after it is raised and no later than the look-ahead after it last stood; alerts
 * raised when the loss has begun, or within a minute after it, are counted apart.
 *
 * @param losses all
 * @param atFirstSight already there when both are first heard
 * @param judged with enough history
 * @param foreseen of the judged, at least {@link #LEAD_S} ahead
 * @param missed of the judged, no alert at all before they began
 * @param leadsS seconds from alert to loss, of the judged that were alerted, ascending
 * @param alerts all
 * @param current alerts raised when the loss was already there
 * @param nuisance of the others
 */
public record Score(
    int losses,
    int atFirstSight,
    int judged,
    int foreseen,
    int missed,
    List<Long> leadsS,
    int alerts,
    int current,
    int nuisance) {
  /** What a person needs to act, seconds. */
  public static final int LEAD_S = 60;

  /** Of both aircraft, seconds. */
  public static final int HISTORY_S = 120;

  private static final long SECOND_US = 1_000_000;

  /** Keeps an unmodifiable copy. */
  public Score {
    leadsS = List.copyOf(leadsS);
  }

  /** Foreseen of the judged, per cent, to the nearest tenth; 100 if there were none. */
  public double foreseenPercent() {
    return judged == 0 ? 100 : Math.round(1000.0 * foreseen / judged) / 10.0;
  }

  /** Nuisance of the alerts that were not current, per cent, to the nearest tenth; 0 of none. */
  public double nuisancePercent() {
    int warned = alerts - current;
    return warned == 0 ? 0 : Math.round(1000.0 * nuisance / warned) / 10.0;
  }

  /** The middle lead time, seconds; 0 if there is none. */
  public long medianLeadS() {
    return leadsS.isEmpty() ? 0 : leadsS.get(leadsS.size() / 2);
  }

  static Score of(List<PairLoss> losses, List<Alert> alerts, int lookAheadS) {
    long aheadUs = lookAheadS * SECOND_US;
    SortedMap<String, List<PairLoss>> lossesOf = new TreeMap<>();
    losses.forEach(loss ->
        lossesOf
            .computeIfAbsent(pair(loss.first(), loss.second()), any -> new ArrayList<>())
            .add(loss));
    SortedMap<String, List<Alert>> alertsOf = new TreeMap<>();
    alerts.forEach(alert ->
        alertsOf
            .computeIfAbsent(pair(alert.first(), alert.second()), any -> new ArrayList<>())
            .add(alert));
    int current = 0;
    int nuisance = 0;
    for (Alert alert : alerts) {
      List<PairLoss> own = of(lossesOf, alert.first(), alert.second());
      if (own.stream().anyMatch(loss -> isCurrent(alert, loss))) {
        current++;
      } else if (own.stream().noneMatch(loss -> follows(alert, loss, aheadUs))) {
        nuisance++;
      }
    }
    return judge(losses, alertsOf, aheadUs, alerts.size(), current, nuisance);
  }

  private static Score judge(
      List<PairLoss> losses,
      SortedMap<String, List<Alert>> alertsOf,
      long aheadUs,
      int alerts,
      int current,
      int nuisance) {
    int atFirstSight = 0;
    int judged = 0;
    int foreseen = 0;
    int missed = 0;
    List<Long> leadsS = new ArrayList<>();
    for (PairLoss loss : losses) {
      long sinceUs = Math.max(loss.first().timeUs(0), loss.second().timeUs(0));
      if (loss.firstUs() <= sinceUs) {
        atFirstSight++;
      }
      if (loss.firstUs() - sinceUs < HISTORY_S * SECOND_US) {
        continue;
      }
      judged++;
      long leadUs =
          of(alertsOf, loss.first(), loss.second()).stream()
              .filter(alert ->
                  alert.firstUs() <= loss.firstUs() && alert.lastUs() >= loss.firstUs() - aheadUs)
              .mapToLong(alert -> loss.firstUs() - alert.firstUs())
              .max()
              .orElse(-1);
      if (leadUs < 0) {
        missed++;
      } else {
        leadsS.add(leadUs / SECOND_US);
      }
      foreseen += leadUs >= LEAD_S * SECOND_US ? 1 : 0;
    }
    leadsS.sort(Long::compare);
    return new Score(
        losses.size(), atFirstSight, judged, foreseen, missed, leadsS, alerts, current, nuisance);
  }

  static boolean isCurrent(Alert alert, PairLoss loss) {
    return loss.firstUs() <= alert.firstUs() && loss.lastUs() >= alert.firstUs() - PairLoss.GAP_US;
  }

  private static boolean follows(Alert alert, PairLoss loss, long aheadUs) {
    return loss.firstUs() > alert.firstUs() && loss.firstUs() <= alert.lastUs() + aheadUs;
  }

  private static String pair(Flight first, Flight second) {
    return first.name() + " " + second.name();
  }

  private static <T> List<T> of(Map<String, List<T>> all, Flight first, Flight second) {
    return all.getOrDefault(pair(first, second), List.of());
  }
}
