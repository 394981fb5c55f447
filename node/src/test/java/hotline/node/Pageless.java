package hotline.node;

import java.io.IOException;

/** Nodes without pages in a world of the test's making. */
public final class Pageless {
  private Pageless() {}

  /** Starts one. */
  public static Node start(NodeConfig config, Surroundings world) throws IOException {
    return Node.start(config, _ -> new NoPages(), world);
  }
}
