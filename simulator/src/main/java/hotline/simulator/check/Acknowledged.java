package hotline.simulator.check;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.Promise;
import hotline.node.api.Said;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import hotline.record.witness.AddCheckpointRequest;
import hotline.simulator.world.Machine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What anybody was told is safe: by a node to its officer, or to another node. */
final class Acknowledged {
  private final Consumer<String> violated;
  private final Histories histories;

  /** What officers were told is kept; by statement, with the party. */
  private final Map<StatementId, String> said = new TreeMap<>(Acknowledged::byBytes);

  /** The host's promises, by place. */
  private final Map<Long, Hash> promised = new TreeMap<>();

  /** Urgent statements that a machine said it has on disk. */
  private final Map<String, Set<StatementId>> kept = new HashMap<>();

  /** The largest size that each party cosigned, and the root, by origin. */
  private final Map<String, Map<String, Checkpoint>> cosigned = new HashMap<>();

  private final Map<String, Integer> lookedAtRun = new HashMap<>();

  Acknowledged(Consumer<String> violated, Histories histories) {
    this.violated = violated;
    this.histories = histories;
  }

  private static int byBytes(StatementId one, StatementId other) {
    return one.toString().compareTo(other.toString());
  }

  /** An officer was told this. */
  void told(Machine machine, Said answer) {
    boolean safe = answer.done() && !answer.sentence().contains("NOT kept");
    if (safe && answer.id() != null) {
      said.put(StatementId.of(HexFormat.of().parseHex(answer.id())), machine.party());
    }
  }

  /** A node was told this. */
  void answered(Machine to, Call call, byte[] body, Answer answer) {
    switch (call) {
      case STATEMENTS -> {
        if (answer.status() == 200) {
          promise(answer.body());
        }
      }
      case URGENT -> {
        if (answer.status() == 204
            && Statements.parse(body) instanceof Statement statement
            && isMessage(statement)) {
          kept.computeIfAbsent(to.party(), _ -> new HashSet<>()).add(statement.id());
        }
      }
      case ADD_CHECKPOINT -> checkpoint(to.party(), body, answer);
      case DETAILS -> {}
    }
  }

  private static boolean isMessage(Statement statement) {
    return Kind.ofCode(statement.header().kind()).filter(Kind::isMessage).isPresent();
  }

  private void promise(byte[] body) {
    if (Document.parse(body) instanceof Decoded.Value<Document>(Document document)
        && Promise.decode(document.payload()) instanceof Decoded.Value<Promise>(Promise promise)) {
      Hash before = promised.put(promise.index(), promise.leaf());
      if (before != null && !before.equals(promise.leaf())) {
        violated.accept("place " + promise.index() + " was promised to two statements");
      }
      held(promise.index(), promise.leaf());
    } else {
      violated.accept("an honest host's 200 is no promise");
    }
  }

  private void held(long index, Hash leaf) {
    Optional<byte[]> entry = histories.entry(index);
    if (entry.isPresent() && !Merkle.leaf(entry.get()).equals(leaf)) {
      violated.accept("the promise of place " + index + " is broken");
    }
  }

  private void checkpoint(String party, byte[] body, Answer answer) {
    Optional<Checkpoint> shown =
        AddCheckpointRequest.parse(body).asOptional().map(request -> Checkpoint.of(request.note()));
    if (shown.isEmpty()) {
      return;
    }
    Map<String, Checkpoint> of = cosigned.computeIfAbsent(party, _ -> new HashMap<>());
    Checkpoint before = of.get(shown.get().origin());
    if (answer.status() == 200) {
      if (before != null
          && (shown.get().size() < before.size()
              || (shown.get().size() == before.size()
                  && !shown.get().root().equals(before.root())))) {
        violated.accept(party + " cosigned less, or something else, than before");
      }
      of.put(shown.get().origin(), shown.get());
    }
    if (answer.status() == 409 && before != null) {
      String size = new String(answer.body(), StandardCharsets.US_ASCII).strip();
      if (size.matches("[0-9]{1,18}") && Long.parseLong(size) < before.size()) {
        violated.accept(party + " has forgotten what it cosigned");
      }
    }
  }

  /** Whether so many parties have cosigned so many entries of both logs, or more. */
  boolean areCosigned(long size, int parties) {
    Map<String, Integer> count = new HashMap<>();
    cosigned
        .values()
        .forEach(of ->
            of.forEach(
                (origin, last) -> count.merge(origin, last.size() >= size ? 1 : 0, Integer::sum)));
    return count.size() == 2 && count.values().stream().allMatch(each -> each >= parties);
  }

  /** After each step. */
  void look(Machine machine) {
    Integer run = lookedAtRun.put(machine.party(), machine.run());
    if (run != null && run == machine.run()) {
      return;
    }
    for (StatementId id : kept.getOrDefault(machine.party(), Set.of())) {
      if (machine.api().message(id.toString()).isEmpty()) {
        violated.accept(machine.party() + " has lost an urgent message that it had on disk");
      }
    }
  }

  /** When all is well again and everything had time to arrive. */
  void atEnd() {
    promised.forEach(this::held);
    promised.keySet().stream()
        .filter(index -> histories.entry(index).isEmpty())
        .forEach(index -> violated.accept("place " + index + " was promised, and is empty"));
    Set<StatementId> withdrawn = withdrawn();
    List<String> lost = new ArrayList<>();
    said.forEach((id, party) -> {
      if (histories.place(id).isEmpty() && !withdrawn.contains(id)) {
        lost.add(party + "'s " + id);
      }
    });
    if (!lost.isEmpty()) {
      violated.accept("said, kept and never recorded: " + lost);
    }
  }

  private Set<StatementId> withdrawn() {
    Set<StatementId> all = new HashSet<>();
    for (int index = 0; index < histories.size(); index++) {
      if (Statements.parse(histories.entry(index).orElseThrow()) instanceof Statement statement
          && statement.header().kind() == Kind.WITHDRAW.code()
          && Body.decode(Kind.WITHDRAW, statement.content())
              instanceof Decoded.Value<Body>(ChainBody.Withdraw(StatementId of))) {
        all.add(of);
      }
    }
    return all;
  }

  /** How many statements officers were told are safe. */
  int count() {
    return said.size();
  }
}
