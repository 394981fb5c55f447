package hotline.simulator.world;

import java.security.SecureRandom;

/** Keys and nonces that come again from the same seed: fit for a simulation, and nothing else. */
final class SeedRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  private final transient Seed.Draws draws;

  SeedRandom(Seed.Draws draws) {
    super(null, null);
    this.draws = draws;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    draws.fill(bytes);
  }

  @Override
  public String getAlgorithm() {
    return "seed";
  }
}
