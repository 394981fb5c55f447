package hotline.record.proof;

import hotline.record.note.VerifierKey;
import hotline.record.signature.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a policy must be beyond its spelling. */
final class PolicyRules {
  private PolicyRules() {}

  /** The first rule that is broken, as a sentence. */
  static Optional<String> check(
      List<Policy.Log> logs,
      List<Policy.Witness> witnesses,
      List<Policy.Group> groups,
      String quorum) {
    if (logs.size() > Policy.MEMBERS_MAX
        || witnesses.size() > Policy.MEMBERS_MAX
        || groups.size() > Policy.MEMBERS_MAX) {
      return Optional.of("a policy has at most 256 logs, witnesses and groups each");
    }
    Set<PublicKey> keys = new HashSet<>();
    for (Policy.Log log : logs) {
      if (log.key().type() != VerifierKey.Type.SIGNATURE || !keys.add(log.key().key())) {
        return Optional.of("a log has a key of type 01 that stands nowhere else in the policy");
      }
    }
    Set<String> names = new HashSet<>(Set.of(Policy.NONE));
    for (Policy.Witness witness : witnesses) {
      if (witness.key().type() != VerifierKey.Type.COSIGNATURE || !keys.add(witness.key().key())) {
        return Optional.of("a witness has a key of type 04 that stands nowhere else in the policy");
      }
      if (!isWord(witness.name()) || !names.add(witness.name())) {
        return Optional.of("'" + witness.name() + "' is no new name");
      }
    }
    Set<String> members = new HashSet<>(Set.of(Policy.NONE));
    for (Policy.Group group : groups) {
      if (group.threshold() < 1 || group.threshold() > group.members().size()) {
        return Optional.of("the threshold of " + group.name() + " is not 1 to its members");
      }
      for (String member : group.members()) {
        if (!names.contains(member) || !members.add(member)) {
          return Optional.of(
              "'" + member + "' in " + group.name() + " is not defined before, or used twice");
        }
      }
      if (!isWord(group.name()) || !names.add(group.name())) {
        return Optional.of("'" + group.name() + "' is no new name");
      }
    }
    return names.contains(quorum)
        ? urls(logs, witnesses)
        : Optional.of("the quorum '" + quorum + "' is not defined");
  }

  private static Optional<String> urls(List<Policy.Log> logs, List<Policy.Witness> witnesses) {
    boolean bad =
        logs.stream().anyMatch(log -> log.url().isPresent() && !isWord(log.url().get()))
            || witnesses.stream().anyMatch(w -> w.url().isPresent() && !isWord(w.url().get()));
    return bad ? Optional.of("a URL holds no space and no control character") : Optional.empty();
  }

  /** One item of a line: not empty, no space, no control character; not the start of a comment. */
  private static boolean isWord(String word) {
    return !word.isEmpty() && word.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
  }
}
