package hotline.node.record;

import hotline.line.Verified;
import hotline.record.statement.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was read and whose signature was checked before it came to its place, so that
 * neither is done twice.
 *
 * @param verified under which key the signature held
 */
record Checked(Statement statement, Verified verified) {
  /** What is known of {@code entry}, if it is of these very bytes. */
  static Optional<Checked> of(byte[] entry, @Nullable Checked known) {
    return Optional.ofNullable(known).filter(each -> each.statement.consistsOf(entry));
  }
}
