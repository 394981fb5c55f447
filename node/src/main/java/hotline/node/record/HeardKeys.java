package hotline.node.record;

import hotline.line.body.KeyBody;
import hotline.line.key.KeyFold;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What parties have said of their keys directly, before or beside the record: it counts at once for
 * whoever heard it, in all that comes directly. Safe for use by many threads.
 */
public final class HeardKeys {
  /** As many as the record takes of a party: enrolled and revoked, of nodes and of officers. */
  private static final int SAID_MAX = 4 * KeyFold.KEYS_MAX;

  /** By party, in the order in which they came; guarded by this. */
  private final Map<String, List<Heard>> heard = new TreeMap<>();

  private final Set<StatementId> known = new HashSet<>();

  /** One statement. */
  public record Heard(StatementId id, long saidUs, KeyBody body) {}

  /** Takes note of a statement by a root key; others are nothing to it. */
  synchronized void hear(Statement statement) {
    Optional<KeyBody> body = KeyBody.of(statement);
    if (body.isEmpty()) {
      return;
    }
    List<Heard> own =
        heard.computeIfAbsent(statement.header().chain().party(), _ -> new ArrayList<>());
    if (own.size() < SAID_MAX && known.add(statement.id())) {
      own.add(new Heard(statement.id(), statement.header().timeUs(), body.get()));
    }
  }

  synchronized boolean isRevoked(String party, KeyId kid) {
    return heard.getOrDefault(party, List.of()).stream()
        .anyMatch(
            each -> each.body() instanceof KeyBody.Revoke revoke && revoke.key().id().equals(kid));
  }

  synchronized Optional<PublicKey> enrolled(String party, String node, KeyId kid) {
    for (Heard each : heard.getOrDefault(party, List.of())) {
      if (each.body() instanceof KeyBody.Enrol(String named, PublicKey key)
          && named.equals(node)
          && key.id().equals(kid)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** What a party has said, oldest first. */
  public synchronized List<Heard> of(String party) {
    return List.copyOf(heard.getOrDefault(party, List.of()));
  }
}
