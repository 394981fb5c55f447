package hotline.node.web;

import hotline.node.api.Drafted;
import hotline.node.api.LineApi;
import hotline.node.api.Past;
import hotline.node.api.Requests;
import hotline.node.api.Rights;
import hotline.node.api.TermsViews;
import hotline.node.api.Unsearched;
import hotline.node.api.Views;
import hotline.node.web.Route.Answer;
import hotline.node.web.Route.Body;
import hotline.node.web.Route.Parameter;
import java.util.ArrayList;
import java.util.List;

/** The operations of {@code /line/v1} on {@link LineApi}, one line of work each. */
final class ApiRoutes extends RouteList {
  private static final List<Parameter> ALL =
      List.of(new Parameter("all", "boolean", "also those that are over"), PAST);

  private ApiRoutes(LineApi line, List<Route> routes) {
    super(line, routes);
  }

  static List<Route> of(LineApi line) {
    List<Route> routes = new ArrayList<>();
    new ApiRoutes(line, routes).list();
    new TermsRoutes(line, routes).list();
    new IncidentRoutes(line, routes).list();
    new GroupRoutes(line, routes).list();
    new TrafficRoutes(line, routes).list();
    new ConformanceRoutes(line, routes).list();
    new StickRoutes(line, routes).list();
    return List.copyOf(routes);
  }

  @Override
  void list() {
    notices();
    messages();
    watch();
    arrangement();
    arrangementInFull();
    record();
  }

  private Outgoing findShift(String notice) {
    try {
      return Outgoing.json(200, new ApiBodies.FoundShift(line.findShift(notice).orElse(null)));
    } catch (Unsearched unknown) {
      int status = unknown.code().equals("notice-unknown") ? 404 : 503;
      throw Problem.of(status, unknown.code(), unknown.sentence()).refusal();
    }
  }

  private void notices() {
    get(
        "/notices",
        "Notices, soonest first",
        ALL,
        new Answer.Many(Views.Notice.class),
        call -> Outgoing.json(200, view(call).notices(call.flag("all"))));
    post(
        "/notices",
        "Declare or amend a notice",
        json(Requests.Declare.class),
        call -> Route.said(line.declare(call.json(Requests.Declare.class))));
    add(
        new Route(
            "POST",
            "/notices/draft",
            "What would come of a notice: conflicts, what others see, lead time; nothing is declared",
            List.of(),
            json(Requests.Declare.class),
            new Answer.One(Drafted.Checked.class),
            call -> drafted(line.draft(call.json(Requests.Declare.class)))));
    get(
        "/notices/{id}",
        "One notice, by entity id or reference",
        AT,
        new Answer.One(Views.Notice.class),
        call -> Route.found(view(call).notice(call.part("id")), "notice"));
    post(
        "/notices/{id}/shift",
        "Amend a notice by one shift in height or in time",
        json(ApiBodies.ShiftBy.class),
        call -> {
          var by = call.json(ApiBodies.ShiftBy.class);
          return Route.said(
              line.shift(
                  new Requests.Shift(
                      call.part("id"), by.verticalFeet(), by.seconds(), by.answers())));
        });
    add(
        new Route(
            "POST",
            "/notices/{id}/find-shift",
            "The first allowed shift that clears the notice, or null after trying all",
            List.of(),
            NONE,
            new Answer.One(ApiBodies.FoundShift.class),
            call -> findShift(call.part("id"))));
    post(
        "/notices/{id}/state",
        "Move a notice to ACTIVATED, NONCONFORMING, CONTINGENT or ENDED",
        json(ApiBodies.State.class),
        call ->
            Route.said(
                line.noticeState(call.part("id"), call.json(ApiBodies.State.class).state())));
    post(
        "/disputes",
        "Dispute another party's notice",
        json(Requests.Dispute.class),
        call -> Route.said(line.dispute(call.json(Requests.Dispute.class))));
    get(
        "/conflicts",
        "Conflicts of this party's notices with others', soonest first",
        ALL,
        new Answer.Many(Views.Conflict.class),
        call -> Outgoing.json(200, view(call).conflicts(call.flag("all"))));
  }

  private void messages() {
    get(
        "/alarms",
        "Messages that wait for a person here, oldest first; none is ever left out",
        List.of(),
        new Answer.Many(Views.Message.class),
        _ -> Outgoing.json(200, line.alarms()));
    get(
        "/messages",
        "Messages, newest first",
        LIMIT_AT,
        new Answer.Many(Views.Message.class),
        call -> Outgoing.json(200, view(call).messages(limit(call))));
    post(
        "/messages",
        "Send a message",
        json(Requests.Message.class),
        call -> Route.said(line.send(call.json(Requests.Message.class))));
    get(
        "/messages/{id}",
        "One message",
        AT,
        new Answer.One(Views.Message.class),
        call -> Route.found(view(call).message(call.part("id")), "message"));
    post(
        "/messages/{id}/displayed",
        "Say that a message stands on the screen of a post",
        json(ApiBodies.Shown.class),
        call ->
            Route.said(line.displayed(call.part("id"), call.json(ApiBodies.Shown.class).post())));
    post(
        "/messages/{id}/accept",
        "A person on watch accepts a message: heard, not agreed",
        json(ApiBodies.Accepting.class),
        call -> {
          var by = call.json(ApiBodies.Accepting.class);
          return Route.said(line.accept(call.part("id"), by.post(), call.officer(by.officer())));
        });
    post(
        "/messages/{id}/answer",
        "Answer a message with a CPDLC word",
        json(ApiBodies.Answering.class),
        call -> {
          var by = call.json(ApiBodies.Answering.class);
          return Route.said(
              line.answer(new Requests.Answer(call.part("id"), by.word(), by.text())));
        });
    post(
        "/stop",
        "STOP, now; the body may be empty",
        new Body.Json(ApiBodies.Stop.class, true),
        call ->
            Route.said(
                line.send(
                    stop(call.optionalJson(ApiBodies.Stop.class).orElse(ApiBodies.Stop.EMPTY)))));
  }

  private static Requests.Message stop(ApiBodies.Stop stop) {
    return new Requests.Message(
        "STOP",
        stop.to() == null ? List.of() : stop.to(),
        stop.text(),
        stop.language(),
        stop.position(),
        stop.floor(),
        stop.ceiling(),
        stop.notices() == null ? List.of() : stop.notices(),
        stop.replyWithinSeconds());
  }

  private void watch() {
    get(
        "/watch",
        "Who has the watch",
        AT,
        new Answer.Many(Views.Watch.class),
        call -> Outgoing.json(200, view(call).watch()));
    post(
        "/watch/{post}/take",
        "Take the watch at a post of this party",
        json(ApiBodies.Taking.class),
        call ->
            Route.said(
                line.takeWatch(
                    call.part("post"), call.officer(call.json(ApiBodies.Taking.class).officer()))));
    post(
        "/watch/{post}/handover",
        "Hand the watch over; the other officer then takes it",
        json(ApiBodies.HandingOver.class),
        call -> {
          var to = call.json(ApiBodies.HandingOver.class);
          String post = call.part("post");
          if (!Rights.mayHandOver(call.visitor(), line, post)) {
            throw Problem.of(403, "not-your-watch", "Another officer has the watch at this post.")
                .refusal();
          }
          return Route.said(line.handOverWatch(post, to.toOfficer(), to.openItems()));
        });
  }

  private void arrangement() {
    get(
        "/status",
        "What each party last said of the channel",
        AT,
        new Answer.Many(Views.PartyStatus.class),
        call ->
            Outgoing.json(
                200,
                call.instant("at")
                    .map(at -> line.past(at).parties())
                    .orElseGet(() -> line.line().parties())));
    post(
        "/status",
        "State this party's channel status",
        json(Requests.Status.class),
        call -> Route.said(line.status(call.json(Requests.Status.class))));
    get(
        "/offers",
        "Offers to restore, newest first",
        AT,
        new Answer.Many(Views.Offer.class),
        call -> Outgoing.json(200, view(call).offers()));
    post(
        "/offers",
        "Offer to restore, on a condition or none",
        json(Requests.Offer.class),
        call -> Route.said(line.offer(call.json(Requests.Offer.class))));
    for (String verb : List.of("accept", "refuse", "withdraw")) {
      post(
          "/offers/{id}/" + verb,
          "Offer: " + verb,
          new Body.Json(ApiBodies.Reason.class, true),
          call -> Route.said(line.offerVerb(call.part("id"), verb, reason(call))));
    }
  }

  private static Outgoing drafted(Drafted drafted) {
    return switch (drafted) {
      case Drafted.Checked checked -> Outgoing.json(200, checked);
      case Drafted.Refused(String code, String sentence) ->
          throw Problem.of(422, code, sentence).refusal();
    };
  }

  private void arrangementInFull() {
    get(
        "/status/words",
        "Every word of every party on its channel that stands, or takes effect later",
        AT,
        new Answer.Many(TermsViews.ChannelWord.class),
        call -> Outgoing.json(200, view(call).channelWords()));
    get(
        "/status/outside",
        "Running and soon starting notices outside of what the parties agree on, and why",
        AT,
        new Answer.One(TermsViews.Outside.class),
        call -> Outgoing.json(200, view(call).outside()));
    get(
        "/status/contradictions",
        "Where a party said otherwise than its own earlier word: both texts",
        AT,
        new Answer.Many(TermsViews.Contradiction.class),
        call -> Outgoing.json(200, view(call).contradictions()));
    get(
        "/reconciliation",
        "What was said while the channel was suspended the last time",
        AT,
        new Answer.One(TermsViews.Reconciliation.class),
        call -> Route.found(view(call).reconciliation(), "suspension"));
  }

  private void record() {
    get(
        "/line",
        "The line as this node sees it",
        List.of(),
        new Answer.One(Views.Line.class),
        _ -> Outgoing.json(200, line.line()));
    get(
        "/past",
        "The line as a whole, as this node knew it at an instant",
        AT,
        new Answer.One(Views.PastLine.class),
        call -> Outgoing.json(200, past(call)));
    get(
        "/record/entries",
        "Entries of the record, explained",
        List.of(
            new Parameter("from", "integer", "the first index; 0 if left out"), LIMIT.getFirst()),
        new Answer.Many(Views.Entry.class),
        call ->
            Outgoing.json(
                200, line.entries(call.number("from", 0, 0, Long.MAX_VALUE >> 1), limit(call))));
    get(
        "/record/entries/{index}",
        "The bytes of one entry: a COSE_Sign1",
        List.of(),
        new Answer.Bytes("application/cose"),
        call ->
            line.entryBytes(index(call))
                .map(bytes -> Outgoing.of(200, "application/cose", bytes))
                .orElseThrow(() -> Route.missing("entry")));
    get(
        "/record/prove/{id}",
        "A tlog-proof file for a statement",
        List.of(),
        new Answer.Bytes("text/plain"),
        call ->
            line.prove(call.part("id"))
                .map(proof -> Outgoing.text(200, proof))
                .orElseThrow(() -> Route.missing("statement in the record")));
    get(
        "/disclosures",
        "What was disclosed, newest first",
        LIMIT,
        new Answer.Many(Views.Disclosure.class),
        call -> Outgoing.json(200, line.disclosures(limit(call))));
    post(
        "/host/sequencer",
        "Start or stop the sequencer of this node, if it hosts one",
        json(ApiBodies.Running.class),
        call -> Route.said(line.sequencer(call.json(ApiBodies.Running.class).running())));
  }

  static String reason(Route.Call call) {
    return call.optionalJson(ApiBodies.Reason.class).map(ApiBodies.Reason::reason).orElse("");
  }

  private Views.PastLine past(Route.Call call) {
    Past past =
        line.past(
            call.instant("at")
                .orElseThrow(() ->
                    Problem.of(400, "query-malformed", "Say the instant: ?at=2026-11-22T19:04:05Z")
                        .refusal()));
    return new Views.PastLine(past.at(), past.entries(), past.parties());
  }

  private static long index(Route.Call call) {
    String text = call.part("index");
    if (!text.matches("[0-9]{1,18}")) {
      throw Problem.of(400, "index-malformed", "An index is a whole number from 0.").refusal();
    }
    return Long.parseLong(text);
  }
}
