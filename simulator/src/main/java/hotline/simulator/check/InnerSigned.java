package hotline.simulator.check;

import hotline.line.body.KeyBody;
import hotline.node.api.Views;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Lane;
import hotline.record.statement.Officer;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.simulator.world.Machine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An officer's signature inside a statement counts between the entries that enrol and revoke its
 * key, now and for ever; outside of them no routine statement counts, and an urgent one is its
 * node's alone. Reads the words about keys from the record itself.
 */
final class InnerSigned {
  private final Consumer<String> violated;
  private final Histories histories;

  /** By party and the name that statements have for the key. */
  private final Map<String, Key> keys = new HashMap<>();

  private record Key(PublicKey key, int from, int until) {
    boolean countsAt(int index) {
      return from < index && index < until;
    }
  }

  InnerSigned(Consumer<String> violated, Histories histories) {
    this.violated = violated;
    this.histories = histories;
    for (int index = 0; index < histories.size(); index++) {
      int at = index;
      statement(index)
          .ifPresent(each ->
              KeyBody.of(each).ifPresent(body -> learn(each.header().chain().party(), body, at)));
    }
  }

  private static String name(String party, KeyId key) {
    return party + " " + key;
  }

  private void learn(String party, KeyBody body, int index) {
    if (body instanceof KeyBody.EnrolOfficer(String _, PublicKey key)) {
      keys.putIfAbsent(name(party, key.id()), new Key(key, index, Integer.MAX_VALUE));
    }
    if (body instanceof KeyBody.Revoke(PublicKey key, String _)) {
      keys.computeIfPresent(
          name(party, key.id()),
          (_, known) -> new Key(key, known.from(), Math.min(known.until(), index)));
    }
  }

  private Optional<Statement> statement(int index) {
    return histories
        .entry(index)
        .flatMap(bytes ->
            Statements.parse(bytes) instanceof Statement each
                ? Optional.of(each)
                : Optional.empty());
  }

  /** When all is quiet; tells of the first entry that is wrong at this machine. */
  void look(Machine machine) {
    for (int index = 0; index < histories.size(); index++) {
      Optional<Statement> statement = statement(index);
      if (statement.flatMap(Statement::officer).isEmpty()) {
        continue;
      }
      for (Views.Entry entry : machine.api().entries(index, 1)) {
        Optional<String> wrong = wrong(entry, statement.get(), index);
        if (wrong.isPresent()) {
          violated.accept("entry " + index + wrong.get() + ", at " + machine.party());
          return;
        }
      }
    }
  }

  private Optional<String> wrong(Views.Entry entry, Statement statement, int index) {
    boolean counts = counts(index, statement);
    boolean urgent = statement.header().chain().lane() == Lane.URGENT;
    if ((entry.by().officer() != null) != counts) {
      return Optional.of(
          (counts ? " is" : " is not") + " an officer's, and shown by " + entry.by());
    }
    if (!counts && !urgent && entry.verdict().equals("ACCEPTED")) {
      return Optional.of(" counts with an officer's signature that does not");
    }
    return urgent && entry.code().startsWith("officer-")
        ? Optional.of(" is urgent, and refused for an officer's signature")
        : Optional.empty();
  }

  private boolean counts(int index, Statement statement) {
    Officer officer = statement.officer().orElseThrow();
    Key key = keys.get(name(statement.header().chain().party(), officer.keyId()));
    return key != null && key.countsAt(index) && officer.signedBy(key.key(), statement.act());
  }
}
