package hotline.node.stick;

import hotline.record.statement.LineId;
import hotline.record.statement.Malformed;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements as a file of lines of ASCII (docs/format.md §12): what it is, one statement a line,
 * and the SHA-256 of all before it, so that a copy that went wrong is told from one that was
 * forged.
 *
 * @param line whose statements these are
 * @param from the party whose node wrote it; nobody's word for it
 * @param written when, by that node's clock
 * @param part of so many, from 1
 * @param parts so many files belong together
 */
public record StickFile(
    LineId line, String from, Instant written, int part, int parts, List<Statement> statements) {
  /** The largest file, in bytes. */
  public static final int BYTES_MAX = 1 << 20;

  /** The most statements in one file. */
  public static final int STATEMENTS_MAX = 2_000;

  /** The most files that belong together. */
  public static final int PARTS_MAX = 999;

  private static final String FIRST = "hotline stick 1";

  /** Lines before the first statement. */
  public static final int HEAD = 5;

  /** The head and the digest never need more. */
  private static final int AROUND_MAX = 400;

  private static final Pattern LINE = Pattern.compile("line ([0-9a-f]{64})");
  private static final Pattern FROM = Pattern.compile("from ([a-z][a-z0-9-]{0,30})");
  private static final Pattern WRITTEN = Pattern.compile("written ([0-9TZ:.-]{1,40})");
  private static final Pattern PART =
      Pattern.compile("part ([1-9][0-9]{0,2}) of ([1-9][0-9]{0,2})");

  /** Keeps its own copy. */
  public StickFile {
    statements = List.copyOf(statements);
  }

  /** What a file turned out to be. */
  public sealed interface Read {
    /** Whole, as it was written; nothing is known of the signatures yet. */
    record Whole(StickFile file) implements Read {}

    /** Nothing of it counts; {@code sentence} says what is wrong, and in which line. */
    record Fault(String code, String sentence) implements Read {}
  }

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Wrong(String code, String sentence) {
      super(sentence);
      this.code = code;
    }
  }

  /** The statements in as few files as they fit in, in their order; one empty file for none. */
  public static List<StickFile> of(
      LineId line, String from, Instant written, List<Statement> statements) {
    List<List<Statement>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    int bytes = AROUND_MAX;
    for (Statement each : statements) {
      int length = encoded(each).length() + 1;
      if (bytes + length > BYTES_MAX || parts.getLast().size() == STATEMENTS_MAX) {
        parts.add(new ArrayList<>());
        bytes = AROUND_MAX;
      }
      parts.getLast().add(each);
      bytes += length;
    }
    int count = Math.min(parts.size(), PARTS_MAX);
    List<StickFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(new StickFile(line, from, written, i + 1, count, parts.get(i)));
    }
    return files;
  }

  private static String encoded(Statement statement) {
    return Base64.getEncoder().encodeToString(statement.bytes());
  }

  /** The file's bytes. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    text.append(FIRST).append('\n');
    text.append("line ").append(line).append('\n');
    text.append("from ").append(from).append('\n');
    text.append("written ").append(written).append('\n');
    text.append("part ").append(part).append(" of ").append(parts).append('\n');
    statements.forEach(each -> text.append(encoded(each)).append('\n'));
    return text.append(digest(text.toString()))
        .append('\n')
        .toString()
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
      return "sha-256 " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new LinkageError("every Java has SHA-256", missing);
    }
  }

  /** Reads hostile bytes: all of the file, or what is wrong with it. */
  public static Read read(byte[] bytes) {
    try {
      return new Read.Whole(whole(bytes));
    } catch (Wrong wrong) {
      return new Read.Fault(wrong.code, String.valueOf(wrong.getMessage()));
    }
  }

  private static StickFile whole(byte[] bytes) throws Wrong {
    if (bytes.length > BYTES_MAX) {
      throw new Wrong(
          "too-large",
          "The file is larger than 1 MiB: it is none that a node wrote. Nothing is taken.");
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(FIRST + "\n")) {
      throw new Wrong(
          "not-a-stick-file",
          "Line 1 does not read “"
              + FIRST
              + "”: this is no file of a Hotline node. Nothing is taken.");
    }
    int last = text.lastIndexOf("\nsha-256 ") + 1;
    String before = text.substring(0, last);
    if (last == 0 || !text.substring(last).equals(digest(before) + "\n")) {
      throw new Wrong(
          "file-changed",
          "The file is not as it was written: its last line is not the digest of what stands above"
              + " it. Nothing is taken. Copy it from the stick again, or have it written anew.");
    }
    String[] lines = before.split("\n", -1);
    int statements = lines.length - 1 - HEAD;
    if (statements > STATEMENTS_MAX) {
      throw fault(HEAD + STATEMENTS_MAX + 1, "has one statement more than a file may have");
    }
    Matcher line = head(lines, 2, LINE);
    Matcher part = head(lines, 5, PART);
    List<Statement> all = new ArrayList<>();
    for (int i = HEAD; i < lines.length - 1; i++) {
      all.add(statement(lines[i], i + 1));
    }
    StickFile file =
        new StickFile(
            LineId.of(HexFormat.of().parseHex(line.group(1))),
            head(lines, 3, FROM).group(1),
            written(head(lines, 4, WRITTEN).group(1)),
            Integer.parseInt(part.group(1)),
            Integer.parseInt(part.group(2)),
            all);
    if (file.part > file.parts) {
      throw fault(5, "is a part beyond the last");
    }
    return file;
  }

  private static Matcher head(String[] lines, int number, Pattern form) throws Wrong {
    Matcher matcher = form.matcher(lines.length > number ? lines[number - 1] : "");
    if (!matcher.matches()) {
      throw fault(number, "is not as a node writes it");
    }
    return matcher;
  }

  private static Instant written(String text) throws Wrong {
    try {
      return Instant.parse(text);
    } catch (DateTimeException noTime) {
      throw fault(4, "has no time in UTC");
    }
  }

  private static Statement statement(String text, int number) throws Wrong {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw fault(number, "is not Base64");
    }
    return switch (Statements.parse(bytes)) {
      case Malformed(String _, String sentence) ->
          throw fault(number, "is no statement: " + sentence);
      case Statement statement when encoded(statement).equals(text) -> statement;
      case Statement _ -> throw fault(number, "is not Base64 as a node writes it");
    };
  }

  private static Wrong fault(int number, String what) {
    return new Wrong("file-malformed", "Line " + number + " " + what + ". Nothing is taken.");
  }
}
