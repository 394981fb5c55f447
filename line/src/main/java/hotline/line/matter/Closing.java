package hotline.line.matter;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.StatementId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a party holds a file for closed, or wants it open again.
 *
 * @param words a note, or the reason
 * @param seat from which it was said; null outside of the working group
 */
public record Closing(Said said, StatementId file, Step step, String words, @Nullable String seat) {
  /** What it does. */
  public enum Step {
    /** The party has nothing left to say in the file as it is. */
    CLOSE(0),
    /** By it every party has said so: the file is closed. */
    CLOSED(1),
    REOPEN(2);

    private final int code;

    Step(int code) {
      this.code = code;
    }
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(said.encoded())
        .add(file.bytes())
        .add(step.code)
        .add(words)
        .addOrNull(Optional.ofNullable(seat), CborValue::of)
        .build();
  }
}
