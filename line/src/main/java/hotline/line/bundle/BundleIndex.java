package hotline.line.bundle;

import hotline.record.merkle.Merkle;
import hotline.record.note.Strict;
import hotline.record.statement.LineId;
import hotline.record.statement.StatementId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * hotline/1 incident bundle
 * line <64 hex digits>
 * incident <64 hex digits>
 * complete <from> <to>
 *
 * <sha256> <length> <name>
 */
/**
 * What a bundle says that it holds.
 *
 * @param incident the statement that opened it
 * @param completeFrom from this place on, to {@code completeTo}, no entry of the record is left out
 * @param completeTo the first place after them
 * @param files by name, without the index itself
 */
public record BundleIndex(
    LineId line,
    StatementId incident,
    long completeFrom,
    long completeTo,
    SortedMap<String, Line> files) {
  private static final String TITLE = "hotline/1 incident bundle";
  private static final int HEAD_LINES = 5;
  private static final int LINE_BYTES_MAX = 160;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern FILE = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,9}) (.{1,80})");

  /** Keeps its own copy, in order. */
  public BundleIndex {
    files = new TreeMap<>(files);
  }

  /** One file. */
  public record Line(String sha256, long length) {
    static Line of(byte[] bytes) {
      return new Line(Merkle.plain(bytes).hex(), bytes.length);
    }
  }

  /** The index of these files. */
  static BundleIndex of(
      LineId line, StatementId incident, long from, long to, Map<String, byte[]> files) {
    SortedMap<String, Line> lines = new TreeMap<>();
    files.forEach((name, bytes) -> lines.put(name, Line.of(bytes)));
    return new BundleIndex(line, incident, from, to, lines);
  }

  /** Its one form. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    text.append(TITLE).append('\n');
    text.append("line ").append(line).append('\n');
    text.append("incident ").append(incident).append('\n');
    text.append("complete ").append(completeFrom).append(' ').append(completeTo).append("\n\n");
    files.forEach((name, file) ->
        text.append(file.sha256())
            .append(' ')
            .append(file.length())
            .append(' ')
            .append(name)
            .append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads an index; nothing if it is not in its one form. */
  static Optional<BundleIndex> parse(byte[] bytes) {
    if (bytes.length > (long) LINE_BYTES_MAX * (BundleFiles.FILES_MAX + HEAD_LINES)) {
      return Optional.empty();
    }
    List<String> lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    if (lines.size() < HEAD_LINES || lines.size() > BundleFiles.FILES_MAX + HEAD_LINES) {
      return Optional.empty();
    }
    Optional<byte[]> line = id(lines.get(1), "line ");
    Optional<byte[]> incident = id(lines.get(2), "incident ");
    List<Long> complete = new ArrayList<>();
    for (String each : lines.get(3).replaceFirst("^complete ", "").split(" ", 3)) {
      Strict.decimal(each).ifPresent(complete::add);
    }
    if (line.isEmpty() || incident.isEmpty() || complete.size() != 2) {
      return Optional.empty();
    }
    SortedMap<String, Line> files = new TreeMap<>();
    for (String each : lines.subList(HEAD_LINES, lines.size())) {
      Matcher matcher = FILE.matcher(each);
      if (matcher.matches()) {
        files.put(matcher.group(3), new Line(matcher.group(1), Long.parseLong(matcher.group(2))));
      }
    }
    BundleIndex index =
        new BundleIndex(
            LineId.of(line.get()),
            StatementId.of(incident.get()),
            complete.get(0),
            complete.get(1),
            files);
    return java.util.Arrays.equals(index.bytes(), bytes) ? Optional.of(index) : Optional.empty();
  }

  private static Optional<byte[]> id(String line, String word) {
    return line.startsWith(word) && ID.matcher(line.substring(word.length())).matches()
        ? Optional.of(HexFormat.of().parseHex(line.substring(word.length())))
        : Optional.empty();
  }
}
