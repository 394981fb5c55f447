package hotline.line.bundle;

import hotline.line.Kind;
import hotline.line.Outcome;
import hotline.line.body.Body;
import hotline.record.cbor.Decoded;
import hotline.record.statement.Statement;
import java.util.Optional;

/**
 * A statement that the record has, with what became of it.
 *
 * @param code {@code ok}, or why it does not count
 */
record BundleEntry(long index, Statement statement, String code) {
  /** Whether it counts. */
  boolean counts() {
    return code.equals(Outcome.OK);
  }

  /** Who said it. */
  String party() {
    return statement.header().chain().party();
  }

  /** When it was signed, by the signer's clock. */
  long saidUs() {
    return statement.header().timeUs();
  }

  /** What it is. */
  Optional<Kind> kind() {
    return Kind.ofCode(statement.header().kind());
  }

  /** What it says, if this version can read it. */
  Optional<Body> body() {
    return kind()
        .flatMap(kind ->
            Body.decode(kind, statement.content()) instanceof Decoded.Value<Body>(Body body)
                ? Optional.of(body)
                : Optional.empty());
  }
}
