package hotline.record.witness;

import java.io.IOException;
import java.util.Optional;

/** Where a witness keeps what it has cosigned: one state for each origin, durable. */
public interface WitnessStore {
  /** The state of an origin, if there is one. */
  Optional<WitnessState> load(String origin) throws IOException;

  /**
   * Puts {@code next} in the place of the state whose size is {@code expectedSize} (zero: of none).
   * When it returns true, no crash of the machine undoes it.
   *
   * @return false if the state there is another; then nothing has changed
   * @throws IOException if it is not known to be durable; then nothing may be promised
   */
  boolean replace(String origin, long expectedSize, WitnessState next) throws IOException;
}
