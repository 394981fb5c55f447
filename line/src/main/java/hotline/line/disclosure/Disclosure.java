package hotline.line.disclosure;

import hotline.airspace.TimeInterval;
import hotline.line.body.NoticeRef;
import hotline.line.terms.Granularity;
import hotline.line.terms.Limits;
import hotline.record.merkle.Hash;
import hotline.record.statement.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule by which a party opens its volumes to another; the only way that one leaves its node.
 *
 * <p>A request is answered on behalf of the asker's own live notice, as the record has it, or of an
 * enquiry within the terms' bounds. Of each wanted notice only those volumes are opened that reach
 * into the cells, heights and times so declared or enquired about; a notice opened with no volumes
 * says "none of mine meets yours". How often a party may ask is the shell's to count.
 *
 * <p>Answering changes nothing, and the same question gets the same answer.
 */
public final class Disclosure {
  /** What the proofs and volumes of one answer may add up to; the envelope needs little more. */
  private static final int OPENINGS_BYTES_MAX = Document.BYTES_MAX - 64 * 1024;

  private final LineId line;
  private final String party;
  private final DisclosureSecret secret;
  private final Rules rules;

  /** The rule for one party on one line, under the terms in force. */
  public Disclosure(LineId line, String party, DisclosureSecret secret, Rules rules) {
    this.line = line;
    this.party = party;
    this.secret = secret;
    this.rules = rules;
  }

  /** What of the terms bounds an answer. */
  public record Rules(Granularity granularity, Limits limits, long datumMarginFt) {}

  /** What the answering node knows. */
  public interface Known {
    /** The notice as the record has it, of whatever party. */
    Optional<RecordedNotice> recorded(NoticeRef notice);

    /** The volumes that an own notice was committed to, in their order. */
    Optional<List<ExactVolume>> ownVolumes(NoticeRef notice);
  }

  /**
   * The answer to a request that is authentic: signed by a key of {@code asker}, for this line, to
   * this party.
   *
   * @param request the digest of the document that asks
   */
  public DetailAnswer answer(String asker, Hash request, DetailRequest asked, Known known) {
    List<DetailAnswer.Opened> opened = new ArrayList<>();
    List<DetailAnswer.Kept> kept = new ArrayList<>();
    Standing standing = standing(asker, asked.onBehalfOf(), known);
    int left = OPENINGS_BYTES_MAX;
    for (NoticeRef notice : asked.wanted()) {
      switch (verdict(notice, standing, known, left)) {
        case Verdict.Keep(Withheld reason) ->
            kept.add(new DetailAnswer.Kept(notice, reason.code()));
        case Verdict.Open(List<Opening> openings) -> {
          left -= size(openings);
          opened.add(new DetailAnswer.Opened(notice, openings));
        }
      }
    }
    return new DetailAnswer(request, opened, kept);
  }

  /** What the asker has declared or enquired about, or why it may not ask. */
  private sealed interface Standing {
    record Given(Extents extents) implements Standing {}

    record None(Withheld reason) implements Standing {}
  }

  /** What becomes of one wanted notice. */
  private sealed interface Verdict {
    record Open(List<Opening> openings) implements Verdict {}

    record Keep(Withheld reason) implements Verdict {}
  }

  private Standing standing(String asker, DetailRequest.OnBehalfOf onBehalfOf, Known known) {
    return switch (onBehalfOf) {
      case DetailRequest.OnBehalfOf.Own(NoticeRef notice) ->
          known
              .recorded(notice)
              .filter(own -> own.live() && own.party().equals(asker))
              .<Standing>map(own -> new Standing.Given(own.extents()))
              .orElse(new Standing.None(Withheld.NO_STANDING));
      case DetailRequest.OnBehalfOf.Enquiry(Extents extents) ->
          fault(extents, rules.granularity(), rules.limits())
              .<Standing>map(Standing.None::new)
              .orElse(new Standing.Given(extents));
    };
  }

  /** Why an enquiry is beyond the bounds of the terms, if it is. */
  public static Optional<Withheld> fault(Extents enquiry, Granularity granularity, Limits limits) {
    if (enquiry.check(granularity).isPresent()) {
      return Optional.of(Withheld.ENQUIRY_TOO_FINE);
    }
    if (enquiry.cellsOfLevel(granularity.cellLevelMax()) > limits.enquiryCells()) {
      return Optional.of(Withheld.ENQUIRY_TOO_WIDE);
    }
    TimeInterval times = enquiry.times();
    return times.endUs() - times.startUs() > limits.enquiryDurationUs()
        ? Optional.of(Withheld.ENQUIRY_TOO_LONG)
        : Optional.empty();
  }

  private Verdict verdict(NoticeRef notice, Standing standing, Known known, int left) {
    return switch (standing) {
      case Standing.None(Withheld reason) -> new Verdict.Keep(reason);
      case Standing.Given(Extents asked) -> {
        RecordedNotice recorded = known.recorded(notice).orElse(null);
        if (recorded == null || !recorded.party().equals(party)) {
          yield new Verdict.Keep(Withheld.UNKNOWN_NOTICE);
        }
        if (!recorded.live()) {
          yield new Verdict.Keep(Withheld.NOT_LIVE);
        }
        yield recorded.extents().overlaps(asked, rules.datumMarginFt())
            ? meeting(recorded, asked, known, left)
            : new Verdict.Keep(Withheld.DOES_NOT_MEET);
      }
    };
  }

  /** The volumes that reach into what was asked about, if the node has what the record has. */
  private Verdict meeting(RecordedNotice recorded, Extents asked, Known known, int left) {
    List<ExactVolume> volumes = known.ownVolumes(recorded.notice()).orElse(List.of());
    if (volumes.isEmpty() || volumes.size() > recorded.leaves()) {
      return new Verdict.Keep(Withheld.VOLUMES_MISSING);
    }
    Commitment commitment = Commitment.of(recorded.subject(line), volumes, secret);
    if (!commitment.root().equals(recorded.commitment())) {
      return new Verdict.Keep(Withheld.VOLUMES_MISSING);
    }
    List<Opening> openings = new ArrayList<>();
    for (int item = 0; item < volumes.size(); item++) {
      if (asked.meets(volumes.get(item), rules.datumMarginFt())) {
        openings.add(commitment.open(item));
      }
    }
    return size(openings) <= left
        ? new Verdict.Open(openings)
        : new Verdict.Keep(Withheld.ANSWER_FULL);
  }

  private static int size(List<Opening> openings) {
    return openings.stream().mapToInt(Opening::sizeBytes).sum();
  }
}
