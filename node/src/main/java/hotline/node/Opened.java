package hotline.node;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that were opened one after the other: closed from the last to the first, all of them. */
final class Opened implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

  private final Deque<Closeable> parts = new ArrayDeque<>();

  /** Closes this part, too: before those that are here already. */
  <T extends Closeable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /**
   * Closes what is there; a part that fails does not keep the others open.
   *
   * @throws IOException the first that failed
   */
  @Override
  public void close() throws IOException {
    IOException first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (IOException failed) {
        LOG.atError().setCause(failed).log("a part did not close cleanly");
        first = first == null ? failed : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
