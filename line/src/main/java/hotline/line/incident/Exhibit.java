package hotline.line.incident;

import hotline.line.body.IncidentBody;
import hotline.line.matter.Retraction;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a party has put on record of an incident: a version, sealed evidence, a disclosure or a
 * claim, with what the others hold of it.
 *
 * @param incident in whose file it is; null: in none yet. The one that opens an incident is in its
 *     own
 * @param assessments of the other parties, in their order: the latest of each counts
 * @param narrowedBy the claim that took its place; null: none
 * @param retraction null: none
 */
public record Exhibit(
    Said said,
    IncidentBody.Exhibit content,
    @Nullable StatementId incident,
    List<Assessment> assessments,
    @Nullable StatementId narrowedBy,
    @Nullable Retraction retraction) {
  /** How often each party may assess one exhibit. */
  public static final int ASSESSMENTS_MAX = 16;

  public Exhibit {
    assessments = List.copyOf(assessments);
  }

  /** The id of the statement that made it. */
  public StatementId id() {
    return said.id();
  }

  /** Whether its party still stands by it as it is. */
  public boolean stands() {
    return narrowedBy == null && retraction == null;
  }

  /** What a party holds of it now; silence is nothing. */
  public Optional<Assessment> assessment(String party) {
    return assessments.reversed().stream()
        .filter(each -> each.said().party().equals(party))
        .findFirst();
  }

  /** Whether some party's latest word on it is that it disputes it. */
  public boolean isDisputed() {
    return assessments.stream()
        .map(each -> assessment(each.said().party()).orElseThrow())
        .anyMatch(each -> each.view() == IncidentBody.View.DISPUTES);
  }

  Exhibit in(StatementId file) {
    return new Exhibit(said, content, file, assessments, narrowedBy, retraction);
  }

  Exhibit with(Assessment assessment) {
    return new Exhibit(
        said,
        content,
        incident,
        Stream.concat(assessments.stream(), Stream.of(assessment)).toList(),
        narrowedBy,
        retraction);
  }

  Exhibit narrowedBy(StatementId claim) {
    return new Exhibit(said, content, incident, assessments, claim, retraction);
  }

  Exhibit with(Retraction back) {
    return new Exhibit(said, content, incident, assessments, narrowedBy, back);
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(said.encoded())
        .add(content.kind().code())
        .add(content.content())
        .addOrNull(Optional.ofNullable(incident), id -> CborValue.of(id.bytes()))
        .add(CborArray.of(assessments, Assessment::encoded))
        .addOrNull(Optional.ofNullable(narrowedBy), id -> CborValue.of(id.bytes()))
        .addOrNull(Optional.ofNullable(retraction), Retraction::encoded)
        .build();
  }
}
