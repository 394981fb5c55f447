package hotline.line.effect;

import hotline.line.matter.Closing;
import hotline.line.matter.Due;
import hotline.line.matter.Motion;
import hotline.line.matter.Signature;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;

/** What changes in what is put for signature, and in what is due. */
public sealed interface MatterEffect extends Effect {
  /** A fact, finding, proposal or minutes is put, signed by its party. */
  record MotionPut(Motion motion) implements MatterEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("motion").add(motion.encoded()).build();
    }
  }

  /** A party has signed it. */
  record MotionSigned(StatementId motion, Signature signature) implements MatterEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("motion-signed")
          .add(motion.bytes())
          .add(signature.encoded())
          .build();
    }
  }

  /** It is agreed, vetoed or retracted. */
  record MotionEnded(StatementId motion, Motion.End end) implements MatterEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("motion-ended").add(motion.bytes()).add(end.encoded()).build();
    }
  }

  /** Something is due. */
  record DuePut(Due due) implements MatterEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("due").add(due.encoded()).build();
    }
  }

  /** A party holds a file for closed, or wants it open again. */
  record FileClosing(Closing closing) implements MatterEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("file-closing").add(closing.encoded()).build();
    }
  }

  /** It is done. */
  record DueDone(StatementId due, Due.Done done) implements MatterEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("due-done").add(due.bytes()).add(done.encoded()).build();
    }
  }
}
