package hotline.testkit.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What clients saw of a line, in any order; kept as JSON lines, one {@link Op} each. */
public record History(List<Op> ops) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Keeps its own copy. */
  public History {
    ops = List.copyOf(ops);
  }

  /** Reads a file of JSON lines. */
  public static History read(Path file) throws IOException {
    return new History(
        Files.readAllLines(file).stream().map(line -> JSON.readValue(line, Op.class)).toList());
  }

  /** Writes a file of JSON lines. */
  public void write(Path file) throws IOException {
    Files.write(file, ops.stream().map(JSON::writeValueAsString).toList());
  }

  /**
   * The first thing in it that no correct line can have done; empty if it can be explained. The
   * record and its notices are judged by the order that it shows itself, in the time of a sort;
   * each register by a bounded search.
   */
  public Optional<Wrong> wrong() {
    Optional<Wrong> record = new RecordCheck(ops).wrong().or(() -> new NoticeCheck(ops).wrong());
    if (record.isPresent()) {
      return record;
    }
    Map<String, List<Op>> registers =
        ops.stream()
            .filter(op -> op.act() == Op.Act.TAKE || op.act() == Op.Act.HOLDER)
            .collect(Collectors.groupingBy(Op::key, TreeMap::new, Collectors.toList()));
    return registers.values().stream()
        .map(RegisterCheck::wrong)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
