package hotline.simulator.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/**
 * All chance of one run. Every use has draws of its own, found by its name: what one part of the
 * world does more or less of changes nothing for another, and no order of a hash table shows.
 */
public final class Seed {
  private final long seed;
  private final Map<String, Draws> draws = new HashMap<>();

  /** Everything that follows from {@code seed}. */
  public Seed(long seed) {
    this.seed = seed;
  }

  /** The number. */
  public long number() {
    return seed;
  }

  /** The draws of one use. */
  public Draws of(String use) {
    return draws.computeIfAbsent(use, name -> new Draws(mix(seed, name)));
  }

  private static long mix(long seed, String name) {
    long hash = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ each) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** Numbers from one stream: SplitMix64, so that a draw costs nothing. */
  public static final class Draws {
    private long state;

    private Draws(long state) {
      this.state = state;
    }

    /** Any 64 bits. */
    public long next() {
      state += 0x9E3779B97F4A7C15L;
      long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      return mixed ^ (mixed >>> 31);
    }

    /** One of 0 to {@code bound - 1}. */
    public int below(int bound) {
      return (int) Long.remainderUnsigned(next(), bound);
    }

    /** From {@code least} to {@code most}, both included. */
    public long between(long least, long most) {
      return least + Long.remainderUnsigned(next(), most - least + 1);
    }

    /** True {@code permille} times in a thousand. */
    public boolean happens(int permille) {
      return below(1_000) < permille;
    }

    /** The same draws, where bytes are wanted that nobody could guess. */
    public SecureRandom random() {
      return new SeedRandom(this);
    }

    /** Fills {@code bytes}. */
    public void fill(byte[] bytes) {
      ByteBuffer out = ByteBuffer.wrap(bytes);
      while (out.remaining() >= Long.BYTES) {
        out.putLong(next());
      }
      while (out.hasRemaining()) {
        out.put((byte) next());
      }
    }
  }
}
