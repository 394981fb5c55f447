package hotline.record.witness;

import hotline.record.note.NoteSignature;
import java.nio.charset.StandardCharsets;

/**
 * What a witness answers to {@code add-checkpoint}.
 *
 * @param status the HTTP status
 * @param contentType the HTTP content type
 * @param body the whole body; ASCII but for the dash of a signature line
 */
public record WitnessReply(int status, String contentType, String body) {
  /** The content type of the size in a 409. */
  public static final String SIZE_TYPE = "text/x.tlog.size";

  private static final String TEXT_TYPE = "text/plain; charset=utf-8";

  /** The body in UTF-8. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  static WitnessReply cosigned(NoteSignature line) {
    return new WitnessReply(200, TEXT_TYPE, line.line());
  }

  static WitnessReply conflict(long heldSize) {
    return new WitnessReply(409, SIZE_TYPE, heldSize + "\n");
  }

  static WitnessReply refused(int status, String sentence) {
    return new WitnessReply(status, TEXT_TYPE, sentence + "\n");
  }
}
