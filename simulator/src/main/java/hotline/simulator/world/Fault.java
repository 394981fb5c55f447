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
  DISK_SLOW("disk slow"),
  FORGED_STATEMENT("lie: forged statement"),
  REPLAYED("lie: statement of another line"),
  REPEATED("lie: old statement again"),
  DOUBLE_USED("lie: number used twice"),
  TWO_HISTORIES("lie: two histories"),
  REWRITTEN_HISTORY("lie: rewritten history"),
  BROKEN_PROMISE("lie: broken promise"),
  INVALID_ENTRY("lie: invalid entry ordered"),
  WRONG_OUTCOME("lie: wrong outcome root"),
  FALSE_OPENING("lie: opening that does not match"),
  FALSE_ANSWER("lie: details withheld or made up"),
  NO_COSIGNATURE("lie: cosignature withheld"),
  SILENCE("lie: silence"),
  DELAY("lie: delay"),
  GARBAGE("lie: garbage"),
  KEY_CHANGED("node key changed"),
  STOLEN_BEFORE("node key used by a thief before its end"),
  STOLEN_KEY("ended key used by a thief"),
  OFFICER_KEY_CHANGED("officer's key changed"),
  OFFICER_KEY_STOLEN("officer's key used by a thief before its end"),
  OFFICER_KEY_ENDED("ended officer's key used by a thief");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** For a person. */
  public String words() {
    return words;
  }
}
