package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import java.util.List;

/** Fields of forms, which keep what was typed when the form comes back refused. */
final class Fields {
  private Fields() {}

  /** A line of text under its label. */
  static Html line(Asked asked, String name, String label, int charsMax) {
    return labelled(label, input(asked, name, charsMax));
  }

  /** A line that has to be filled in. */
  static Html required(Asked asked, String name, String label, int charsMax) {
    return labelled(label, input(asked, name, charsMax).at("required"));
  }

  private static Html.Element input(Asked asked, String name, int charsMax) {
    return el("input")
        .at("name", name)
        .at("maxlength", Integer.toString(charsMax))
        .at("dir", "auto")
        .at("value", asked.typed(name));
  }

  /** A line that starts with a value. */
  static Html preset(Asked asked, String name, String label, int charsMax, String preset) {
    String value = asked.refused() ? asked.typed(name) : preset;
    return labelled(
        label,
        el("input")
            .at("name", name)
            .at("maxlength", Integer.toString(charsMax))
            .at("dir", "auto")
            .at("value", value));
  }

  /** Several lines of text. */
  static Html area(Asked asked, String name, String label, int charsMax, String preset) {
    String value = asked.refused() || preset.isEmpty() ? asked.typed(name) : preset;
    return labelled(
        label,
        el("textarea", value)
            .at("name", name)
            .at("dir", "auto")
            .at("maxlength", Integer.toString(charsMax)));
  }

  /** One of several values; the first is shown chosen unless one was typed. */
  static Html choice(Asked asked, String name, String label, List<String> values, String preset) {
    String chosen = asked.typed(name).isEmpty() ? preset : asked.typed(name);
    Html.Element select = el("select").at("name", name);
    for (String value : values) {
      String shown = value.isEmpty() ? "any" : value;
      select.add(el("option", shown).at("value", value).at(value.equals(chosen), "selected", ""));
    }
    return labelled(label, select);
  }

  static Html labelled(String label, Html input) {
    return el("label", el("span", text(label)).cls("soft xs"), input).cls("stack tight");
  }
}
