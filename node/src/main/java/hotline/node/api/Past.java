package hotline.node.api;

import java.time.Instant;
import java.util.List;

/**
 * The line as a node knew it at an instant that is past: the same views as {@link LineApi} gave
 * then. Thread-safe; nothing can be said from here.
 */
public interface Past extends LineView {
  /** The instant. */
  Instant at();

  /** How many entries of the record this node had by then. */
  long entries();

  /** Every party's channel status, side by side. */
  List<Views.PartyStatus> parties();
}
