package hotline.node.web;

import hotline.node.api.LineApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.web.Route.Answer;
import java.util.List;

/** The working group, what is due, third parties, and the line in numbers. */
final class GroupRoutes extends RouteList {
  GroupRoutes(LineApi line, List<Route> routes) {
    super(line, routes);
  }

  @Override
  void list() {
    cases();
    said();
    files("incidents", "incident");
    files("cases", "case");
    thirdParties();
  }

  private void cases() {
    get(
        "/cases",
        "Cases of the working group, newest first",
        AT,
        new Answer.Many(MatterViews.CaseLine.class),
        call -> Outgoing.json(200, view(call).cases()));
    post(
        "/cases",
        "Open a case of the working group",
        json(MatterRequests.Case.class),
        call -> Route.said(line.openCase(call.json(MatterRequests.Case.class))));
    get(
        "/cases/{id}",
        "One case, by id or reference",
        AT,
        new Answer.One(MatterViews.Case.class),
        call -> Route.found(view(call).caseOf(call.part("id")), "case"));
    get(
        "/handed-off",
        "Messages that were handed to the working group and to no case, newest first",
        AT,
        new Answer.Many(MatterViews.HandedOff.class),
        call -> Outgoing.json(200, view(call).handedOff()));
    post(
        "/messages/{id}/hand-off",
        "Hand a message that came in on the wrong line to the working group",
        json(MatterBodies.HandingOff.class),
        call -> {
          var by = call.json(MatterBodies.HandingOff.class);
          return Route.said(
              line.handOff(new MatterRequests.HandOff(call.part("id"), by.file(), by.words())));
        });
  }

  private void said() {
    post(
        "/cases/{id}/positions",
        "Give this party's position on an item of the agenda",
        json(MatterBodies.Positioning.class),
        call -> {
          var by = call.json(MatterBodies.Positioning.class);
          return Route.said(
              line.position(
                  new MatterRequests.Position(call.part("id"), by.item(), by.words(), by.seat())));
        });
    post(
        "/cases/{id}/proposals",
        "Make a proposal; that signs it",
        json(MatterBodies.Proposing.class),
        call -> {
          var by = call.json(MatterBodies.Proposing.class);
          return Route.said(
              line.propose(
                  new MatterRequests.Proposal(
                      call.part("id"), by.words(), by.narrows(), by.terms(), by.seat())));
        });
    post(
        "/cases/{id}/minutes",
        "Write minutes; that signs them",
        json(MatterBodies.Minuting.class),
        call -> {
          var by = call.json(MatterBodies.Minuting.class);
          return Route.said(
              line.minutes(
                  new MatterRequests.Minutes(call.part("id"), by.words(), by.next(), by.seat())));
        });
    post(
        "/dues/{id}/done",
        "Say that something due of this party is done",
        json(MatterBodies.Words.class),
        call ->
            Route.said(line.dueDone(call.part("id"), call.json(MatterBodies.Words.class).words())));
  }

  /** What is said alike in incidents and cases. */
  private void files(String path, String word) {
    post(
        "/" + path + "/{id}/facts",
        "Propose a fact of the " + word + "; that signs it",
        json(MatterBodies.Stating.class),
        call -> {
          var by = call.json(MatterBodies.Stating.class);
          return Route.said(
              line.fact(new MatterRequests.Wording(call.part("id"), by.words(), by.refers())));
        });
    post(
        "/" + path + "/{id}/close",
        "Say that this party has nothing left to say in the "
            + word
            + "; when all have, it is closed",
        json(MatterBodies.Closing.class),
        call -> Route.said(line.close(closing(call))));
    post(
        "/" + path + "/{id}/reopen",
        "Reopen the " + word + ", with a reason",
        json(MatterBodies.Closing.class),
        call -> Route.said(line.reopen(closing(call))));
    post(
        "/" + path + "/{id}/dues",
        "Say what a party is to do by when, in the " + word,
        json(MatterBodies.Requiring.class),
        call -> {
          var by = call.json(MatterBodies.Requiring.class);
          return Route.said(
              line.due(new MatterRequests.Due(call.part("id"), by.party(), by.words(), by.due())));
        });
  }

  private static MatterRequests.Closing closing(Route.Call call) {
    var by = call.json(MatterBodies.Closing.class);
    return new MatterRequests.Closing(call.part("id"), by.words(), by.seat());
  }

  private void thirdParties() {
    get(
        "/third-parties",
        "The third parties of the terms, and who can reach them",
        AT,
        new Answer.Many(MatterViews.ThirdParty.class),
        call -> Outgoing.json(200, view(call).thirdParties()));
    get(
        "/guests",
        "Observers and witnesses of the terms",
        AT,
        new Answer.Many(MatterViews.Guest.class),
        call -> Outgoing.json(200, view(call).guests()));
    post(
        "/third-parties/{name}/reach",
        "Say whether this party can reach a third party",
        json(MatterBodies.Reaching.class),
        call -> {
          var by = call.json(MatterBodies.Reaching.class);
          return Route.said(line.reach(call.part("name"), by.can(), by.words()));
        });
    get(
        "/relays",
        "What was handed on, newest first",
        LIMIT_AT,
        new Answer.Many(MatterViews.Relay.class),
        call -> Outgoing.json(200, view(call).relays(limit(call))));
    post(
        "/relays",
        "Say what became of handing a message or a notice on",
        json(MatterRequests.Relay.class),
        call -> Route.said(line.relay(call.json(MatterRequests.Relay.class))));
    get(
        "/statistics",
        "The line in numbers, computed from the record alone",
        AT,
        new Answer.One(MatterViews.Statistics.class),
        call -> Outgoing.json(200, view(call).statistics()));
  }
}
