package hotline.simulator.check;

import hotline.line.terms.PartyTerms;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import hotline.simulator.hostile.Liar;
import hotline.simulator.world.Founding;
import hotline.simulator.world.Machine;
import hotline.simulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that must hold in a simulated world: some of it after every step, all at the end. */
public final class Checks {
  /** Troubles by which a follower says that the host did wrong. */
  private static final Set<String> OF_THE_HOST =
      Set.of("forged-entry", "two-histories", "outcome-root", "broken-promise", "evidence-stands");

  /** Troubles that name the party which did wrong. */
  private static final Set<String> OF_A_PARTY = Set.of("false-details", "double-used");

  private static final Duration STATE_EVERY = Duration.ofMillis(500);

  private final World world;
  private final Founding founding;
  private final Histories histories;
  private final Acknowledged acknowledged;
  private final Warned warned;
  private final Stolen stolen;
  private final Map<String, List<PublicKey>> newKeys = new HashMap<>();
  private final Map<String, Looked> looked = new HashMap<>();
  private final Map<String, Long> dueNs = new HashMap<>();

  /** Who does wrong; nobody until it is known. */
  private Optional<Liar> liar = Optional.empty();

  private record Looked(int run, long changes) {}

  /** Watches {@code world} from now on; {@code founding} knows everybody's keys. */
  public Checks(World world, Founding founding) {
    this.world = world;
    this.founding = founding;
    histories = new Histories(world::violated, this::isSignedByItsParty);
    acknowledged = new Acknowledged(world::violated, histories);
    warned = new Warned(world, world::violated);
    stolen = new Stolen(world::violated, histories);
    world
        .network()
        .observe((_, to, call, body, answer) -> {
          if (!isLiar(to)) {
            acknowledged.answered(to, call, body, answer);
            tookForged(to, call, body, answer);
            stolen.answered(to, call, body, answer);
          }
        });
  }

  /** From now on this party is not held to anything; the others are, and must not accuse more. */
  public void expect(Liar who) {
    liar = Optional.of(who);
  }

  private boolean isLiar(Machine machine) {
    return isLiar(machine.party());
  }

  private boolean isLiar(String party) {
    return liar.filter(who -> who.party().equals(party)).isPresent();
  }

  private boolean isSignedByItsParty(Statement statement) {
    Chain chain = statement.header().chain();
    if (!world.parties().contains(chain.party())
        || !statement.header().line().equals(founding.line())) {
      return false;
    }
    PartyKeys keys = founding.keys(chain.party());
    if (chain.node().equals(PartyTerms.ROOT_NODE)) {
      return statement.signedBy(keys.root().publicKey());
    }
    return statement.signedBy(keys.node().publicKey())
        || newKeys.getOrDefault(chain.party(), List.of()).stream().anyMatch(statement::signedBy);
  }

  /** From now on this party signs with this key as well. */
  public void speaksWith(String party, PublicKey key) {
    newKeys.computeIfAbsent(party, _ -> new ArrayList<>()).add(key);
  }

  /** From now on whatever this key signs is a thief's; its party has revoked it. */
  public void isStolen(PublicKey key) {
    stolen.take(key);
  }

  /** A thief has said this with a key that its party has not revoked yet. */
  public void saidByThief(StatementId id) {
    stolen.early(id);
  }

  /** An honest node said yes to what its party never signed. */
  private void tookForged(Machine to, Call call, byte[] body, Answer answer) {
    boolean taken =
        (call == Call.URGENT && answer.status() == 204)
            || (call == Call.STATEMENTS && answer.status() == 200);
    if (taken
        && !(Statements.parse(body) instanceof Statement statement
            && isSignedByItsParty(statement))) {
      world.violated(to.party() + " took what its party did not sign");
    }
  }

  /** An officer was told what became of something. */
  public void told(Machine machine, Said answer, boolean urgent) {
    if (isLiar(machine)) {
      return;
    }
    acknowledged.told(machine, answer);
    if (urgent) {
      warned.sent(machine, answer);
    }
  }

  /** After each step that touched {@code machine}. */
  public void look(Machine machine) {
    warned.look(this::isLiar);
    if (isLiar(machine) || !hasChanged(machine)) {
      return;
    }
    histories.lookAtEntries(machine);
    acknowledged.look(machine);
    if (isDue(machine)) {
      state(machine, machine.api().line());
    }
  }

  private void state(Machine machine, Views.Line line) {
    histories.look(machine, line.record());
    // Of n parties with one liar a receipt has the words of ⌊(n+1)/2⌋+1, the host among them.
    // What the liar says is not counted here.
    int needed = (world.parties().size() + 1) / 2 - (liar.isPresent() ? 1 : 0);
    long confirmedSize = line.record().confirmedSize();
    if (machine.party().equals(world.host())
        && confirmedSize > 0
        && !acknowledged.areCosigned(confirmedSize, needed)) {
      world.violated(confirmedSize + " entries are confirmed without the word of enough parties");
    }
    answers(machine);
    for (Views.Trouble each : line.troubles()) {
      boolean unjust =
          OF_THE_HOST.contains(each.code())
              ? !isLiar(world.host())
              : OF_A_PARTY.contains(each.code())
                  ? liar.filter(who -> each.sentence().contains(who.party())).isEmpty()
                  : each.code().equals("record-lost");
      if (unjust) {
        world.violated(machine.party() + " accuses an honest party: " + each.sentence());
      }
    }
  }

  /** What was answered once is shown once. */
  private void answers(Machine machine) {
    for (Views.Message message : machine.api().messages(30)) {
      List<Views.Answer> answers = message.answers();
      if (Set.copyOf(answers).size() < answers.size()) {
        world.violated(machine.party() + " shows one answer twice");
      }
    }
  }

  /** A node's view of everything is dear: it is asked for now and then. */
  private boolean isDue(Machine machine) {
    long nowNs = world.agenda().nowNs();
    boolean due = dueNs.getOrDefault(machine.party(), 0L) <= nowNs;
    if (due) {
      dueNs.put(machine.party(), nowNs + STATE_EVERY.toNanos());
    }
    return due;
  }

  /** Whether its node told anybody that something changed, or is another run of it. */
  private boolean hasChanged(Machine machine) {
    try {
      Looked now = new Looked(machine.run(), machine.api().awaitChange(0, 0));
      return !now.equals(looked.put(machine.party(), now));
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
  }

  /**
   * Whether all copies are equal and confirmed, and nothing waits. A liar may keep its word back;
   * with a host that lies there need be no rest at all.
   */
  public boolean isQuiet() {
    boolean honest = liar.isEmpty();
    for (Machine each : world.machines()) {
      if (!each.isUp()) {
        return false;
      }
      if (isLiar(each)) {
        continue;
      }
      Views.Line line = each.api().line();
      state(each, line);
      if (line.record().size() != histories.size()
          || (honest && line.record().confirmedSize() != histories.size())
          || (honest && line.record().outcomesSize() != histories.size())
          || line.outbox().waiting() != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the host lies: then nothing that is said need ever be recorded. */
  public boolean hostLies() {
    return isLiar(world.host());
  }

  /** Why it is not quiet, for people. */
  public String unrest() {
    StringBuilder all = new StringBuilder("history of " + histories.size());
    for (Machine each : world.machines()) {
      all.append("; ").append(each.party()).append(' ');
      if (each.isUp()) {
        Views.Line line = each.api().line();
        all.append(line.record()).append(line.outbox()).append(line.troubles());
      } else {
        all.append("down");
      }
    }
    return all.toString();
  }

  /** When all is quiet; every node was asked for its view just before. */
  public void atEnd() {
    if (histories.confirmed() > histories.size()) {
      world.violated("more was confirmed than there is");
    }
    if (!hostLies()) {
      acknowledged.atEnd();
      stolen.atEnd(world.machine(world.host()));
      InnerSigned inner = new InnerSigned(world::violated, histories);
      world.machines().stream().filter(each -> each.isUp() && !isLiar(each)).forEach(inner::look);
    }
    try {
      evidence();
    } catch (IOException unread) {
      world.violated("evidence cannot be read: " + unread);
    }
  }

  private void evidence() throws IOException {
    Convictions convictions = new Convictions(founding.logKeys(world.host()));
    for (Machine each : world.machines()) {
      if (isLiar(each) || !each.isUp()) {
        continue;
      }
      List<Convictions.Found> found = convictions.on(each);
      for (Convictions.Found one : found) {
        boolean ofParty = OF_A_PARTY.stream().anyMatch(wrong -> one.name().startsWith(wrong + "-"));
        if (ofParty ? liar.isEmpty() || hostLies() : !hostLies()) {
          world.violated(each.party() + " keeps evidence against an honest party: " + one.name());
        }
        one.fault().ifPresent(fault -> world.violated(each.party() + ": " + fault));
      }
      boolean mustHave = liar.filter(who -> who.mustHaveSeen().contains(each.party())).isPresent();
      // A promise that was broken does not stop a follower; anything else does, and explains
      // silence.
      if (mustHave && found.stream().allMatch(one -> one.name().startsWith("broken-promise-"))) {
        world.violated(each.party() + " was shown what is not so and has no evidence of it");
      }
    }
  }

  /** How many entries the line has. */
  public int statements() {
    return histories.size();
  }
}
