package hotline.line.effect;

import hotline.line.incident.Assessment;
import hotline.line.incident.Exhibit;
import hotline.line.matter.Retraction;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;

/** What changes in incidents. */
public sealed interface IncidentEffect extends Effect {
  /**
   * A version, evidence, a disclosure or a claim is there; or an incident, by the first version.
   */
  record ExhibitPut(Exhibit exhibit) implements IncidentEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("exhibit").add(exhibit.encoded()).build();
    }
  }

  /**
   * Something is in the file of an incident now.
   *
   * @param item an exhibit, or a claim of a breach
   * @param said whose statement it was
   */
  record Attached(StatementId item, StatementId incident, Said said) implements IncidentEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("attached")
          .add(item.bytes())
          .add(incident.bytes())
          .add(said.encoded())
          .build();
    }
  }

  /** A party holds something of another's exhibit now. */
  record Assessed(StatementId exhibit, Assessment assessment) implements IncidentEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("assessed")
          .add(exhibit.bytes())
          .add(assessment.encoded())
          .build();
    }
  }

  /** Another claim of the same party has taken the place of a claim. */
  record ClaimNarrowed(StatementId claim, StatementId by) implements IncidentEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("claim-narrowed").add(claim.bytes()).add(by.bytes()).build();
    }
  }

  /** A party has taken its claim back. */
  record ClaimRetracted(StatementId claim, Retraction retraction) implements IncidentEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("claim-retracted")
          .add(claim.bytes())
          .add(retraction.encoded())
          .build();
    }
  }
}
