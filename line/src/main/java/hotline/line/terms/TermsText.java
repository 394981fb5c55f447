package hotline.line.terms;

import static hotline.line.terms.TermsWords.decimal;
import static hotline.line.terms.TermsWords.distance;
import static hotline.line.terms.TermsWords.duration;

import hotline.line.Kind;
import hotline.line.UtcText;
import hotline.record.cbor.CborArray;
import hotline.record.merkle.Merkle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms in plain words: what a person reads before signing, and what differs between two. */
public final class TermsText {
  private static final int FINGERPRINT_DIGITS = 8;
  private static final int NANODEGREES = 1_000_000_000;

  private TermsText() {}

  /**
   * One thing agreed on.
   *
   * @param topic what it is about
   * @param what the same in words, the same words in every version: no two clauses of terms share
   *     it
   */
  public record Clause(Topic topic, String what, String text) {
    /** With its number: {@code 15.1 Reply by: 1 min}. */
    @Override
    public String toString() {
      return topic.number() + " " + what + ": " + text;
    }
  }

  /**
   * One clause that two terms differ in.
   *
   * @param what it is about
   * @param before null: it was not there
   * @param after null: it is no longer there
   */
  public record Change(Topic topic, String what, @Nullable String before, @Nullable String after) {
    /** With its number: {@code 15.1 Reply by: 1 min (was: 2 min)}. */
    @Override
    public String toString() {
      String name = topic.number() + " " + what;
      return after == null
          ? name + ": no longer there (was: " + before + ")"
          : name + ": " + after + (before == null ? " (new)" : " (was: " + before + ")");
    }
  }

  /** Every clause, in the order of their numbers. */
  public static List<Clause> clauses(Terms terms) {
    List<Clause> clauses = new ArrayList<>();
    clauses.add(new Clause(Topic.HOST, "Host", terms.host() + " orders the statements"));
    clauses.add(new Clause(Topic.EPOCH, "Epoch", Long.toString(terms.epoch())));
    terms.parties().forEach(party -> clauses.add(keys(party)));
    terms.parties().forEach(party -> clauses.add(posts(party)));
    clauses.addAll(apart(terms.separation()));
    clauses.add(planning(terms.planning()));
    clauses.add(granularity(terms.granularity()));
    clauses.add(new Clause(Topic.CATEGORIES, "Categories", String.join(", ", terms.categories())));
    terms.zones().forEach(zone -> clauses.add(zone(zone)));
    terms.points().forEach(point -> clauses.add(point(point)));
    clauses.add(
        new Clause(
            Topic.SURVIVES,
            "While suspended, these still pass",
            terms.survives().stream().map(Kind::word).collect(Collectors.joining(", "))));
    clauses.addAll(limits(terms));
    clauses.add(
        new Clause(Topic.AREA, "Area", terms.area().map(TermsText::area).orElse("no bound")));
    terms.lines().forEach(line -> clauses.add(line(line)));
    clauses.addAll(consent(terms));
    clauses.add(
        new Clause(
            Topic.RECEIPT,
            "Receipt",
            "a statement is confirmed when %d of %d parties, and all it affects, have cosigned it"
                    .formatted(terms.quorum(), terms.parties().size())
                + "; up to %d may lie".formatted(terms.liars())));
    clauses.addAll(others(terms));
    clauses.add(retention(terms.retention()));
    clauses.add(
        new Clause(
            Topic.EFFECTIVE,
            "In force from",
            terms
                .effectiveUs()
                .map(us -> instant(us) + ", when all have signed and a party says so then")
                .orElse("when the last party signs")));
    return List.copyOf(clauses);
  }

  /**
   * What differs, clause by clause in the order of {@link #clauses}, what is gone last. Empty iff
   * the terms say the same, but for their number and what they follow; keys are named by their
   * short names.
   */
  public static List<Change> diff(Terms from, Terms to) {
    Map<String, Clause> before = new LinkedHashMap<>();
    clauses(from).forEach(clause -> before.put(clause.what(), clause));
    List<Change> changes = new ArrayList<>();
    for (Clause now : clauses(to)) {
      Clause was = before.remove(now.what());
      if (was == null || !was.text().equals(now.text())) {
        changes.add(
            new Change(now.topic(), now.what(), was == null ? null : was.text(), now.text()));
      }
    }
    for (Clause gone : before.values()) {
      changes.add(new Change(gone.topic(), gone.what(), gone.text(), null));
    }
    return List.copyOf(changes);
  }

  /** What differs and matters to a statement of this kind. */
  public static List<Change> diffFor(Kind kind, Terms from, Terms to) {
    Set<Topic> topics = Topic.of(kind);
    return diff(from, to).stream().filter(change -> topics.contains(change.topic())).toList();
  }

  private static String instant(long us) {
    long rest = us % 1_000_000;
    return UtcText.of(us) + (rest == 0 ? "" : " and " + rest + " us");
  }

  private static Clause keys(PartyTerms party) {
    return new Clause(
        Topic.KEYS,
        "Party " + party.party(),
        "root key %s; nodes %s; log %s, outcomes %s, cosigner %s"
            .formatted(
                party.rootKey().id(),
                party.nodes().stream()
                    .map(node -> node.node() + " " + node.key().id())
                    .collect(Collectors.joining(", ")),
                party.logKey().id(),
                party.outcomeKey().id(),
                party.cosignerKey().id()));
  }

  private static Clause posts(PartyTerms party) {
    return new Clause(Topic.POSTS, "Posts of " + party.party(), String.join(", ", party.posts()));
  }

  private static List<Clause> apart(Separation apart) {
    return List.of(
        new Clause(
            Topic.SEPARATION,
            "Separation",
            distance(apart.horizontalMm()) + " or " + apart.verticalFt() + " ft"),
        new Clause(
            Topic.BUFFERS,
            "Buffers",
            "%s, %d ft and %s around each path"
                .formatted(
                    distance(apart.bufferHorizontalMm()),
                    apart.bufferVerticalFt(),
                    duration(apart.bufferTimeUs()))),
        new Clause(
            Topic.DATUMS,
            "Heights of different datums",
            "compared with a margin of " + apart.datumMarginFt() + " ft"));
  }

  private static Clause planning(Planning planning) {
    return new Clause(
        Topic.PLANNING,
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
        Topic.COARSENESS,
        "What the record shows",
        "at most %d cells of level %d or coarser; times to %s, heights to %s m or %d ft"
            .formatted(
                coarse.cellsMax(),
                coarse.cellLevelMax(),
                duration(coarse.timeUs()),
                decimal(coarse.heightMm(), 1_000),
                coarse.heightFt()));
  }

  private static String area(Area area) {
    return area.cells().count() + " cells" + fingerprint(area.encoded());
  }

  private static Clause zone(Zone zone) {
    return new Clause(
        Topic.ZONE,
        "Zone " + zone.zone(),
        "%s, %d cells".formatted(zone.title(), zone.cells().count())
            + minima(zone.minima())
            + fingerprint(zone.encoded()));
  }

  private static String minima(@Nullable ZoneMinima own) {
    return own == null
        ? ""
        : ", kept apart in it " + distance(own.horizontalMm()) + " or " + own.verticalFt() + " ft";
  }

  private static Clause line(AgreedLine line) {
    List<String> parts = new ArrayList<>();
    parts.add("%s of %d points".formatted(line.title(), line.points().size()));
    if (line.widthMm() > 0) {
      parts.add(distance(line.widthMm()) + " wide");
    }
    line.band().ifPresent(band -> parts.add("from " + TermsWords.band(band)));
    line.left().ifPresent(party -> parts.add(party + " on the left"));
    line.right().ifPresent(party -> parts.add(party + " on the right"));
    parts.add("crossings declared " + duration(line.crossingLeadUs()) + " ahead");
    String sort = line.sort() == AgreedLine.Sort.LINE ? "Line " : "Corridor ";
    return new Clause(
        Topic.LINE, sort + line.name(), String.join(", ", parts) + fingerprint(line.encoded()));
  }

  private static Clause point(ReferencePoint point) {
    return new Clause(
        Topic.POINT,
        "Reference point " + point.name(),
        "%s at %s, %s"
            .formatted(
                point.title(),
                decimal(point.position().latNanodegrees(), NANODEGREES),
                decimal(point.position().lngNanodegrees(), NANODEGREES)));
  }

  /** Tells shapes apart that no words could; two people compare it as they compare keys. */
  private static String fingerprint(CborArray shape) {
    return " (drawn as "
        + Merkle.plain(shape.encode()).hex().substring(0, FINGERPRINT_DIGITS)
        + ")";
  }

  private static List<Clause> limits(Terms terms) {
    Limits limits = terms.limits();
    Times times = terms.times();
    return List.of(
        new Clause(
            Topic.NOTICE_SIZE,
            "Size of a notice",
            "at most %d volumes over %s"
                .formatted(limits.volumesPerNotice(), duration(limits.noticeDurationUs()))),
        new Clause(
            Topic.ENQUIRY_SIZE,
            "Size of an enquiry",
            "at most %d cells over %s, %d a minute"
                .formatted(
                    limits.enquiryCells(),
                    duration(limits.enquiryDurationUs()),
                    limits.enquiriesPerMinute())),
        new Clause(Topic.REPLY_BY, "Reply by", duration(times.replyByUs())),
        new Clause(Topic.ACCEPT_BY, "Accept urgent messages by", duration(times.acceptByUs())),
        new Clause(Topic.LINE_CHECK, "Line check every", duration(times.lineCheckEveryUs())),
        new Clause(Topic.NOTICE_LEAD, "Notices ahead by", duration(times.noticeLeadUs())));
  }

  private static List<Clause> consent(Terms terms) {
    List<Clause> clauses = new ArrayList<>();
    for (Matter matter : Matter.values()) {
      clauses.add(
          new Clause(
              Topic.AGREEMENT,
              "Who must agree on " + matter.words(),
              terms.agreement().stream()
                  .filter(each -> each.matter() == matter)
                  .findFirst()
                  .map(each -> String.join(", ", each.parties()))
                  .orElse("every party")));
    }
    terms
        .seats()
        .forEach(each ->
            clauses.add(
                new Clause(
                    Topic.SEATS,
                    "Seats of " + each.party() + " in the working group",
                    String.join(", ", each.seats()))));
    clauses.add(
        new Clause(
            Topic.LANGUAGES,
            "Languages",
            String.join(", ", terms.languages()) + "; these terms are in the first"));
    return clauses;
  }

  private static List<Clause> others(Terms terms) {
    List<Clause> clauses = new ArrayList<>();
    terms
        .thirdParties()
        .forEach(each ->
            clauses.add(new Clause(Topic.THIRD_PARTY, "Third party " + each.name(), each.title())));
    terms
        .observers()
        .forEach(each ->
            clauses.add(
                new Clause(
                    Topic.OBSERVER,
                    "Observer " + each.name(),
                    each.title() + ", key " + each.key().id() + ": sees, does not speak")));
    terms
        .witnesses()
        .forEach(each ->
            clauses.add(
                new Clause(
                    Topic.WITNESS,
                    "Witness " + each.name(),
                    each.title()
                        + ", key "
                        + each.cosignerKey().id()
                        + ": holds digests and cosigns, counts for no receipt")));
    return clauses;
  }

  private static Clause retention(Retention kept) {
    return new Clause(
        Topic.RETENTION,
        "Kept at least",
        "the record %s, private things %s"
            .formatted(duration(kept.recordUs()), duration(kept.privateUs())));
  }
}
