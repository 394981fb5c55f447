package hotline.node.outbox;

import java.io.IOException;

/** The way to the sequencer: this node's own, or that of another party's node. */
@FunctionalInterface
public interface Submitter {
  /**
   * Hands in one statement and waits for what becomes of it.
   *
   * @throws IOException if that is not known: it has to be handed in again
   */
  Answer submit(byte[] statement) throws IOException;

  /** What the sequencer said. */
  sealed interface Answer {
    /** It has this place; durable at the host. */
    record Placed(long index) implements Answer {}

    /** Not recorded, and nothing used up. */
    record Refused(String code, String sentence) implements Answer {}
  }
}
