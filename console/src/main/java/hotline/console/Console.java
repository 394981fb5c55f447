package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.LineApi;
import hotline.node.api.Pages;
import hotline.node.api.Past;
import hotline.node.api.Right;
import hotline.node.api.Rights;
import hotline.node.api.Views;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one node. Thread-safe. */
public final class Console implements Pages {
  private static final String HTML = "text/html; charset=utf-8";

  private final LineApi api;
  private final Assets assets = new Assets();
  private final Told.Shelf shelf = new Told.Shelf();
  private final Actions actions;

  /** Pages over {@code api}. */
  public Console(LineApi api) {
    this.api = api;
    this.actions = new Actions(api);
  }

  @Override
  public Answer page(Request request) {
    return request.method().equals("POST") ? act(request) : show(request, told(request));
  }

  private @Nullable Told told(Request request) {
    return shelf.get(request.parameter("said")).orElse(null);
  }

  /**
   * A POST that was done leads to a page (303); one that was refused (422), or is not sent yet,
   * shows its form again.
   */
  private Answer act(Request request) {
    Actions.Result result = actions.act(request);
    if (!result.told().done()) {
      Answer again = show(at(request, result.page()), result.told());
      int status = result.told().draft() ? 200 : 422;
      return new Answer(status, again.mediaType(), again.body(), null, Map.of(), again.afterSent());
    }
    String key = shelf.put(result.told());
    String join = result.page().contains("?") ? "&" : "?";
    return Answer.see(result.page() + join + "said=" + key, result.keep());
  }

  /** The page of a form, with what was typed and the file that came with it. */
  private static Request at(Request request, String page) {
    return request.at(page, request.form(), request.upload());
  }

  private Answer show(Request request, @Nullable Told told) {
    Asked asked = Asked.now(api, request, told);
    List<String> path = List.of(request.path().substring(1).split("/", -1));
    return request.parameter("at").isEmpty() ? present(asked, path) : past(asked, path);
  }

  /** The same page as this node knew it then; the bar, the alarms and STOP stay those of now. */
  private Answer past(Asked asked, List<String> path) {
    Optional<Instant> at = Moment.read(asked.request().parameter("at"), asked.now());
    if (at.isEmpty()) {
      Told told = Told.refused("instant-malformed", Moment.SENTENCE);
      Asked again = Asked.now(api, asked.request(), told);
      Answer shown = page(again, "Replay", "/replay", Replay.choose(again));
      return Answer.of(422, shown.mediaType(), shown.body());
    }
    Past past = api.past(at.get());
    Asked then = asked.then(past);
    if (path.equals(List.of(MapPane.DATA))) {
      return map(then);
    }
    return Replay.page(then, path, assets)
        .map(found -> {
          Frame frame = new Frame(asked, assets).replaying(Replay.banner(then, past));
          boolean locked = path.getFirst().isEmpty();
          String page = frame.page(found.title(), found.here(), locked, found.main());
          return Answer.of(200, HTML, page.getBytes(StandardCharsets.UTF_8));
        })
        .orElseGet(() -> missing(asked));
  }

  private Answer present(Asked asked, List<String> path) {
    String first = path.getFirst();
    return switch (path.size()) {
      case 1 ->
          switch (first) {
            case "" -> watch(asked);
            case MapPane.DATA -> map(asked);
            case "strip" -> strip(asked);
            case TrackData.PATH -> Answer.of(200, "application/json", TrackData.of(asked).json());
            case "status" -> page(asked, "Status", "/status", new StatusPage(asked).main());
            case "terms" -> page(asked, "Terms", "/terms", new TermsPage(asked).main());
            case "record" -> page(asked, "Record", "/record", new RecordPage(asked).main());
            case "keys" -> page(asked, "Keys", "/record", new KeysPage(asked).main());
            case "watch" -> page(asked, "Who has the watch", "/watch", new DeskPage(asked).main());
            case "paper" -> paper(asked, Optional.empty());
            case "replay" -> page(asked, "Replay", "/replay", Replay.choose(asked));
            default -> matter(asked, path);
          };
      case 2 ->
          switch (first) {
            case "notices" -> notice(asked, path.get(1));
            case "messages" -> message(asked, path.get(1));
            case "terms" ->
                path.get(1).equals("draft")
                    ? page(asked, "Next terms", "/terms", new TermsForm(asked).main())
                    : missing(asked);
            case "paper" -> paper(asked, api.message(path.get(1)));
            default -> matter(asked, path);
          };
      case 3 ->
          first.equals("notices") && path.get(2).equals("amend")
              ? amend(asked, path.get(1))
              : matter(asked, path);
      default -> missing(asked);
    };
  }

  private Answer matter(Asked asked, List<String> path) {
    return new MatterPages(asked)
        .at(path)
        .map(found ->
            switch (found) {
              case MatterPages.Page page -> page(asked, page.title(), page.here(), page.main());
              case MatterPages.Download file -> Answer.of(200, file.mediaType(), file.bytes());
              case MatterPages.No no -> refused(asked, path, no.told());
            })
        .orElseGet(() -> missing(asked));
  }

  /** There is no bundle: the incident's page says why. */
  private Answer refused(Asked asked, List<String> path, Told told) {
    Answer shown = show(asked.request().at("/" + path.get(0) + "/" + path.get(1)), told);
    return Answer.of(409, shown.mediaType(), shown.body());
  }

  private Answer watch(Asked asked) {
    String page =
        new Frame(asked, assets)
            .alone()
            .page("Watch", "/", true, new WatchPage(asked, assets).main());
    return answer(asked, page, WatchPage.shown(asked));
  }

  /** The alarms alone, for a script that does not wait for the page round them. */
  private static Answer strip(Asked asked) {
    String strip = Html.el("div", new AlarmStrip(asked).parts()).page();
    return Answer.of(200, HTML, strip.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer map(Asked asked) {
    return Answer.of(200, "application/json", MapData.of(asked).json());
  }

  private Answer notice(Asked asked, String id) {
    if (id.equals("new")) {
      return form(asked, "New notice", new NoticeForm(asked, assets, null));
    }
    if (id.equals("import")) {
      return page(asked, "Import notices", "", new ImportPage(asked).main());
    }
    return api.notice(id)
        .map(notice -> page(asked, notice.reference(), "", new NoticePage(asked, notice).main()))
        .orElseGet(() -> missing(asked));
  }

  private Answer amend(Asked asked, String id) {
    return api.notice(id)
        .filter(Views.Notice::own)
        .map(notice ->
            form(asked, "Amend " + notice.reference(), new NoticeForm(asked, assets, notice)))
        .orElseGet(() -> missing(asked));
  }

  private Answer form(Asked asked, String title, NoticeForm form) {
    String page = new Frame(asked, assets).draws().page(title, "", false, form.main());
    return Answer.of(200, HTML, page.getBytes(StandardCharsets.UTF_8));
  }

  private Answer message(Asked asked, String id) {
    if (id.equals("new")) {
      return page(asked, "New message", "", new MessageForm(asked).main());
    }
    Optional<Views.Message> found = api.message(id);
    if (found.isEmpty()) {
      return missing(asked);
    }
    Views.Message message = found.get();
    String title = message.kind() + (message.own() ? " sent" : " received");
    boolean unseen = !message.own() && message.delivery().displayed() == null;
    MessagePage page = new MessagePage(asked, message);
    Frame frame = new Frame(asked, assets);
    if (!page.writes()) {
      frame.alone();
    }
    String shown = frame.page(title, "", false, page.main());
    return answer(asked, shown, unseen ? List.of(message.id()) : List.of());
  }

  private Answer paper(Asked asked, Optional<Views.Message> message) {
    byte[] body = new PaperPage(asked, assets, message).page().getBytes(StandardCharsets.UTF_8);
    return Answer.of(200, HTML, body);
  }

  private Answer page(Asked asked, String title, String here, Html main) {
    byte[] body =
        new Frame(asked, assets).page(title, here, false, main).getBytes(StandardCharsets.UTF_8);
    return Answer.of(200, HTML, body);
  }

  /** A page that puts messages on a screen: said so once it has been handed over, by the post. */
  private Answer answer(Asked asked, String page, List<String> shown) {
    String post = asked.post().map(Views.Watch::post).orElse("");
    Runnable after =
        // Only a screen whose person can act on it counts as the post's.
        shown.isEmpty() || post.isEmpty() || !asked.visitor().may(Right.URGENT)
            ? () -> {}
            : () -> shown.forEach(message -> api.displayed(message, post));
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    return new Answer(200, HTML, body, null, Map.of(), after);
  }

  private Answer missing(Asked asked) {
    Html main =
        el(
                "main",
                Frame.pane("nf", "Nothing here", null)
                    .add(
                        el("div", el("p", "There is no such page, notice or message on this node."))
                            .cls("body")
                            .add(el("a", "Back to the watch").at("href", "/"))))
            .cls("page")
            .id("main");
    byte[] body =
        new Frame(asked, assets)
            .page("Nothing here", "", false, main)
            .getBytes(StandardCharsets.UTF_8);
    return Answer.of(404, HTML, body);
  }

  @Override
  public Optional<Answer> asset(String path) {
    return assets.file(path);
  }

  @Override
  public Answer signedOut(String sentence) {
    Html main =
        el(
                "main",
                el("h1", "Hotline"),
                el("p", sentence),
                el("p", text("Get a new one-time link on this machine: "))
                    .add(el("code", "hotline page")),
                el("p", "The node goes on without this page: its alarms, outbox and record."))
            .cls("signed-out stack")
            .id("main");
    String page = Frame.head(assets, "Signed out", 0).add(el("body", main)).page();
    return Answer.of(401, HTML, page.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Answer signIn(String sentence) {
    byte[] page = SignInPage.page(assets, api, sentence).getBytes(StandardCharsets.UTF_8);
    return Answer.of(200, HTML, page);
  }

  @Override
  public Answer refused(Request request, String code, String sentence) {
    Answer shown = show(request.at("/"), Told.refused(code, sentence));
    return Answer.of(403, HTML, shown.body());
  }

  @Override
  public Optional<Right> right(String method, String path) {
    return Rights.of(method, path);
  }
}
