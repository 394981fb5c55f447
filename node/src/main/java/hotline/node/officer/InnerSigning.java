package hotline.node.officer;

import hotline.record.statement.LineId;
import hotline.record.statement.Officer;
import java.util.Optional;

/** Asks whoever pressed for the inner signature over what is about to be said. */
public interface InnerSigning {
  /** That of the press which this thread works on; unbound where nobody's key is asked for. */
  ScopedValue<InnerSigning> PRESS = ScopedValue.newInstance();

  /** Who can be asked in this thread. */
  static Optional<InnerSigning> here() {
    return PRESS.isBound() ? Optional.of(PRESS.get()) : Optional.empty();
  }

  /**
   * The officer's signature, checked; waits for it, an instant for what is urgent and some seconds
   * for the rest.
   *
   * @param timeUs by the node's clock, µs since 1970 UTC
   * @return empty if none came in time: the node says it alone
   * @throws WrongSignature if one came that does not hold; never for what is urgent, which the node
   *     then says alone
   */
  Optional<Officer> sign(LineId line, Officer.Act act, long timeUs, boolean urgent)
      throws WrongSignature;

  /** A signature that does not hold under the officer's key over what would be said. */
  final class WrongSignature extends Exception {
    private static final long serialVersionUID = 1;

    /** Of this officer. */
    public WrongSignature(String officer) {
      super(
          "Nothing was said: the signature from this browser does not hold under the key of "
              + officer
              + " over what would be said. Open the page again and repeat; if it stays so, make a"
              + " new key.");
    }

    /** For a person. */
    public String sentence() {
      return String.valueOf(getMessage());
    }
  }
}
