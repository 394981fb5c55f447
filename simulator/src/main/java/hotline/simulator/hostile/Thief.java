package hotline.simulator.hostile;

import hotline.node.Times;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerTransport;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Incarnation;
import hotline.record.statement.LineId;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.simulator.world.Fault;
import hotline.simulator.world.Machine;
import hotline.simulator.world.Seed;
import hotline.simulator.world.World;
import java.io.IOException;

/**
 * Whoever has a copy of the key that a party's node signs or once signed with, and its way to the
 * others.
 */
public final class Thief {
  private final World world;
  private final Machine victim;
  private final LineId line;
  private final SigningKey stolen;
  private final Seed.Draws draws;

  /** Speaks as {@code victim}'s node. */
  public Thief(World world, Machine victim, LineId line, SigningKey stolen, Seed.Draws draws) {
    this.world = world;
    this.victim = victim;
    this.line = line;
    this.stolen = stolen;
    this.draws = draws;
  }

  /**
   * Says STOP once, to everybody and to the record, on a chain that nobody has seen.
   *
   * @param ended whether the key has ended by now
   */
  public StatementId speak(boolean ended) {
    world.tally().count(ended ? Fault.STOLEN_KEY : Fault.STOLEN_BEFORE);
    Statement statement = stop();
    world.agenda().note(victim.party() + "'s thief says " + statement.id());
    PeerTransport way = world.network().from(victim);
    for (String each : world.parties()) {
      if (!each.equals(victim.party())) {
        send(way, each, Call.URGENT, statement);
      }
    }
    send(way, world.host(), Call.STATEMENTS, statement);
    return statement.id();
  }

  private static void send(PeerTransport way, String to, Call call, Statement statement) {
    try {
      Answer _ = way.post(to, call, statement.bytes());
    } catch (IOException unreached) {
      // A thief does not insist.
    }
  }

  private Statement stop() {
    byte[] name = new byte[Incarnation.BYTES];
    draws.fill(name);
    return Forgeries.stop(
        line,
        victim.party(),
        Incarnation.of(name),
        0,
        Times.micros(victim.clock().instant()),
        stolen);
  }
}
