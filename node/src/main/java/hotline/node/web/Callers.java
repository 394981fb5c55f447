package hotline.node.web;

import hotline.node.api.Rights;
import hotline.node.api.Visitor;
import java.util.List;
import java.util.Optional;

/**
 * Who calls {@code /line/v1}: this machine, by the token of its data folder, which may everything;
 * or a person who is signed in in this browser, who may what the pages let that person do.
 */
final class Callers {
  /** Carries the token of the session's forms, which no other site's page knows. */
  static final String FORM_TOKEN = "X-Hotline-Form";

  private final Access access;
  private final People people;

  Callers(Access access, People people) {
    this.access = access;
    this.people = people;
  }

  /** Who calls, or a refusal. */
  Visitor visitor(Incoming request) {
    access.apiOrigin(request);
    if (access.hasToken(request)) {
      return Visitor.LINK;
    }
    return session(request)
        .flatMap(people::visitor)
        .filter(visitor -> visitor.way() == Visitor.Way.SIGNED_IN)
        .orElseThrow(() ->
            access.wrong("token", "Send the line of DATA/api.token as Authorization: Bearer."));
  }

  /** A call that carries a wrong token is no session's. */
  private Optional<Sessions.Session> session(Incoming request) {
    return request.header().apply("Authorization").isPresent()
        ? Optional.empty()
        : access.session(request);
  }

  /** Refuses what the visitor may not do by this route. */
  void may(Incoming request, Visitor visitor, Route route) {
    boolean acts = !request.method().equals("GET");
    if (visitor.way() != Visitor.Way.SIGNED_IN) {
      if (acts) {
        people.tokenActed(request.remote());
      }
      return;
    }
    Sessions.Session session = session(request).orElseThrow();
    if (acts) {
      access.pageWrite(request);
      Access.csrf(session, request.header().apply(FORM_TOKEN).map(List::of).orElse(List.of()));
    } else {
      Access.pageRead(request);
    }
    People.refusal(visitor, Rights.call(route.method(), route.template()))
        .ifPresent(no -> {
          throw no.refusal();
        });
    if (acts) {
      people.acted(session);
    }
  }
}
