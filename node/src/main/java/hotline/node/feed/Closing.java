package hotline.node.feed;

import java.io.Closeable;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing what is given up anyway. */
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  static void quietly(Closeable part) {
    try {
      part.close();
    } catch (IOException failed) {
      LOG.atDebug().setCause(failed).log("a source did not close cleanly");
    }
  }
}
