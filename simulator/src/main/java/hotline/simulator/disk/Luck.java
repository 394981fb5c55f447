package hotline.simulator.disk;

/** Draws of what is left to luck; the same from the same seed. */
@FunctionalInterface
public interface Luck {
  /** One of 0 to {@code bound - 1}. */
  int of(int bound);
}
