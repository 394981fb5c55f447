package hotline.node.web;

import hotline.node.api.LineApi;
import hotline.node.api.MatterApi.Exported;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.web.Route.Answer;
import hotline.node.web.Route.Body;
import java.io.IOException;
import java.util.List;

/** Breaches, incidents, and what is said of their exhibits. */
final class IncidentRoutes extends RouteList {
  private static final String OCTETS = "application/octet-stream";
  private static final String ARCHIVE = "application/zip";

  IncidentRoutes(LineApi line, List<Route> routes) {
    super(line, routes);
  }

  @Override
  void list() {
    breaches();
    incidents();
    exhibits();
    items();
  }

  private void breaches() {
    get(
        "/breaches",
        "Claims of breaches, newest first",
        AT,
        new Answer.Many(MatterViews.Breach.class),
        call -> Outgoing.json(200, view(call).breaches()));
    post(
        "/breaches",
        "Claim that a party broke what was agreed: a clause, a notice, or by a track",
        json(MatterRequests.Breach.class),
        call -> Route.said(line.claimBreach(call.json(MatterRequests.Breach.class))));
    post(
        "/breaches/{id}/answer",
        "Answer a claim of a breach by this party",
        json(MatterBodies.AnsweringBreach.class),
        call -> {
          var by = call.json(MatterBodies.AnsweringBreach.class);
          return Route.said(
              line.answerBreach(
                  new MatterRequests.BreachAnswer(
                      call.part("id"), by.word(), by.until(), by.text())));
        });
    post(
        "/breaches/{id}/follow-up",
        "Comment on a breach; narrow or withdraw an own claim",
        json(MatterBodies.FollowingUp.class),
        call -> {
          var by = call.json(MatterBodies.FollowingUp.class);
          return Route.said(
              line.followUpBreach(
                  new MatterRequests.FollowUp(call.part("id"), by.step(), by.words())));
        });
  }

  private void incidents() {
    get(
        "/incidents",
        "Incidents, newest first",
        AT,
        new Answer.Many(MatterViews.IncidentLine.class),
        call -> Outgoing.json(200, view(call).incidents()));
    post(
        "/incidents",
        "Open an incident, with this party's first version",
        json(MatterRequests.Incident.class),
        call -> Route.said(line.openIncident(call.json(MatterRequests.Incident.class))));
    get(
        "/incidents/{id}",
        "One incident, by id or reference",
        AT,
        new Answer.One(MatterViews.Incident.class),
        call -> Route.found(view(call).incident(call.part("id")), "incident"));
    get(
        "/incidents/{id}/bundle",
        "An incident as one archive that a stranger can check",
        List.of(),
        new Answer.Bytes(ARCHIVE),
        call -> bundle(call.part("id")));
    post(
        "/incidents/{id}/account",
        "Give this party's version anew",
        json(MatterBodies.Words.class),
        call ->
            Route.said(line.account(call.part("id"), call.json(MatterBodies.Words.class).words())));
    post(
        "/incidents/{id}/disclosures",
        "Disclose one exact volume of an own notice, or hand over a sealed thing",
        json(MatterBodies.Disclosing.class),
        call -> {
          var by = call.json(MatterBodies.Disclosing.class);
          return Route.said(
              line.disclose(
                  new MatterRequests.Disclose(
                      call.part("id"), by.notice(), by.version(), by.item(), by.evidence())));
        });
    post(
        "/incidents/{id}/attach",
        "Put an own item that stands alone into the incident",
        json(MatterBodies.Attaching.class),
        call ->
            Route.said(
                line.attach(call.part("id"), call.json(MatterBodies.Attaching.class).item())));
    post(
        "/incidents/{id}/findings",
        "Word a finding; that signs it",
        json(MatterBodies.Stating.class),
        call -> {
          var by = call.json(MatterBodies.Stating.class);
          return Route.said(
              line.finding(new MatterRequests.Wording(call.part("id"), by.words(), by.refers())));
        });
  }

  private Outgoing bundle(String incident) {
    try {
      return switch (line.exportIncident(incident)) {
        case Exported.Archive(String name, byte[] bytes) ->
            Outgoing.of(200, ARCHIVE, bytes)
                .with(
                    "Content-Disposition",
                    "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
        case Exported.Refused(String code, String sentence) ->
            throw Problem.of(code.equals("file-unknown") ? 404 : 422, code, sentence).refusal();
      };
    } catch (IOException failed) {
      throw Problem.of(503, "disk", "The record cannot be read: " + failed.getMessage()).refusal();
    }
  }

  private void exhibits() {
    get(
        "/unattached",
        "Claims and sealed things that belong to no incident yet",
        AT,
        new Answer.Many(MatterViews.Exhibit.class),
        call -> Outgoing.json(200, view(call).unattached()));
    post(
        "/evidence",
        "Seal a thing by its SHA-256; the thing stays here",
        json(MatterRequests.Seal.class),
        call -> Route.said(line.seal(call.json(MatterRequests.Seal.class))));
    post(
        "/evidence/bytes",
        "Keep the bytes of a sealed thing here, for bundles; at most 64 MiB",
        new Body.Bytes(OCTETS, Bodies.SEALED_MAX),
        call -> Route.said(line.keepSealed(call.bytes(OCTETS, Bodies.SEALED_MAX))));
    get(
        "/evidence/{id}/bytes",
        "The bytes of a sealed thing, if they are kept here",
        List.of(),
        new Answer.Bytes(OCTETS),
        call -> sealed(call.part("id")));
    post(
        "/claims",
        "Claim that something happened, or will",
        json(MatterRequests.Claim.class),
        call -> Route.said(line.claim(call.json(MatterRequests.Claim.class))));
  }

  private Outgoing sealed(String item) {
    try {
      return line.keptSealed(item)
          .map(bytes -> Outgoing.of(200, OCTETS, bytes))
          .orElseThrow(() -> Route.missing("sealed thing"));
    } catch (IOException failed) {
      throw Problem.of(503, "disk", "The sealed thing cannot be read: " + failed.getMessage())
          .refusal();
    }
  }

  private void items() {
    post(
        "/items/{id}/assess",
        "Say what this party holds of another's exhibit",
        json(MatterBodies.Assessing.class),
        call -> {
          var by = call.json(MatterBodies.Assessing.class);
          return Route.said(
              line.assess(new MatterRequests.Assess(call.part("id"), by.word(), by.reason())));
        });
    post(
        "/items/{id}/agree",
        "Sign a fact, a finding, a proposal or minutes",
        json(MatterBodies.Signing.class),
        call -> {
          var by = call.json(MatterBodies.Signing.class);
          return Route.said(
              line.agree(new MatterRequests.Agree(call.part("id"), by.dissent(), by.seat())));
        });
    post(
        "/items/{id}/veto",
        "Veto a fact, a proposal or minutes: it is ended, and stays to be seen",
        json(MatterBodies.Vetoing.class),
        call -> {
          var by = call.json(MatterBodies.Vetoing.class);
          return Route.said(
              line.veto(
                  new MatterRequests.Veto(call.part("id"), by.scope(), by.reason(), by.seat())));
        });
    post(
        "/items/{id}/retract",
        "Take back an own item that not all have signed",
        new Body.Json(ApiBodies.Reason.class, true),
        call -> Route.said(line.retract(call.part("id"), ApiRoutes.reason(call))));
  }
}
