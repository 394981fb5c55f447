package hotline.line.matter;

import hotline.line.body.MatterBody;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is due.
 *
 * @param done null until the party for which it is has said so
 */
public record Due(Said said, MatterBody.Due content, @Nullable Done done) {
  /** That it is done, with a note. */
  public record Done(Said said, String words) {
    /** Its one form, for the digest. */
    public CborArray encoded() {
      return CborArray.builder().add(said.encoded()).add(words).build();
    }
  }

  /** The id of the statement that made it. */
  public StatementId id() {
    return said.id();
  }

  /** Whether it is not done at a time. */
  public boolean isOverdue(long atUs) {
    return done == null && content.dueUs() < atUs;
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(said.encoded())
        .add(content.content())
        .addOrNull(Optional.ofNullable(done), Done::encoded)
        .build();
  }
}
