package hotline.simulator.world;

/** What goes wrong in a simulated world; a run in which one of them never happens shows little. */
public enum Fault {
  CALL_LOST("call lost"),
  ANSWER_LOST("answer lost"),
  CALL_DELAYED("call delayed"),
  CALL_DOUBLED("call duplicated"),
  CALL_OVERTAKEN("call overtaken"),
  LINK_CUT("link cut"),
  CLOCK_DRIFT("clock drifts"),
  CLOCK_JUMP("clock jumps"),
  POWER_CUT("power cut"),
  POWER_CUT_WRITING("power cut in a write"),
  UNFORCED_LOST("unsynced write lost"),
  WRITE_TORN("write torn"),
  DISK_FULL("disk full"),
  SYNC_FAILED("sync failed"),
  DISK_SLOW("disk slow");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** For a person. */
  public String words() {
    return words;
  }
}
