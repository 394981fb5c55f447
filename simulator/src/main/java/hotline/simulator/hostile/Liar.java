package hotline.simulator.hostile;

import hotline.line.terms.Genesis;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerEndpoints;
import hotline.node.setup.LineFolder;
import hotline.simulator.world.Fault;
import hotline.simulator.world.Founding;
import hotline.simulator.world.Machine;
import hotline.simulator.world.Seed;
import hotline.simulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * A party that does wrong. Its node is a real one, so that it can do everything that an honest
 * party does; what goes in and out is bent on the way, and its keys sign what its node never would.
 */
public abstract sealed class Liar permits LyingHost, LyingParty {
  final World world;
  final Machine machine;
  final PartyKeys keys;
  final Genesis genesis;
  final Seed.Draws draws;

  /** Nothing is told after this. */
  private boolean over;

  Liar(World world, Founding founding, String party) {
    this.world = world;
    this.machine = world.machine(party);
    this.keys = founding.keys(party);
    this.draws = world.seed().of("liar");
    try {
      this.genesis = new LineFolder(machine.data()).genesis().orElseThrow();
    } catch (IOException unread) {
      throw new IllegalStateException(unread);
    }
  }

  /** The host lies, or another party does, as the seed has it. */
  public static Liar of(World world, Founding founding) {
    Seed.Draws who = world.seed().of("who lies");
    return who.below(2) == 0
        ? new LyingHost(world, founding)
        : new LyingParty(
            world, founding, world.parties().get(1 + who.below(world.parties().size() - 1)));
  }

  /** Who lies. */
  public String party() {
    return machine.party();
  }

  /** Begins to. */
  public abstract void begin();

  /** Who has been shown so much of a lie that it must have evidence of it. */
  public abstract Set<String> mustHaveSeen();

  /** Stops telling anything new. */
  public void end() {
    over = true;
  }

  boolean lies(int permille) {
    return !over && draws.happens(permille);
  }

  void every(int secondsMax, String what, Runnable lie) {
    world
        .agenda()
        .in(
            Duration.ofMillis(draws.between(200, secondsMax * 1_000L)),
            what,
            () -> {
              if (!over) {
                if (machine.isUp()) {
                  machine.during(what, lie);
                }
                every(secondsMax, what, lie);
              }
            });
  }

  void told(Fault lie) {
    world.tally().count(lie);
    world.agenda().note(machine.party() + " lies: " + lie);
  }

  byte[] junk(int bytesMax) {
    byte[] bytes = new byte[draws.below(bytesMax)];
    draws.fill(bytes);
    return bytes;
  }

  PeerEndpoints.Answer nonsense() {
    told(Fault.GARBAGE);
    int[] statuses = {200, 204, 409, 422, 500, 302, 0, -1};
    String[] types = {"text/plain", "text/x.tlog.size", "application/cose", ""};
    return new PeerEndpoints.Answer(
        statuses[draws.below(statuses.length)], types[draws.below(types.length)], junk(300));
  }
}
