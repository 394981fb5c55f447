package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.LineApi;
import hotline.node.api.Views;

/** Where people sign in: name, password, code; without scripts as well. It tells nothing secret. */
final class SignInPage {
  private SignInPage() {}

  static String page(Assets assets, LineApi api, String sentence) {
    Views.Line line = api.line();
    Html form =
        el(
                "form",
                field("name", "Name", "text", "username", 31),
                field("password", "Password", "password", "current-password", 200),
                field("code", "One-time code, if you have one", "text", "one-time-code", 9)
                    .at("class", "stack tight"),
                el("button", "Sign in").cls("btn go big"))
            .cls("stack")
            .at("method", "post")
            .at("action", "/sign-in");
    Html main =
        el(
                "main",
                el("div", el("strong", "Hotline"), text(" "), el("span", line.mode()).cls("mode"))
                    .cls("row"),
                el("h1", "Sign in"),
                el("p", text("You speak for "), el("b", Words.party(line.party())), text(".")),
                el("p", sentence).at("role", "status"),
                form,
                el("p", "The node goes on without this page: its alarms, outbox and record.")
                    .cls("note"),
                el("p", "Forgotten? Who looks after the node sets it anew, on its machine: ")
                    .cls("note")
                    .add(el("code", "hotline officer password")))
            .cls("signed-out stack")
            .id("main");
    return Frame.head(assets, "Sign in", 0).add(el("body", main)).page();
  }

  private static Html.Element field(
      String name, String label, String type, String fills, int charsMax) {
    return el("label", el("span", label))
        .cls("stack tight")
        .add(
            el("input")
                .at("name", name)
                .at("type", type)
                .at("autocomplete", fills)
                .at("maxlength", Integer.toString(charsMax))
                .at(!name.equals("code"), "required", ""));
  }
}
