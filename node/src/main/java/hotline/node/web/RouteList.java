package hotline.node.web;

import hotline.node.api.LineApi;
import hotline.node.api.LineView;
import hotline.node.web.Route.Answer;
import hotline.node.web.Route.Body;
import hotline.node.web.Route.Handler;
import hotline.node.web.Route.Parameter;
import java.util.List;

/** Operations being listed, and what most of them have in common. */
abstract class RouteList {
  static final Body NONE = new Body.Nothing();
  static final Answer SPOKEN = new Answer.Spoken();
  static final Parameter PAST =
      new Parameter(
          "at", "string", "an instant, as 2026-11-22T19:04:05Z: as this node knew it then");
  static final List<Parameter> AT = List.of(PAST);
  static final List<Parameter> LIMIT =
      List.of(new Parameter("limit", "integer", "at most so many, 1 to 1,000; 100 if left out"));
  static final List<Parameter> LIMIT_AT = List.of(LIMIT.getFirst(), PAST);

  final LineApi line;
  private final List<Route> routes;

  /** Adds to {@code routes}. */
  RouteList(LineApi line, List<Route> routes) {
    this.line = line;
    this.routes = routes;
  }

  /** Adds its operations. */
  abstract void list();

  static Body json(Class<? extends Record> type) {
    return new Body.Json(type, false);
  }

  static int limit(Route.Call call) {
    return (int) call.number("limit", 100, 1, 1_000);
  }

  /** The line as it is, or as it was known at the instant that was asked for. */
  final LineView view(Route.Call call) {
    return call.instant("at").<LineView>map(line::past).orElse(line);
  }

  final void get(
      String template, String summary, List<Parameter> parameters, Answer answer, Handler handler) {
    add(new Route("GET", template, summary, parameters, NONE, answer, handler));
  }

  final void post(String template, String summary, Body body, Handler handler) {
    add(new Route("POST", template, summary, List.of(), body, SPOKEN, handler));
  }

  final void add(Route route) {
    routes.add(route);
  }
}
