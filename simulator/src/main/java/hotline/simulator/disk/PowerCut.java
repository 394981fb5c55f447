package hotline.simulator.disk;

/**
 * The machine stands still in the middle of what it did. Not an exception: nothing in a node may
 * handle it, as nothing handles a real one.
 */
public final class PowerCut extends Error {
  private static final long serialVersionUID = 1;

  private final String machine;

  /** Of the machine with this name. */
  public PowerCut(String machine) {
    super(machine + " lost its power", null, false, false);
    this.machine = machine;
  }

  /** Which one. */
  public String machine() {
    return machine;
  }
}
