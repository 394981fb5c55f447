package hotline.record.proof;

import hotline.record.note.Parsed;
import hotline.record.note.Strict;
import hotline.record.note.VerifierKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy files. Refused beyond what C2SP refuses: bytes that are not UTF-8, files over 256
 * KiB, keys of other types than 01 for logs and 04 for witnesses, one key as log and witness. A
 * line that is not understood is refused, never passed over: it may have asked for more.
 */
final class PolicyParser {
  private static final int FILE_BYTES_MAX = 256 * 1024;

  private final List<Policy.Log> logs = new ArrayList<>();
  private final List<Policy.Witness> witnesses = new ArrayList<>();
  private final List<Policy.Group> groups = new ArrayList<>();
  private @Nullable String quorum;

  private PolicyParser() {}

  static Parsed<Policy> parse(byte[] file) {
    if (file.length > FILE_BYTES_MAX) {
      return refused(0, "the file is longer than " + FILE_BYTES_MAX + " bytes");
    }
    Optional<String> text = Strict.utf8(file);
    if (text.isEmpty() || !(text.get().isEmpty() || text.get().endsWith("\n"))) {
      return refused(0, "the file is not UTF-8, or its last line has no newline");
    }
    PolicyParser parser = new PolicyParser();
    String[] lines = text.get().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Optional<String> wrong = parser.line(lines[i]);
      if (wrong.isPresent()) {
        return refused(i + 1, wrong.get());
      }
    }
    return parser.finish(lines.length);
  }

  private Parsed<Policy> finish(int lines) {
    // Every line was checked with all before it: what is left to ask is whether a quorum came.
    return quorum == null
        ? refused(lines, "there is no quorum line")
        : Parsed.good(new Policy(logs, witnesses, groups, quorum));
  }

  /** Takes in one line; says what is wrong with it. */
  private Optional<String> line(String line) {
    if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      return Optional.of("there is a control character");
    }
    List<String> words =
        Arrays.stream(line.split("[ \t]+")).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty() || words.getFirst().startsWith("#")) {
      return Optional.empty();
    }
    return switch (words.getFirst()) {
      case "log" -> log(words);
      case "witness" -> witness(words);
      case "group" -> group(words);
      case "quorum" -> quorum(words);
      default -> Optional.of("'" + words.getFirst() + "' is not log, witness, group or quorum");
    };
  }

  private Optional<String> log(List<String> words) {
    if (words.size() < 2 || words.size() > 3) {
      return Optional.of("a log line is: log <vkey> [<url>]");
    }
    return switch (VerifierKey.parse(words.get(1))) {
      case Parsed.Refused<VerifierKey> refused -> Optional.of(refused.sentence());
      case Parsed.Good<VerifierKey> key -> {
        logs.add(new Policy.Log(key.value(), words.stream().skip(2).findFirst()));
        yield soFar();
      }
    };
  }

  private Optional<String> witness(List<String> words) {
    if (words.size() < 3 || words.size() > 4) {
      return Optional.of("a witness line is: witness <name> <vkey> [<url>]");
    }
    return switch (VerifierKey.parse(words.get(2))) {
      case Parsed.Refused<VerifierKey> refused -> Optional.of(refused.sentence());
      case Parsed.Good<VerifierKey> key -> {
        witnesses.add(
            new Policy.Witness(words.get(1), key.value(), words.stream().skip(3).findFirst()));
        yield soFar();
      }
    };
  }

  private Optional<String> group(List<String> words) {
    if (words.size() < 4) {
      return Optional.of("a group line is: group <name> all|any|<k> <member>…");
    }
    List<String> members = words.subList(3, words.size());
    OptionalLong threshold =
        switch (words.get(2)) {
          case "any" -> OptionalLong.of(1);
          case "all" -> OptionalLong.of(members.size());
          default -> Strict.decimal(words.get(2));
        };
    if (threshold.isEmpty() || threshold.getAsLong() > members.size()) {
      return Optional.of("the threshold is not all, any or a number up to the members");
    }
    groups.add(new Policy.Group(words.get(1), (int) threshold.getAsLong(), members));
    return soFar();
  }

  private Optional<String> quorum(List<String> words) {
    if (words.size() != 2 || quorum != null) {
      return Optional.of("there is one quorum line: quorum <name>");
    }
    quorum = words.get(1);
    return soFar();
  }

  /** Whether what stands so far keeps the rules: names are defined before they are used. */
  private Optional<String> soFar() {
    return PolicyRules.check(logs, witnesses, groups, quorum == null ? Policy.NONE : quorum);
  }

  private static <T> Parsed<T> refused(int line, String sentence) {
    return Parsed.refused("policy.malformed", (line > 0 ? "line " + line + ": " : "") + sentence);
  }
}
