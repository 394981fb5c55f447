package hotline.cli.setup;

import hotline.node.api.Requests;
import hotline.node.api.SheetApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** A sheet of terms as a TOML file: every clause with a comment, to be changed in any editor. */
public final class SheetFile {
  private static final String AFTER = "after";
  private static final TomlMapper TOML = new TomlMapper();

  private SheetFile() {}

  /** The whole sheet. */
  public static String write(SheetApi.Sheet sheet) {
    StringBuilder out = new StringBuilder();
    out.append("# Terms ").append(sheet.number());
    out.append(sheet.after() == null ? ", the first" : ", drafted from those in force")
        .append(".\n");
    out.append("# Change what is to change and leave the rest: a clause that is left out stays.\n");
    out.append("# Then: hotline terms check FILE (what it changes; nothing is said)\n");
    out.append("#       hotline terms propose FILE (this party signs it by that)\n\n");
    if (sheet.after() != null) {
      out.append("# The terms that this sheet was drafted from; leave it.\n");
      out.append(AFTER + " = ").append(quoted(sheet.after())).append('\n');
    }
    for (SheetApi.Clause clause : sheet.clauses()) {
      out.append("\n# ").append(clause.number()).append("  ").append(clause.what());
      out.append(clause.form().isEmpty() ? "" : ": " + clause.form()).append(".\n");
      out.append(clause.name()).append(" = ").append(values(clause)).append('\n');
    }
    return out.toString();
  }

  private static String values(SheetApi.Clause clause) {
    if (!clause.many()) {
      return quoted(clause.values().isEmpty() ? "" : clause.values().getFirst());
    }
    return clause.values().isEmpty()
        ? "[]"
        : clause.values().stream()
            .map(value -> "  " + quoted(value) + ",\n")
            .collect(Collectors.joining("", "[\n", "]"));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            out.append('\\').appendCodePoint(c);
          } else if (c < ' ' || c == 0x7f) {
            out.append("\\u%04x".formatted(c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.append('"').toString();
  }

  /** Whether these bytes are canonical terms, and no sheet: a CBOR map begins with no letter. */
  public static boolean isTerms(byte[] file) {
    return file.length > 0 && file[0] < 0;
  }

  /**
   * What a file says.
   *
   * @throws IllegalArgumentException with one sentence if it cannot be read as a sheet
   */
  public static Requests.Sheet read(byte[] file) {
    JsonNode root;
    try {
      root = TOML.readTree(new String(file, StandardCharsets.UTF_8));
    } catch (JacksonException wrong) {
      String where =
          wrong.getLocation() == null ? "" : "line " + wrong.getLocation().getLineNr() + ": ";
      throw new IllegalArgumentException(where + wrong.getOriginalMessage(), wrong);
    }
    List<Requests.SheetClause> clauses = new ArrayList<>();
    String after = null;
    for (Map.Entry<String, JsonNode> clause : root.properties()) {
      if (clause.getKey().equals(AFTER)) {
        after = text(clause.getKey(), clause.getValue());
      } else {
        clauses.add(
            new Requests.SheetClause(clause.getKey(), texts(clause.getKey(), clause.getValue())));
      }
    }
    return new Requests.Sheet(after, clauses, null);
  }

  private static List<String> texts(String name, JsonNode value) {
    if (!value.isArray()) {
      return List.of(text(name, value));
    }
    List<String> all = new ArrayList<>();
    for (JsonNode each : value) {
      all.add(text(name, each));
    }
    return all;
  }

  private static String text(String name, JsonNode value) {
    if (!value.isValueNode()) {
      throw new IllegalArgumentException(
          name + ": write a text in quotes, or a list of such: [\"one\", \"two\"].");
    }
    return value.asString();
  }
}
