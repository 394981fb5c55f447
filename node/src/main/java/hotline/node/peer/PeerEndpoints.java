package hotline.node.peer;

/**
 * What this node answers other parties' nodes with, whatever carries it: bytes in, a status and
 * bytes out. Thread-safe. The web mounts it as {@code /peer/v1}; bodies are bounded before they are
 * read, and authenticate themselves.
 */
public interface PeerEndpoints {
  /** Answers one POST; {@code body} is at most {@link Call#bodyMax} bytes and otherwise hostile. */
  Answer post(Call call, byte[] body);

  /**
   * Answers {@code GET /peer/v1/record/…} and {@code …/outcomes/…}: a checkpoint or a tile.
   *
   * @param path below the log's root, {@code checkpoint} or {@code tile/…}: only lower-case
   *     letters, digits, dots and single slashes, never {@code ..}
   */
  Answer file(Log log, String path);

  /** The calls of {@code /peer/v1}, with the largest body that each accepts. */
  enum Call {
    /** A statement for the sequencer; answered with a promise. */
    STATEMENTS("statements", 16_384),
    /** A statement of the urgent lane, node to node. */
    URGENT("urgent", 16_384),
    /** The C2SP witness call, for both logs. */
    ADD_CHECKPOINT("add-checkpoint", 65_536),
    /** A detail request; answered with a detail answer. */
    DETAILS("details", 65_536);

    private final String path;
    private final int bodyMax;

    Call(String path, int bodyMax) {
      this.path = path;
      this.bodyMax = bodyMax;
    }

    /** The last part of its address. */
    public String path() {
      return path;
    }

    /** The largest body, in bytes. */
    public int bodyMax() {
      return bodyMax;
    }
  }

  /** The two logs of a line. */
  enum Log {
    /** Of statements. */
    RECORD,
    /** Of their outcomes. */
    OUTCOMES
  }

  /** What goes back. */
  @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
  record Answer(int status, String mediaType, byte[] body) {
    private static final byte[] NOTHING = {};

    /** A status alone. */
    public static Answer empty(int status) {
      return new Answer(status, "text/plain", NOTHING);
    }

    /** Bytes of a COSE document. */
    public static Answer cose(int status, byte[] body) {
      return new Answer(status, "application/cose", body);
    }
  }
}
