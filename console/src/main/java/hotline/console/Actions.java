package hotline.console;

import hotline.node.api.ConformanceViews;
import hotline.node.api.Drafted;
import hotline.node.api.LineApi;
import hotline.node.api.Pages;
import hotline.node.api.Requests;
import hotline.node.api.Rights;
import hotline.node.api.Said;
import hotline.node.api.Unsearched;
import hotline.node.api.Visitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the forms do: the fields as they were typed become one request of {@link LineApi}. */
final class Actions {
  private final LineApi api;
  private final MatterActions matters;

  Actions(LineApi api) {
    this.api = api;
    this.matters = new MatterActions(api);
  }

  /**
   * What became of a form.
   *
   * @param page the page to show then; after a refusal the one with the form
   * @param keep what to keep with the session
   */
  record Result(Told told, String page, Map<String, String> keep) {
    Result(Told told, String page) {
      this(told, page, Map.of());
    }

    static Result of(Said said, String done, String refused) {
      return new Result(Told.of(said), said.done() ? done : refused);
    }
  }

  Result act(Pages.Request request) {
    List<String> path = List.of(request.path().substring(1).split("/", -1));
    if (path.size() < 2 || !path.getFirst().equals("act")) {
      return unknown();
    }
    String id = path.size() > 2 ? path.get(2) : "";
    String verb = path.size() > 3 ? path.get(3) : "";
    return switch (path.get(1)) {
      case "urgent" -> urgent(request);
      case "messages" ->
          switch (verb) {
            case "" -> send(request);
            case "accept" -> accept(request, id);
            case "answer" -> answer(request, id);
            default -> unknown();
          };
      case "notices" -> notices(request, id, verb);
      case "alerts" -> alerts(request, id, verb);
      case "status" -> status(request);
      case "offers" -> id.isEmpty() ? offer(request) : offerVerb(request, id);
      case "terms" -> {
        String chosen = request.field("verb");
        Said said = api.termsVerb(id, chosen, request.field("reason"), request.field("scope"));
        yield Result.of(said, "/terms", "/terms");
      }
      case "proposal" -> propose(request);
      case "draft" -> draft(request);
      case "watch" -> watch(request, id, verb);
      case "shelve" -> Shelf.act(request, api.line().now());
      case "language" -> language(request);
      case "key" -> Signing.act(api, request);
      case "stick" -> new Result(StickPage.bring(api, request.upload()), StickPage.PAGE);
      case "import" -> new Result(ImportPage.told(request.upload()), ImportPage.PAGE);
      default -> matters.act(request, path.get(1), id, verb).orElseGet(Actions::unknown);
    };
  }

  private Result propose(Pages.Request request) {
    byte[] file = request.upload();
    return file == null
        ? new Result(Told.refused("file-missing", "Choose the file of drafted terms."), "/terms")
        : Result.of(
            api.proposeTerms(file, orNull(request.field("lapses").strip())), "/terms", "/terms");
  }

  /** Looked at first: what is filled in comes back with what it changes. */
  private Result draft(Pages.Request request) {
    return request.field("do").equals("propose")
        ? Result.of(
            api.proposeSheet(TermsForm.read(request), orNull(request.field("lapses").strip())),
            "/terms",
            TermsForm.PAGE)
        : new Result(Told.drafted("Look at what it changes, then propose it."), TermsForm.PAGE);
  }

  /** What this screen reads; nothing is said to anybody. */
  private static Result language(Pages.Request request) {
    String language = request.field("language");
    return Phrases.LANGUAGES.contains(language)
        ? new Result(
            new Told(true, false, "ok", "Messages are also said in this language here.", null),
            "/watch",
            Map.of(Translation.KEPT, language))
        : new Result(Told.refused("language-unknown", "Choose one of the languages."), "/watch");
  }

  private static Result unknown() {
    return new Result(
        Told.refused("unknown", "This form leads nowhere; open the page again."), "/");
  }

  /** STOP and DISTRESS: nothing is asked, nothing can be wrong with them. */
  private Result urgent(Pages.Request request) {
    String kind = request.field("do").equals("DISTRESS") ? "DISTRESS" : "STOP";
    Said said =
        api.send(
            new Requests.Message(kind, List.of(), null, null, null, null, null, List.of(), null));
    return Result.of(said, said.id() == null ? "/" : "/messages/" + said.id(), "/");
  }

  private Result send(Pages.Request request) {
    String within = request.field("reply").strip();
    if (!within.isEmpty() && !within.matches("[0-9]{1,6}")) {
      String sentence = "The time to reply is a whole number of seconds, or empty.";
      return new Result(Told.refused("reply-malformed", sentence), "/messages/new");
    }
    Said said =
        api.send(
            new Requests.Message(
                request.field("kind"),
                request.form().getOrDefault("to", List.of()),
                orNull(request.field("text")),
                orNull(request.field("language")),
                orNull(request.field("position")),
                orNull(request.field("floor")),
                orNull(request.field("ceiling")),
                words(request.field("notices")),
                within.isEmpty() ? null : Long.valueOf(within),
                orNull(request.field("passed").strip())));
    return Result.of(said, said.id() == null ? "/" : "/messages/" + said.id(), "/messages/new");
  }

  private Result accept(Pages.Request request, String id) {
    Said said = api.accept(id, request.field("post"), officer(request));
    return Result.of(said, "/messages/" + id, "/messages/" + id);
  }

  /** Who is signed in acts in no other name. */
  private static String officer(Pages.Request request) {
    String signedIn = request.visitor().officer();
    return signedIn != null && request.visitor().signedIn()
        ? signedIn
        : request.field("officer").strip();
  }

  private Result answer(Pages.Request request, String id) {
    Said said =
        api.answer(new Requests.Answer(id, request.field("word"), orNull(request.field("text"))));
    return Result.of(said, "/messages/" + id, "/messages/" + id);
  }

  /** What an officer does about an alert of live traffic. */
  private Result alerts(Pages.Request request, String number, String verb) {
    List<Long> numbers =
        words(verb.equals("accept") ? request.field("numbers") : number).stream()
            .filter(each -> each.matches("[0-9]{1,18}"))
            .map(Long::valueOf)
            .toList();
    if (numbers.isEmpty()) {
      return unknown();
    }
    long first = numbers.getFirst();
    String post = request.field("post");
    String officer = officer(request);
    return switch (verb) {
      case "accept" -> Result.of(api.acceptAlerts(numbers, post, officer), "/traffic", "/traffic");
      case "nuisance", "meant" -> {
        Said said = api.markNuisance(first, verb.equals("nuisance"), post, officer);
        yield Result.of(said, "/alerts/" + first, "/traffic");
      }
      case "warn" -> {
        String page = "/alerts/" + first;
        yield Result.of(api.warnOfAlert(first, post, officer), page, page);
      }
      default -> unknown();
    };
  }

  private Result notices(Pages.Request request, String entity, String verb) {
    String page = "/notices/" + entity;
    return switch (verb) {
      case "" -> declare(request, null, "/notices/new");
      case "amend" -> declare(request, entity, page + "/amend");
      case "shift" -> shift(request, entity, page);
      case "find-shift" -> findShift(entity, page);
      case "state" -> Result.of(api.noticeState(entity, request.field("state")), page, page);
      case "flown-by" ->
          Result.of(
              api.flownBy(
                  entity,
                  new ConformanceViews.FlownBy(
                      orNull(request.field("callsign")),
                      orNull(request.field("address")),
                      orNull(request.field("squawk")),
                      orNull(request.field("track")))),
              page,
              page);
      case "dispute" ->
          Result.of(
              api.dispute(
                  new Requests.Dispute(entity, request.field("ground"), request.field("reason"))),
              page,
              page);
      default -> unknown();
    };
  }

  private Result declare(Pages.Request request, @Nullable String entity, String form) {
    Requests.Declare notice = NoticeForm.read(request, entity);
    switch (request.field("do")) {
      case "draft" -> {
        return new Result(drafted(api.draft(notice)), form);
      }
      case "check" -> {
        return new Result(Told.drafted(""), form);
      }
      default -> {}
    }
    Said said = api.declare(notice);
    return Result.of(said, entity == null ? "/" : "/notices/" + entity, form);
  }

  /** What would come of it; the form comes back as it was typed, and nothing is declared. */
  private Told drafted(Drafted drafted) {
    return switch (drafted) {
      case Drafted.Refused(String code, String sentence) -> Told.refused(code, sentence);
      case Drafted.Checked checked -> Told.drafted(DraftPane.sentence(checked, api.line().now()));
    };
  }

  private Result shift(Pages.Request request, String entity, String page) {
    Optional<Long> feet = whole(request.field("feet"));
    Optional<Long> seconds = whole(request.field("seconds"));
    if (feet.isPresent() == seconds.isPresent()) {
      String sentence = "Give either feet or seconds, as a whole number with its sign.";
      return new Result(Told.refused("shift-malformed", sentence), page);
    }
    Said said =
        api.shift(
            new Requests.Shift(
                entity, feet.orElse(null), seconds.orElse(null), orNull(request.field("answers"))));
    return Result.of(said, page, page);
  }

  private Result findShift(String entity, String page) {
    Optional<Requests.Shift> found;
    try {
      found = api.findShift(entity);
    } catch (Unsearched unknown) {
      return new Result(Told.refused(unknown.code(), unknown.sentence()), page);
    }
    String sentence =
        found.isPresent()
            ? "A shift that clears every known conflict was found; nothing has been sent yet."
            : "Every allowed shift was tried; none clears it. Nothing has been sent.";
    return new Result(
        new Told(true, false, "ok", sentence, null),
        found.map(shift -> NoticePage.foundAddress(entity, shift)).orElse(page + "?found=none"));
  }

  private Result status(Pages.Request request) {
    Said said =
        api.status(
            new Requests.Status(
                request.field("state"),
                orNull(request.field("effective")),
                Conditions.read(request),
                request.field("words"),
                Conditions.readScope(request)));
    return Result.of(said, "/status", "/status");
  }

  private Result offer(Pages.Request request) {
    Optional<Long> minutes = whole(request.field("lapses"));
    if (minutes.isEmpty() || minutes.get() <= 0 || minutes.get() > 100_000) {
      String sentence = "Say after how many minutes the offer lapses, as a whole number.";
      return new Result(Told.refused("lapse-malformed", sentence), "/status");
    }
    Said said =
        api.offer(
            new Requests.Offer(
                Conditions.read(request),
                request.field("words"),
                minutes.get() * 60,
                orNull(request.field("counters")),
                Conditions.readScope(request)));
    return Result.of(said, "/status", "/status");
  }

  private Result offerVerb(Pages.Request request, String id) {
    Said said = api.offerVerb(id, request.field("verb"), request.field("reason"));
    return Result.of(said, "/status", "/status");
  }

  private Result watch(Pages.Request request, String post, String verb) {
    return switch (verb) {
      case "take" -> {
        Optional<Told> unread = Handover.notRead(api, request, post);
        if (unread.isPresent()) {
          yield new Result(unread.get(), "/watch");
        }
        String officer = officer(request);
        Said said = api.takeWatch(post, officer);
        String deaf = request.field("sound").equals("no") ? "yes" : "";
        Map<String, String> keep =
            said.done() ? Map.of("post", post, AlarmStrip.DEAF, deaf) : Map.of();
        yield new Result(Told.of(said), "/watch", keep);
      }
      case "handover" -> {
        Optional<Told> no = notYours(request.visitor(), post);
        if (no.isPresent()) {
          yield new Result(no.get(), "/watch");
        }
        List<String> open = request.form().getOrDefault("open", List.of());
        yield Result.of(
            api.handOverWatch(post, request.field("to").strip(), open), "/watch", "/watch");
      }
      default -> unknown();
    };
  }

  /** A watch is handed over by who has it, or by a supervisor in that officer's place. */
  private Optional<Told> notYours(Visitor visitor, String post) {
    return Rights.mayHandOver(visitor, api, post)
        ? Optional.empty()
        : Optional.of(
            Told.refused(
                "not-your-watch",
                "Another officer has the watch at this post. Take it first, or ask the supervisor"
                    + " to hand it over."));
  }

  static @Nullable String orNull(String typed) {
    return typed.isBlank() ? null : typed;
  }

  static List<String> lines(String typed) {
    return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  static List<String> words(String typed) {
    return Arrays.stream(typed.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  static Optional<Long> whole(String typed) {
    String plain = typed.strip().replace('−', '-').replace("+", "");
    return plain.matches("-?[0-9]{1,6}") ? Optional.of(Long.valueOf(plain)) : Optional.empty();
  }
}
