package hotline.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece of HTML. There is no way to make one from markup in a string: text is escaped, and what
 * could mislead a reader (control characters, marks that turn or hide text, halves of characters)
 * is replaced by its visible code; element and attribute names, and addresses, are checked.
 */
sealed interface Html permits Html.Element, Html.Text, Html.Many {
  /** Nothing. */
  static Html none() {
    return new Many(List.of());
  }

  /** Writes itself. */
  void to(StringBuilder out);

  /** Text that this program or another wrote. */
  static Html text(String text) {
    return new Text(text);
  }

  /** Several pieces, one after the other. */
  static Html all(Html... pieces) {
    return new Many(List.of(pieces));
  }

  /** Several pieces, one after the other. */
  static Html all(Collection<? extends Html> pieces) {
    return new Many(List.copyOf(pieces));
  }

  /** An element with children. */
  static Element el(String name, Html... children) {
    return new Element(name, children);
  }

  /** An element with one text. */
  static Element el(String name, String text) {
    return new Element(name, new Html[] {new Text(text)});
  }

  /** The piece, or nothing. */
  static Html when(boolean condition, Html piece) {
    return condition ? piece : none();
  }

  /** The whole as a page. */
  default String page() {
    StringBuilder out = new StringBuilder(32_768).append("<!doctype html>\n");
    to(out);
    return out.append('\n').toString();
  }

  /** An element; made by {@link #el}. */
  final class Element implements Html {
    private static final Set<String> VOID =
        Set.of("meta", "link", "input", "br", "path", "rect", "circle", "use");
    private static final Set<String> FORBIDDEN = Set.of("style", "object", "embed", "iframe");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Html> children = new ArrayList<>();

    private Element(String name, Html[] children) {
      if (!name.matches("[a-z][a-zA-Z0-9]*") || FORBIDDEN.contains(name)) {
        throw new IllegalArgumentException("not an element: " + name);
      }
      this.name = name;
      this.children.addAll(Arrays.asList(children));
    }

    /** Sets an attribute. Styles, scripts and addresses elsewhere have no way in. */
    Element at(String attribute, String value) {
      if (!attribute.matches("[a-z][a-zA-Z0-9-]*")
          || attribute.startsWith("on")
          || attribute.equals("style")) {
        throw new IllegalArgumentException("not an attribute: " + attribute);
      }
      if (ADDRESSES.contains(attribute) && !ownAddress(value)) {
        throw new IllegalArgumentException("not an address of this node: " + value);
      }
      attributes.put(attribute, value);
      return this;
    }

    /** Sets an attribute that has no value. */
    Element at(String attribute) {
      return at(attribute, "");
    }

    /** Sets an attribute if it applies. */
    Element at(boolean applies, String attribute, String value) {
      return applies ? at(attribute, value) : this;
    }

    Element cls(String classes) {
      return at("class", classes);
    }

    Element id(String id) {
      return at("id", id);
    }

    Element add(Html... more) {
      children.addAll(Arrays.asList(more));
      return this;
    }

    Element add(String text) {
      children.add(new Text(text));
      return this;
    }

    private static boolean ownAddress(String value) {
      return (value.startsWith("/") && !value.startsWith("//") && !value.contains("\\"))
          || value.startsWith("#");
    }

    @Override
    public void to(StringBuilder out) {
      out.append('<').append(name);
      attributes.forEach((attribute, value) -> {
        out.append(' ').append(attribute);
        if (!value.isEmpty() || attribute.equals("value")) {
          out.append("=\"");
          Text.escape(value, out);
          out.append('"');
        }
      });
      out.append('>');
      if (name.equals("textarea") || name.equals("pre")) {
        out.append('\n'); // The parser drops the first newline.
      }
      children.forEach(child -> child.to(out));
      if (!VOID.contains(name) || !children.isEmpty()) {
        out.append("</").append(name).append('>');
      } else if (inSvg()) {
        out.setLength(out.length() - 1);
        out.append("/>");
      }
    }

    private boolean inSvg() {
      return Set.of("path", "rect", "circle", "use").contains(name);
    }
  }

  /** Text, escaped. */
  record Text(String text) implements Html {
    @Override
    public void to(StringBuilder out) {
      escape(text, out);
    }

    static void escape(String text, StringBuilder out) {
      text.codePoints().forEach(c -> escape(c, out));
    }

    /** The text as a person may see it, not escaped: for where no markup is read. */
    static String plain(String text) {
      StringBuilder out = new StringBuilder(text.length());
      text.codePoints()
          .forEach(c -> {
            if (misleads(c)) {
              out.append(code(c));
            } else {
              out.appendCodePoint(c);
            }
          });
      return out.toString();
    }

    private static String code(int c) {
      return String.format("⟦U+%04X⟧", c);
    }

    private static void escape(int c, StringBuilder out) {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append((char) c);
        default -> {
          if (misleads(c)) {
            out.append(code(c));
          } else {
            out.appendCodePoint(c);
          }
        }
      }
    }

    /** Whether a reader would not see it, or would see others in its place. */
    private static boolean misleads(int c) {
      int type = Character.getType(c);
      boolean joiner = c == 0x200c || c == 0x200d; // Persian and Hindi need them.
      return type == Character.CONTROL
          || type == Character.SURROGATE
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR
          || type == Character.PRIVATE_USE
          || type == Character.UNASSIGNED
          || (type == Character.FORMAT && !joiner);
    }
  }

  /** Pieces. */
  record Many(List<Html> pieces) implements Html {
    @Override
    public void to(StringBuilder out) {
      pieces.forEach(piece -> piece.to(out));
    }
  }
}
