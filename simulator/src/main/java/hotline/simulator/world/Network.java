package hotline.simulator.world;

import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerTransport;
import hotline.simulator.disk.PowerCut;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The ways between the machines. A call is made at once or not at all; what is delayed or doubled
 * comes once more as an event of its own, and its answer goes nowhere.
 */
public final class Network {
  private static final int LATENCY_US_MAX = 2_000;
  private static final int LATE_MS_MAX = 20_000;

  private final World world;

  /** In permille, for calls over any link that is not clean. */
  private int lost;

  private int answerLost;
  private int delayed;
  private int doubled;

  private final Set<String> cut = new HashSet<>();
  private final List<Observer> observers = new ArrayList<>();

  /** What stands before a machine's endpoints: itself, or a liar. */
  private final Map<String, Function<PeerEndpoints, PeerEndpoints>> masks = new HashMap<>();

  /** What stands before what a machine sends. */
  private final Map<String, UnaryOperator<PeerTransport>> turns = new HashMap<>();

  /** When a link last began to be clean. */
  private long calmSinceNs;

  private final Map<String, Long> wholeSinceNs = new HashMap<>();

  /** Sees every answer that left a machine, whether it came to the caller or not. */
  @FunctionalInterface
  public interface Observer {
    /** {@code to} answered {@code from}. */
    void answered(Machine from, Machine to, Call call, byte[] body, Answer answer);
  }

  Network(World world) {
    this.world = world;
  }

  /** Adds one who sees all answers. */
  public void observe(Observer observer) {
    observers.add(observer);
  }

  /** Puts {@code mask} before a party's endpoints. */
  public void mask(String party, Function<PeerEndpoints, PeerEndpoints> mask) {
    masks.put(party, mask);
  }

  /** Puts {@code turn} around all that a party's node sends. */
  public void divert(String party, UnaryOperator<PeerTransport> turn) {
    turns.put(party, turn);
  }

  /** How often things go wrong from now on, in permille of all calls. */
  void weather(int lostNow, int answerLostNow, int delayedNow, int doubledNow) {
    lost = lostNow;
    answerLost = answerLostNow;
    delayed = delayedNow;
    doubled = doubledNow;
    calmSinceNs = isCalm() ? world.agenda().nowNs() : Long.MAX_VALUE;
  }

  private boolean isCalm() {
    return lost + answerLost + delayed == 0;
  }

  private static String link(String one, String other) {
    return one + ">" + other;
  }

  /** Cuts the way from one party to another; the way back may stay open. */
  public void cut(String from, String to) {
    if (cut.add(link(from, to))) {
      world.tally().count(Fault.LINK_CUT);
      world.agenda().note("cut " + link(from, to));
    }
  }

  /** Mends it. */
  public void mend(String from, String to) {
    if (cut.remove(link(from, to))) {
      wholeSinceNs.put(link(from, to), world.agenda().nowNs());
    }
  }

  /** Mends all. */
  void mendAll() {
    for (String from : world.parties()) {
      for (String to : world.parties()) {
        mend(from, to);
      }
    }
  }

  /** Since when every call from one to the other arrives; never, if that may fail now. */
  public long cleanSinceNs(String from, String to) {
    return cut.contains(link(from, to)) || !isCalm()
        ? Long.MAX_VALUE
        : Math.max(calmSinceNs, wholeSinceNs.getOrDefault(link(from, to), 0L));
  }

  /** The way out of a machine. */
  public PeerTransport from(Machine machine) {
    Way way = new Way(machine);
    return new PeerTransport() {
      private PeerTransport turned() {
        return turns.getOrDefault(machine.party(), UnaryOperator.identity()).apply(way);
      }

      @Override
      public Answer post(String party, Call call, byte[] body) throws IOException {
        return turned().post(party, call, body);
      }

      @Override
      public Answer file(String party, Log log, String path, int bytesMax) throws IOException {
        return turned().file(party, log, path, bytesMax);
      }

      @Override
      public void close() {}
    };
  }

  private final class Way implements PeerTransport {
    private final Machine from;

    /** Calls that went out late, and by when they will have come: others overtake them. */
    private final Map<String, Long> onTheWay = new HashMap<>();

    Way(Machine from) {
      this.from = from;
    }

    @Override
    public Answer post(String party, Call call, byte[] body) throws IOException {
      Machine to = world.machine(party);
      String what = link(from.party(), party) + " " + call.path();
      Seed.Draws draws = world.seed().of(what);
      String overtakes = call + party;
      if (onTheWay.getOrDefault(overtakes, 0L) > world.agenda().nowNs()) {
        world.tally().count(Fault.CALL_OVERTAKEN);
        onTheWay.remove(overtakes);
      }
      travel(to, what, draws);
      if (draws.happens(delayed)) {
        world.tally().count(Fault.CALL_DELAYED);
        long late = draws.between(1, LATE_MS_MAX);
        onTheWay.put(overtakes, world.agenda().nowNs() + late * 1_000_000);
        again(to, what, late, call, body);
        throw new IOException("no answer in time");
      }
      Answer answer = arrive(to, call, body);
      if (draws.happens(doubled)) {
        world.tally().count(Fault.CALL_DOUBLED);
        again(to, what, draws.between(1, LATE_MS_MAX), call, body);
      }
      if (draws.happens(answerLost)) {
        world.tally().count(Fault.ANSWER_LOST);
        world.agenda().note(what + " answer lost");
        throw new IOException("no answer in time");
      }
      world.agenda().note(what + " " + answer.status());
      return answer;
    }

    private void again(Machine to, String what, long lateMs, Call call, byte[] body) {
      world
          .agenda()
          .in(
              Duration.ofMillis(lateMs),
              what + " late",
              () -> {
                try {
                  Answer _ = enter(to, endpoints -> endpoints.post(call, body), call, body);
                } catch (IOException nobody) {
                  world.agenda().note(what + " found nobody");
                }
              });
    }

    private Answer arrive(Machine to, Call call, byte[] body) throws IOException {
      Answer answer = enter(to, endpoints -> endpoints.post(call, body), call, body);
      stillUp();
      return answer;
    }

    private Answer enter(Machine to, Function<PeerEndpoints, Answer> call, Call what, byte[] body)
        throws IOException {
      Answer answer = inside(to, call);
      observers.forEach(each -> each.answered(from, to, what, body, answer));
      return answer;
    }

    /** At the other machine: what breaks there breaks nothing here. */
    private Answer inside(Machine to, Function<PeerEndpoints, Answer> call) throws IOException {
      if (!to.isUp()) {
        throw new IOException("connection refused");
      }
      world.touched(to);
      try {
        PeerEndpoints seen = masks.getOrDefault(to.party(), Function.identity()).apply(to.peers());
        return call.apply(seen);
      } catch (PowerCut power) {
        to.fall(power);
        throw new IOException("connection reset", power);
      } catch (RuntimeException broken) {
        world.violated(to.party() + " broke at a call: " + broken, broken);
        throw new IOException("connection reset", broken);
      }
    }

    /** A caller that lost its power meanwhile never hears the answer. */
    private void stillUp() {
      if (from.disk().isCut()) {
        throw new PowerCut(from.party());
      }
    }

    private void travel(Machine to, String what, Seed.Draws draws) throws IOException {
      stillUp();
      world.agenda().pass(Duration.ofNanos(draws.between(20, LATENCY_US_MAX) * 1_000));
      if (cut.contains(link(from.party(), to.party()))) {
        throw new IOException("no way");
      }
      if (draws.happens(lost)) {
        world.tally().count(Fault.CALL_LOST);
        world.agenda().note(what + " lost");
        throw new IOException("no answer in time");
      }
    }

    @Override
    public Answer file(String party, Log log, String path, int bytesMax) throws IOException {
      Machine to = world.machine(party);
      String what = link(from.party(), party) + " file";
      travel(to, what, world.seed().of(what));
      Answer answer = inside(to, endpoints -> endpoints.file(log, path));
      stillUp();
      world.agenda().note(what + " " + log + " " + path + " " + answer.status());
      return answer;
    }

    @Override
    public void close() {}
  }
}
