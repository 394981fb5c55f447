package hotline.record.proof;

import hotline.record.note.Checkpoint;
import hotline.record.note.Cosignature;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose signatures make a checkpoint good: known logs, known witnesses, and which of these are
 * enough. The file is C2SP tlog-policy.
 *
 * @param logs any of these may have signed; different keys
 * @param witnesses in the order of the file; different names and keys
 * @param groups of witnesses and of groups before them
 * @param quorum the name of a witness or group, or {@link #NONE}
 */
public record Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {
  /** The quorum that asks for no cosignature. */
  public static final String NONE = "none";

  /** No policy has more logs, witnesses or groups of each. C2SP asks for at least 32. */
  public static final int MEMBERS_MAX = 256;

  /** Refuses what the file format could not say. */
  public Policy {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
    groups = List.copyOf(groups);
    PolicyRules.check(logs, witnesses, groups, quorum)
        .ifPresent(wrong -> {
          throw new IllegalArgumentException(wrong);
        });
  }

  /**
   * A log.
   *
   * @param url where it is read, if the file says so; not used for checking
   */
  public record Log(VerifierKey key, Optional<String> url) {}

  /**
   * A witness.
   *
   * @param name its name in this file only
   * @param url where it takes checkpoints, if the file says so; not used for checking
   */
  public record Witness(String name, VerifierKey key, Optional<String> url) {}

  /**
   * At least {@code threshold} of the members.
   *
   * @param members names defined before; no name is a member twice in the whole file
   */
  public record Group(String name, int threshold, List<String> members) {
    /** Keeps its own copy. */
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * A checkpoint that the policy accepts.
   *
   * @param log the log that signed it
   * @param cosignatures by the name of the witness in the policy, in the policy's order
   */
  public record Approved(
      VerifierKey log, Checkpoint checkpoint, Map<String, Cosignature> cosignatures) {
    /** Keeps its own copy, in order. */
    public Approved {
      cosignatures = Collections.unmodifiableMap(new LinkedHashMap<>(cosignatures));
    }
  }

  /** Reads a policy file; see {@link PolicyParser} for what is refused beyond C2SP. */
  public static Parsed<Policy> parse(byte[] file) {
    return PolicyParser.parse(file);
  }

  /** Log and witnesses of which {@code threshold} must have cosigned; without URLs. */
  public static Policy of(VerifierKey log, Map<String, VerifierKey> witnesses, int threshold) {
    List<Witness> all = new ArrayList<>();
    witnesses.forEach((name, key) -> all.add(new Witness(name, key, Optional.empty())));
    boolean none = threshold == 0;
    return new Policy(
        List.of(new Log(log, Optional.empty())),
        all,
        none ? List.of() : List.of(new Group("quorum", threshold, List.copyOf(witnesses.keySet()))),
        none ? NONE : "quorum");
  }

  /**
   * Judges a checkpoint: one of the logs has signed it, under its own name; no known key's line is
   * wrong or repeated; the quorum has cosigned.
   */
  public Parsed<Approved> approve(Note note) {
    List<VerifierKey> known = new ArrayList<>(logs.stream().map(Log::key).toList());
    known.addAll(witnesses.stream().map(Witness::key).toList());
    return note.verify(known).then(signers -> approve(note, signers));
  }

  private Parsed<Approved> approve(Note note, List<VerifierKey> signers) {
    return Checkpoint.parse(note.text())
        .then(checkpoint ->
            logs.stream()
                .map(Log::key)
                .filter(key -> signers.contains(key) && key.name().equals(checkpoint.origin()))
                .findFirst()
                .map(log -> quorum(log, checkpoint, note, signers))
                .orElseGet(() ->
                    Parsed.refused(
                        "policy.log", "no log of the policy has signed a checkpoint of its own")));
  }

  private Parsed<Approved> quorum(
      VerifierKey log, Checkpoint checkpoint, Note note, List<VerifierKey> signers) {
    Map<String, Cosignature> found = new LinkedHashMap<>();
    for (Witness witness : witnesses) {
      if (signers.contains(witness.key())) {
        note.lineOf(witness.key())
            .flatMap(Cosignature::parse)
            .ifPresent(cosignature -> found.put(witness.name(), cosignature));
      }
    }
    return isMet(found.keySet())
        ? Parsed.good(new Approved(log, checkpoint, found))
        : Parsed.refused(
            "policy.quorum",
            "the quorum '" + quorum + "' is not met; cosigned by " + found.keySet());
  }

  /** Whether the quorum is met when these witnesses, by their names here, have cosigned. */
  public boolean isMet(Set<String> cosigned) {
    if (quorum.equals(NONE)) {
      return true;
    }
    Set<String> witnessed = new LinkedHashSet<>();
    for (Witness witness : witnesses) {
      if (cosigned.contains(witness.name())) {
        witnessed.add(witness.name());
      }
    }
    // A group names only what stands before it, so one pass settles all.
    for (Group group : groups) {
      if (group.members().stream().filter(witnessed::contains).count() >= group.threshold()) {
        witnessed.add(group.name());
      }
    }
    return witnessed.contains(quorum);
  }

  /** The file: one line each, a newline after every one. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    logs.forEach(log -> out.append("log ").append(log.key()).append(url(log.url())));
    witnesses.forEach(witness ->
        out.append("witness ")
            .append(witness.name())
            .append(' ')
            .append(witness.key())
            .append(url(witness.url())));
    groups.forEach(group ->
        out.append("group ")
            .append(group.name())
            .append(' ')
            .append(group.threshold())
            .append(' ')
            .append(String.join(" ", group.members()))
            .append('\n'));
    return out.append("quorum ").append(quorum).append('\n').toString();
  }

  /** The bytes of {@link #toString}. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String url(Optional<String> url) {
    return url.map(text -> " " + text).orElse("") + "\n";
  }
}
