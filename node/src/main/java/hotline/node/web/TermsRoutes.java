package hotline.node.web;

import hotline.node.api.KeyApi;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.SheetApi;
import hotline.node.api.TermsViews;
import hotline.node.web.Route.Answer;
import hotline.node.web.Route.Body;
import hotline.node.web.Route.Parameter;
import hotline.record.statement.Statement;
import java.util.List;

/** The terms: proposed, signed, refused, compared; and the keys that speak under them. */
final class TermsRoutes extends RouteList {
  private static final String CBOR = "application/cbor";
  private static final String COSE = "application/cose";
  private static final int TERMS_MAX = 16_384;

  private static final Parameter LAPSES =
      new Parameter("lapses", "string", "until when they can be signed, as typed");

  TermsRoutes(LineApi line, List<Route> routes) {
    super(line, routes);
  }

  @Override
  void list() {
    proposals();
    sheets();
    inFull();
    keys();
  }

  private void keys() {
    get(
        "/keys",
        "The keys of every party: named by the terms, enrolled and revoked since",
        List.of(),
        new Answer.Many(KeyApi.Key.class),
        _ -> Outgoing.json(200, line.keys()));
    get(
        "/keys/requests",
        "Keys that officers have made in their browsers and ask this party's root key to enrol",
        List.of(),
        new Answer.Many(KeyApi.KeyRequest.class),
        _ -> Outgoing.json(200, line.keyRequests()));
    post(
        "/keys/requests",
        "Keep an officer's public key here until the root key says something of it",
        json(ApiBodies.AskedKey.class),
        call -> {
          var asked = call.json(ApiBodies.AskedKey.class);
          return Route.said(line.askForKey(call.officer(asked.officer()), asked.key()));
        });
    add(
        new Route(
            "POST",
            "/keys",
            "Hand in what a root key has signed elsewhere about its party's keys",
            List.of(),
            new Body.Bytes(COSE, Statement.BYTES_MAX),
            SPOKEN,
            call -> Route.said(line.tellKeys(call.bytes(COSE, Statement.BYTES_MAX)))));
  }

  private void proposals() {
    get(
        "/terms",
        "The terms in force, then proposals",
        AT,
        new Answer.Many(TermsViews.Terms.class),
        call -> Outgoing.json(200, view(call).terms()));
    add(
        new Route(
            "POST",
            "/terms",
            "Propose terms from their canonical bytes; proposing signs them",
            List.of(LAPSES),
            new Body.Bytes(CBOR, TERMS_MAX),
            SPOKEN,
            call ->
                Route.said(
                    line.proposeTerms(
                        call.bytes(CBOR, TERMS_MAX),
                        call.request().parameter("lapses").orElse(null)))));
    for (String verb : List.of("sign", "refuse", "withdraw", "begin")) {
      post(
          "/terms/{hash}/" + verb,
          "Terms: " + verb,
          new Body.Json(ApiBodies.TermsReason.class, true),
          call -> termsVerb(call, verb));
    }
  }

  private void sheets() {
    get(
        "/terms/sheet",
        "The next terms as a sheet with every clause, as they stand now",
        List.of(),
        new Answer.One(SheetApi.Sheet.class),
        _ -> Outgoing.json(200, line.termsSheet()));
    add(
        new Route(
            "POST",
            "/terms/sheet/check",
            "What a filled sheet would change, or what cannot stand in it; nothing is said",
            List.of(),
            json(Requests.Sheet.class),
            new Answer.One(SheetApi.Filled.class),
            call -> Outgoing.json(200, line.fillTerms(call.json(Requests.Sheet.class)))));
    add(
        new Route(
            "POST",
            "/terms/sheet",
            "Propose what a filled sheet says; proposing signs it",
            List.of(LAPSES),
            json(Requests.Sheet.class),
            SPOKEN,
            call ->
                Route.said(
                    line.proposeSheet(
                        call.json(Requests.Sheet.class),
                        call.request().parameter("lapses").orElse(null)))));
  }

  private Outgoing termsVerb(Route.Call call, String verb) {
    var why =
        call.optionalJson(ApiBodies.TermsReason.class)
            .orElse(new ApiBodies.TermsReason(null, null));
    return Route.said(
        line.termsVerb(
            call.part("hash"),
            verb,
            why.reason() == null ? "" : why.reason(),
            why.scope() == null ? "" : why.scope()));
  }

  private void inFull() {
    get(
        "/terms/ended",
        "Proposals that did not come into force, newest first: vetoes with scope and reason",
        AT,
        new Answer.Many(TermsViews.Terms.class),
        call -> Outgoing.json(200, view(call).endedTerms()));
    get(
        "/terms/{hash}",
        "The bytes of terms, as the parties sign them",
        AT,
        new Answer.Bytes(CBOR),
        call ->
            view(call)
                .termsBytes(call.part("hash"))
                .map(bytes -> Outgoing.of(200, CBOR, bytes))
                .orElseThrow(() -> Route.missing("terms")));
    get(
        "/terms/{hash}/diff",
        "What terms change in those in force, clause by clause",
        AT,
        new Answer.One(TermsViews.TermsDiff.class),
        call -> Route.found(view(call).termsDiff(call.part("hash")), "terms"));
  }
}
