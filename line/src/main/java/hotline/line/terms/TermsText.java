package hotline.line.terms;

import hotline.line.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Terms in plain words: what a person reads before signing, and what changed between two. */
public final class TermsText {
  private static final long NAUTICAL_MILE_MM = 1_852_000;
  private static final long KILOMETRE_MM = 1_000_000;
  private static final long SECOND_US = 1_000_000;
  private static final long MINUTE_US = 60 * SECOND_US;
  private static final long HOUR_US = 60 * MINUTE_US;

  /** Positions are whole 10⁻⁹ degrees. */
  private static final int DECIMALS = 9;

  private TermsText() {}

  /**
   * One thing agreed on.
   *
   * @param topic what it is about, the same words in every version
   */
  public record Clause(String topic, String text) {
    @Override
    public String toString() {
      return topic + ": " + text;
    }
  }

  /** Every clause, in a fixed order. */
  public static List<Clause> clauses(Terms terms) {
    List<Clause> clauses = new ArrayList<>();
    Separation apart = terms.separation();
    clauses.add(
        new Clause("Host", terms.host() + " orders the statements, epoch " + terms.epoch()));
    terms.parties().forEach(party -> clauses.add(party(party)));
    clauses.add(
        new Clause(
            "Receipt",
            "a statement is confirmed when %d of %d parties, and all it affects, have cosigned it"
                .formatted(terms.quorum(), terms.parties().size())));
    clauses.add(
        new Clause(
            "Separation", distance(apart.horizontalMm()) + " or " + apart.verticalFt() + " ft"));
    clauses.add(
        new Clause(
            "Buffers",
            "%s, %d ft and %s around each path"
                .formatted(
                    distance(apart.bufferHorizontalMm()),
                    apart.bufferVerticalFt(),
                    duration(apart.bufferTimeUs()))));
    clauses.add(
        new Clause(
            "Heights of different datums",
            "compared with a margin of " + apart.datumMarginFt() + " ft"));
    clauses.add(planning(terms.planning()));
    clauses.add(granularity(terms.granularity()));
    clauses.add(new Clause("Categories", String.join(", ", terms.categories())));
    terms.zones().forEach(zone -> clauses.add(zone(zone)));
    terms.points().forEach(point -> clauses.add(point(point)));
    clauses.add(
        new Clause(
            "While suspended, these still pass",
            terms.survives().stream().map(Kind::word).collect(Collectors.joining(", "))));
    clauses.addAll(limits(terms));
    return List.copyOf(clauses);
  }

  /** What differs, one sentence for each clause; keys are named by their short names. */
  public static List<String> changes(Terms before, Terms after) {
    List<Clause> old = clauses(before);
    List<Clause> now = clauses(after);
    List<String> changes = new ArrayList<>();
    for (Clause clause : now) {
      if (!old.contains(clause)) {
        String was =
            old.stream()
                .filter(each -> each.topic().equals(clause.topic()))
                .map(each -> " (was: " + each.text() + ")")
                .findFirst()
                .orElse(" (new)");
        changes.add(clause + was);
      }
    }
    for (Clause clause : old) {
      if (now.stream().noneMatch(each -> each.topic().equals(clause.topic()))) {
        changes.add(clause.topic() + ": no longer there");
      }
    }
    return List.copyOf(changes);
  }

  private static Clause party(PartyTerms party) {
    return new Clause(
        "Party " + party.party(),
        "root key %s; nodes %s; log %s, outcomes %s, cosigner %s; posts %s"
            .formatted(
                party.rootKey().id(),
                party.nodes().stream()
                    .map(node -> node.node() + " " + node.key().id())
                    .collect(Collectors.joining(", ")),
                party.logKey().id(),
                party.outcomeKey().id(),
                party.cosignerKey().id(),
                String.join(", ", party.posts())));
  }

  private static Clause planning(Planning planning) {
    return new Clause(
        "Planning",
        "volumes of %s; shifts of %d ft up to %d ft, or of %s up to %s"
            .formatted(
                duration(planning.segmentUs()),
                planning.verticalStepFt(),
                planning.verticalLimitFt(),
                duration(planning.timeStepUs()),
                duration(planning.timeLimitUs())));
  }

  private static Clause granularity(Granularity coarse) {
    return new Clause(
        "What the record shows",
        "at most %d cells of level %d or coarser; times to %s, heights to %s m or %d ft"
            .formatted(
                coarse.cellsMax(),
                coarse.cellLevelMax(),
                duration(coarse.timeUs()),
                decimal(coarse.heightMm(), 1_000),
                coarse.heightFt()));
  }

  private static Clause zone(Zone zone) {
    return new Clause(
        "Zone " + zone.zone(),
        "%s, %d cells %s".formatted(zone.title(), zone.cells().count(), zone.cells()));
  }

  private static Clause point(ReferencePoint point) {
    return new Clause(
        "Reference point " + point.name(),
        "%s at %s, %s"
            .formatted(
                point.title(),
                decimal(point.position().latNanodegrees(), 1_000_000_000),
                decimal(point.position().lngNanodegrees(), 1_000_000_000)));
  }

  private static List<Clause> limits(Terms terms) {
    Limits limits = terms.limits();
    Times times = terms.times();
    return List.of(
        new Clause(
            "Size of a notice",
            "at most %d volumes over %s"
                .formatted(limits.volumesPerNotice(), duration(limits.noticeDurationUs()))),
        new Clause(
            "Size of an enquiry",
            "at most %d cells over %s, %d a minute"
                .formatted(
                    limits.enquiryCells(),
                    duration(limits.enquiryDurationUs()),
                    limits.enquiriesPerMinute())),
        new Clause("Reply by", duration(times.replyByUs())),
        new Clause("Accept urgent messages by", duration(times.acceptByUs())),
        new Clause("Line check every", duration(times.lineCheckEveryUs())),
        new Clause("Notices ahead by", duration(times.noticeLeadUs())));
  }

  private static String distance(long mm) {
    return mm % (NAUTICAL_MILE_MM / 4) == 0
        ? decimal(mm, NAUTICAL_MILE_MM) + " NM"
        : decimal(mm, KILOMETRE_MM) + " km";
  }

  private static String duration(long us) {
    if (us > 0 && us % HOUR_US == 0) {
      return us / HOUR_US + " h";
    }
    if (us > 0 && us % MINUTE_US == 0) {
      return us / MINUTE_US + " min";
    }
    return decimal(us, SECOND_US) + " s";
  }

  private static String decimal(long value, long unit) {
    return BigDecimal.valueOf(value)
        .divide(BigDecimal.valueOf(unit), DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
