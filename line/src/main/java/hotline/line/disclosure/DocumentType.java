package hotline.line.disclosure;

import java.util.Optional;
import java.util.stream.Stream;

/** What a document between nodes is; the numbers are those on the wire. */
public enum DocumentType {
  /** {@link DetailRequest}. */
  DETAIL_REQUEST(1),
  /** {@link DetailAnswer}. */
  DETAIL_ANSWER(2),
  /** {@link Promise}. */
  PROMISE(3),
  /** {@link PartyFile}. */
  PARTY_FILE(4);

  private final int code;

  DocumentType(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }

  /** The type with this number, if there is one. */
  public static Optional<DocumentType> ofCode(long code) {
    return Stream.of(values()).filter(type -> type.code == code).findFirst();
  }
}
