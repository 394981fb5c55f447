package hotline.console;

import static hotline.console.Actions.lines;
import static hotline.console.Actions.orNull;
import static hotline.console.Actions.words;

import hotline.console.Actions.Result;
import hotline.node.api.MatterApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.Pages;
import hotline.node.api.Said;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the forms of incidents, cases, breaches and third parties do. */
final class MatterActions {
  private static final int SEAT_KEPT_MAX = 64;

  private final MatterApi api;

  MatterActions(MatterApi api) {
    this.api = api;
  }

  /**
   * What became of a form.
   *
   * @param area {@code incidents}, {@code cases}, {@code breaches}, {@code third} or {@code
   *     hand-off}
   * @param id of the file or claim; a verb where the form is of no file
   * @return empty if there is no such form
   */
  Optional<Result> act(Pages.Request request, String area, String id, String verb) {
    return Optional.ofNullable(
        switch (area) {
          case "incidents" -> incidents(request, id, verb);
          case "cases" -> cases(request, id, verb);
          case "breaches" -> breaches(request, id, verb);
          case "third" -> third(request, id);
          case "hand-off" -> handOff(request, id);
          default -> null;
        });
  }

  private @Nullable Result incidents(Pages.Request request, String id, String verb) {
    if (verb.isEmpty()) {
      return switch (id) {
        case "" -> open(request);
        case "claim" -> at("/incidents", claim(request, null));
        case "seal" -> seal(request, null, "/incidents");
        case "retract" -> at("/incidents", retract(request));
        default -> null;
      };
    }
    String page = "/incidents/" + id;
    return switch (verb) {
      case "account" -> at(page, api.account(id, request.field("words")));
      case "claim" -> at(page, claim(request, id));
      case "seal" -> seal(request, id, page);
      case "disclose" -> disclose(request, id, page);
      case "attach" -> at(page, api.attach(id, request.field("item")));
      case "bytes" -> keep(request, page);
      case "assess" ->
          at(
              page,
              api.assess(
                  new MatterRequests.Assess(
                      request.field("item"),
                      request.field("word"),
                      orNull(request.field("reason")))));
      case "finding" -> at(page, api.finding(wording(request, id)));
      default -> common(request, id, verb, page);
    };
  }

  private @Nullable Result cases(Pages.Request request, String id, String verb) {
    if (id.isEmpty()) {
      return openCase(request);
    }
    String page = "/group/" + id;
    String seat = request.field("seat").strip();
    Result done =
        switch (verb) {
          case "position" -> position(request, id, page, seat);
          case "propose" ->
              at(
                  page,
                  api.propose(
                      new MatterRequests.Proposal(
                          id,
                          request.field("words"),
                          orNull(request.field("narrows")),
                          orNull(request.field("terms")),
                          seat)));
          case "minutes" ->
              at(
                  page,
                  api.minutes(
                      new MatterRequests.Minutes(
                          id, request.field("words"), orNull(request.field("next")), seat)));
          default -> common(request, id, verb, page);
        };
    return done == null ? null : keeping(done, seat);
  }

  /** What incidents and cases have in common. */
  private @Nullable Result common(Pages.Request request, String id, String verb, String page) {
    String item = request.field("item");
    return switch (verb) {
      case "fact" -> at(page, api.fact(wording(request, id)));
      case "agree" ->
          at(
              page,
              api.agree(
                  new MatterRequests.Agree(
                      item, orNull(request.field("dissent")), orNull(request.field("seat")))));
      case "veto" ->
          at(
              page,
              api.veto(
                  new MatterRequests.Veto(
                      item,
                      request.field("scope"),
                      request.field("reason"),
                      orNull(request.field("seat")))));
      case "retract" -> at(page, retract(request));
      case "due" ->
          at(
              page,
              api.due(
                  new MatterRequests.Due(
                      id, request.field("party"), request.field("words"), request.field("due"))));
      case "done" -> at(page, api.dueDone(item, request.field("words")));
      case "close" -> at(page, api.close(closing(request, id)));
      case "reopen" -> at(page, api.reopen(closing(request, id)));
      default -> null;
    };
  }

  private static MatterRequests.Closing closing(Pages.Request request, String file) {
    return new MatterRequests.Closing(file, request.field("words"), orNull(request.field("seat")));
  }

  private static Result at(String page, Said said) {
    return Result.of(said, page, page);
  }

  /** The seat someone speaks from is kept with the session, so that it is typed once. */
  private static Result keeping(Result result, String seat) {
    return seat.isEmpty() || seat.length() > SEAT_KEPT_MAX || !result.told().done()
        ? result
        : new Result(result.told(), result.page(), Map.of("seat", seat));
  }

  private Result open(Pages.Request request) {
    Said said =
        api.openIncident(
            new MatterRequests.Incident(
                request.field("title"),
                request.field("from"),
                request.field("to"),
                orNull(request.field("position")),
                orNull(request.field("floor")),
                orNull(request.field("ceiling")),
                request.field("words"),
                words(request.field("refers"))));
    return Result.of(said, "/incidents", "/incidents");
  }

  private Said claim(Pages.Request request, @Nullable String incident) {
    return api.claim(
        new MatterRequests.Claim(
            incident,
            request.field("words"),
            request.field("from"),
            request.field("to"),
            orNull(request.field("position")),
            orNull(request.field("narrows"))));
  }

  private Result seal(Pages.Request request, @Nullable String incident, String page) {
    String bytes = request.field("bytes").strip();
    if (!bytes.matches("[0-9]{1,15}")) {
      return refused("length-malformed", "The length is a whole number of bytes.", page);
    }
    String digest = request.field("sha256").replaceAll("\\s", "");
    return at(
        page,
        api.seal(
            new MatterRequests.Seal(
                request.field("sort"),
                request.field("title"),
                digest,
                Long.parseLong(bytes),
                orNull(request.field("from")),
                orNull(request.field("to")),
                incident)));
  }

  private Result keep(Pages.Request request, String page) {
    byte[] file = request.upload();
    return file == null
        ? refused("file-missing", "Choose the file that was sealed.", page)
        : at(page, api.keepSealed(file));
  }

  private Result disclose(Pages.Request request, String incident, String page) {
    String version = request.field("version").strip();
    String item = request.field("item").strip();
    if (!version.matches("[0-9]{0,9}") || !item.matches("[0-9]{0,4}")) {
      String sentence = "A version and a volume are whole numbers; the first volume is 0.";
      return refused("number-malformed", sentence, page);
    }
    return at(
        page,
        api.disclose(
            new MatterRequests.Disclose(
                incident,
                orNull(request.field("notice").strip()),
                version.isEmpty() ? null : Long.valueOf(version),
                item.isEmpty() ? null : Integer.valueOf(item),
                orNull(request.field("evidence")))));
  }

  private static MatterRequests.Wording wording(Pages.Request request, String file) {
    return new MatterRequests.Wording(file, request.field("words"), words(request.field("refers")));
  }

  private Said retract(Pages.Request request) {
    return api.retract(request.field("item"), request.field("reason"));
  }

  private Result openCase(Pages.Request request) {
    String seat = request.field("seat").strip();
    Said said =
        api.openCase(
            new MatterRequests.Case(
                request.field("title"),
                lines(request.field("agenda")),
                words(request.field("refers")),
                seat));
    return keeping(Result.of(said, "/group", "/group"), seat);
  }

  private Result position(Pages.Request request, String id, String page, String seat) {
    String item = request.field("item");
    if (!item.matches("[0-9]{1,4}")) {
      return refused("number-malformed", "An item of the agenda is a number from 1.", page);
    }
    return at(
        page,
        api.position(
            new MatterRequests.Position(id, Integer.parseInt(item), request.field("words"), seat)));
  }

  private @Nullable Result breaches(Pages.Request request, String id, String verb) {
    String page = "/breaches";
    if (id.isEmpty()) {
      return claimBreach(request, page);
    }
    return switch (verb) {
      case "answer" ->
          at(
              page,
              api.answerBreach(
                  new MatterRequests.BreachAnswer(
                      id,
                      request.field("word"),
                      orNull(request.field("until")),
                      orNull(request.field("text")))));
      case "follow" ->
          at(
              page,
              api.followUpBreach(
                  new MatterRequests.FollowUp(id, request.field("step"), request.field("words"))));
      default -> null;
    };
  }

  private Result claimBreach(Pages.Request request, String page) {
    String clause = request.field("clause");
    if (!clause.matches("[0-9]{0,4}")) {
      return refused("number-malformed", "A clause is a number from 1.", page);
    }
    return at(
        page,
        api.claimBreach(
            new MatterRequests.Breach(
                request.field("party"),
                clause.isEmpty() ? null : Integer.valueOf(clause),
                orNull(request.field("notice").strip()),
                orNull(request.field("track").strip()),
                request.field("from"),
                request.field("to"),
                orNull(request.field("position")),
                orNull(request.field("floor")),
                orNull(request.field("ceiling")),
                orNull(request.field("zone")),
                request.field("words"))));
  }

  private @Nullable Result third(Pages.Request request, String verb) {
    String page = "/third";
    return switch (verb) {
      case "reach" -> {
        boolean can = request.field("can").equals("yes");
        yield at(page, api.reach(request.field("third"), can, request.field("words")));
      }
      case "relay" ->
          at(
              page,
              api.relay(
                  new MatterRequests.Relay(
                      orNull(request.field("message").strip()),
                      orNull(request.field("notice").strip()),
                      request.field("to"),
                      request.field("state"),
                      request.field("words"))));
      default -> null;
    };
  }

  private Result handOff(Pages.Request request, String message) {
    return at(
        "/messages/" + message,
        api.handOff(
            new MatterRequests.HandOff(
                message, orNull(request.field("file")), request.field("words"))));
  }

  private static Result refused(String code, String sentence, String page) {
    return new Result(Told.refused(code, sentence), page);
  }
}
