package hotline.line.effect;

import hotline.line.workinggroup.Case;
import hotline.line.workinggroup.HandOff;
import hotline.line.workinggroup.Position;
import hotline.record.cbor.CborArray;

/** What changes in the working group. */
public sealed interface CaseEffect extends Effect {
  /** A case is open. */
  record CaseOpened(Case opened) implements CaseEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("case").add(opened.encoded()).build();
    }
  }

  /** A party has taken a position. */
  record PositionTaken(Position position) implements CaseEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("position").add(position.encoded()).build();
    }
  }

  /** A message belongs to the working group. */
  record HandedOff(HandOff handOff) implements CaseEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("hand-off").add(handOff.encoded()).build();
    }
  }
}
