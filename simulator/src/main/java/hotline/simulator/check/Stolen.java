package hotline.simulator.check;

import hotline.node.api.KeyApi;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import hotline.simulator.world.Machine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a revoked key signs counts for nothing: with whoever has heard of it, in the urgent lane; by
 * the record, from the revocation's entry on. What it signed before that entry stays as good as it
 * was, a thief's words too.
 */
final class Stolen {
  private final Consumer<String> violated;
  private final Histories histories;
  private @Nullable PublicKey key;

  /** What machines took before they had heard; they may say again that they have it. */
  private final Map<String, Set<StatementId>> taken = new HashMap<>();

  private final Set<StatementId> before = new HashSet<>();

  /** What a thief said while the key still counted. */
  private final Set<StatementId> early = new HashSet<>();

  Stolen(Consumer<String> violated, Histories histories) {
    this.violated = violated;
    this.histories = histories;
  }

  /** A thief has said this with a key that counts. */
  void early(StatementId id) {
    early.add(id);
  }

  /** What this key has signed so far is its party's, as far as anybody can tell. */
  void take(PublicKey stolen) {
    key = stolen;
    for (int index = 0; index < histories.size(); index++) {
      statement(index).map(Statement::id).ifPresent(before::add);
    }
  }

  private Optional<Statement> statement(long index) {
    return histories
        .entry(index)
        .flatMap(bytes ->
            Statements.parse(bytes) instanceof Statement each
                ? Optional.of(each)
                : Optional.empty());
  }

  private boolean isThiefs(Statement statement) {
    return key != null && !before.contains(statement.id()) && statement.signedBy(key);
  }

  /** A node was asked to take something. */
  void answered(Machine to, Call call, byte[] body, Answer answer) {
    boolean yes =
        (call == Call.URGENT && answer.status() == 204)
            || (call == Call.STATEMENTS && answer.status() == 200);
    if (!yes
        || !to.isUp()
        || !(Statements.parse(body) instanceof Statement statement)
        || !isThiefs(statement)) {
      return;
    }
    boolean knew = call == Call.URGENT ? hasHeard(to) : revokedAt(to).isPresent();
    boolean again = taken.getOrDefault(to.party(), Set.of()).contains(statement.id());
    if (knew && !again && histories.place(statement.id()).isEmpty()) {
      violated.accept(to.party() + " took what a key signed that it knows to be revoked");
    }
    taken.computeIfAbsent(to.party(), _ -> new HashSet<>()).add(statement.id());
  }

  private Optional<KeyApi.Key> shown(Machine machine) {
    PublicKey stolen = key;
    String digits = stolen == null ? "" : HexFormat.of().formatHex(stolen.encoded());
    return machine.api().keys().stream().filter(each -> each.key().equals(digits)).findFirst();
  }

  private boolean hasHeard(Machine machine) {
    return shown(machine).filter(each -> !each.counts()).isPresent();
  }

  private Optional<Long> revokedAt(Machine machine) {
    return shown(machine).map(KeyApi.Key::revoked);
  }

  /** When all is quiet. */
  void atEnd(Machine machine) {
    if (key == null) {
      return;
    }
    Optional<Long> end = revokedAt(machine);
    if (end.isEmpty()) {
      violated.accept("the record does not have the end of a key that was revoked");
      return;
    }
    for (long index = end.get() + 1; index < histories.size(); index++) {
      if (statement(index).filter(this::isThiefs).isPresent() && counts(machine, index)) {
        violated.accept("entry " + index + " counts, and a revoked key signed it");
      }
    }
    for (StatementId id : early) {
      Optional<Integer> place = histories.place(id);
      if (place.isPresent() && counts(machine, place.get()) != place.get() < end.get()) {
        violated.accept(
            "entry " + place.get() + " does not count as it did before its key was revoked");
      }
    }
  }

  private static boolean counts(Machine machine, long index) {
    return machine.api().entries(index, 1).stream()
        .anyMatch(each -> each.verdict().equals("ACCEPTED"));
  }
}
