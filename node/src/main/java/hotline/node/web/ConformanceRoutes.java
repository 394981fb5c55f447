package hotline.node.web;

import hotline.node.api.ConformanceViews;
import hotline.node.api.LineApi;
import hotline.node.web.Route.Answer;
import java.util.List;

/** This party's own aircraft and how they keep to its notices. */
final class ConformanceRoutes extends RouteList {
  ConformanceRoutes(LineApi line, List<Route> routes) {
    super(line, routes);
  }

  @Override
  void list() {
    get(
        "/conformance",
        "Own notices that are flown, or may be, and how their aircraft keep to them",
        List.of(),
        new Answer.Many(ConformanceViews.Flight.class),
        _ -> Outgoing.json(200, line.conformance()));
    post(
        "/notices/{id}/flown-by",
        "Keep, in this node alone, by what the aircraft of an own notice is known",
        json(ConformanceViews.FlownBy.class),
        call ->
            Route.said(line.flownBy(call.part("id"), call.json(ConformanceViews.FlownBy.class))));
  }
}
