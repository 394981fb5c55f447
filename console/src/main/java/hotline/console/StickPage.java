package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.LineApi;
import hotline.node.api.StickApi;
import hotline.node.api.StickApi.Brought;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signed statements carried by hand: what is to be taken along, and what was brought. */
final class StickPage {
  static final String PAGE = "/stick";
  private static final int ROWS = 40;
  private static final int FILES_MAX = 20;
  private static final int NAMED_MAX = 5;

  private final Asked asked;

  StickPage(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    return el(
            "main",
            el("div", take(), brought()).cls("stack gap1"),
            el("div", asked.silent() ? Html.none() : bring(), aside()).cls("stack gap1"))
        .cls("page side")
        .id("main");
  }

  /** The file at an address such as {@code /stick/south-1.stick}. */
  static Optional<MatterPages.Found> file(Asked asked, String name) {
    String part = name.replaceFirst("^.*-([1-9][0-9]{0,2})\\.stick$", "$1");
    return asked.past() || part.equals(name)
        ? Optional.empty()
        : asked
            .api()
            .stickFile(Integer.parseInt(part))
            .map(bytes -> new MatterPages.Download("application/octet-stream", bytes));
  }

  /** Takes a file in, and says what became of it. */
  static Told bring(LineApi api, byte @Nullable [] file) {
    if (file == null) {
      return Told.refused("file-missing", "Choose the file from the stick.");
    }
    return switch (api.bringStick(file)) {
      case Brought.Refused(String code, String sentence) -> Told.refused(code, sentence);
      case Brought.Taken taken when taken.count("REFUSED") > 0 ->
          Told.refused("some-refused", sentence(taken) + why(taken));
      case Brought.Taken taken -> new Told(true, false, "ok", sentence(taken), null);
    };
  }

  private static String sentence(Brought.Taken taken) {
    String parts =
        taken.parts() == 1
            ? ""
            : " This was part %d of %d: bring the others in too."
                .formatted(taken.part(), taken.parts());
    return "By stick from %s, written at %s: %d new, %d kept until the host has them, %d known already, %d refused.%s"
        .formatted(
            Words.party(taken.from()),
            Words.clock(taken.written()),
            taken.count("TAKEN"),
            taken.count("KEPT"),
            taken.count("KNOWN"),
            taken.count("REFUSED"),
            parts);
  }

  private static String why(Brought.Taken taken) {
    return taken.items().stream()
        .filter(each -> each.became().equals("REFUSED"))
        .limit(NAMED_MAX)
        .map(each -> " Line " + each.line() + ", " + each.kind() + ": " + each.sentence())
        .collect(Collectors.joining());
  }

  private Html take() {
    StickApi.Carried waiting = asked.api().stickWaiting();
    Html.Element body = el("div").cls("body stack");
    if (waiting.statements() == 0) {
      body.add(el("p", "Nothing waits: the others have confirmed all that this node signed."));
    } else {
      body.add(
          el(
              "p",
              waiting.statements()
                  + " signed here and not confirmed by all others. Save "
                  + (waiting.files() == 1 ? "the file" : "all " + waiting.files() + " files")
                  + " on a stick and have it brought to them."));
      Html.Element files = el("div").cls("row");
      for (int part = 1; part <= Math.min(waiting.files(), FILES_MAX); part++) {
        String name = asked.line().party() + "-" + part + ".stick";
        files.add(
            el("a", text("Save "), Words.ltr(name))
                .cls("btn big")
                .at("href", PAGE + "/" + name)
                .at("download", name));
      }
      body.add(files);
      if (waiting.files() > FILES_MAX) {
        body.add(el("p", text("All of them: "), el("code", "hotline stick export FILE")));
      }
    }
    return Frame.pane("st", "Take along", "to the other parties").add(body);
  }

  private Html bring() {
    Html form =
        asked
            .form(
                "/act/stick",
                Fields.labelled(
                    "File from the stick, at most 1 MiB",
                    el("input").at("type", "file").at("name", "file").at("required")),
                el("button", "Bring it in").cls("btn go big"))
            .cls("stack")
            .at("enctype", "multipart/form-data");
    return Frame.pane("sb", "Bring in", "another party’s file").add(el("div", form).cls("body"));
  }

  private Html brought() {
    List<StickApi.Arrived> all = asked.api().broughtByStick(ROWS);
    Html.Element rows = el("tbody");
    for (StickApi.Arrived each : all) {
      Html.Element what = el("td", Words.ltr(each.kind())).at("data-k", "What");
      what.add(Html.when(each.text() != null, el("p", Words.said(words(each))).cls("note")));
      rows.add(
          el("tr")
              .add(el("th", Words.time(each.came(), asked.now())).at("scope", "row"))
              .add(el("td", asked.tag(each.party(), true)).at("data-k", "Party"))
              .add(what)
              .add(el("td", Words.time(each.signed(), asked.now())).at("data-k", "Signed"))
              .add(
                  el(
                          "td",
                          each.index() == null
                              ? Signs.named("p3", "not yet")
                              : text("entry " + each.index()))
                      .at("data-k", "In the record")));
    }
    Html.Element head = el("tr");
    for (String column : List.of("Came", "Party", "What", "Signed", "In the record")) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html shown =
        all.isEmpty()
            ? el("p", "Nothing came by stick.").cls("soft")
            : el("table", el("thead", head), rows).cls("cards");
    return Frame.pane("sl", "Came by stick", "before it came in any other way")
        .add(el("div", shown).cls("body"));
  }

  private static String words(StickApi.Arrived one) {
    return one.text() == null ? "" : one.text();
  }

  private static Html aside() {
    Html.Element list = el("ul").cls("list");
    list.add(Pieces.item("Only signed statements are in the file; each signature is checked."));
    list.add(Pieces.item("A file with one bit changed is refused as a whole."));
    list.add(Pieces.item("What comes both ways counts once. The same file twice does no harm."));
    list.add(
        Pieces.item(
            "STOP, DISTRESS and WARNING count at once, and alarm unless they were said more"
                + " than ten minutes ago. All else counts when the host has recorded it."));
    list.add(
        Pieces.item(
            "Then save what waits here on the same stick: it tells the others what arrived."));
    return Frame.pane("sa", "What it does", null).add(el("div", list).cls("body"));
  }
}
