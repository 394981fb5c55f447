package hotline.node.web;

import hotline.node.api.AlertViews;
import hotline.node.api.LineApi;
import hotline.node.api.TrafficViews;
import hotline.node.web.Route.Answer;
import hotline.node.web.Route.Parameter;
import java.util.List;

/** Live traffic, which is this party's own. */
final class TrafficRoutes extends RouteList {
  TrafficRoutes(LineApi line, List<Route> routes) {
    super(line, routes);
  }

  @Override
  void list() {
    get(
        "/traffic",
        "All live traffic in numbers",
        List.of(),
        new Answer.One(TrafficViews.Sky.class),
        _ -> Outgoing.json(200, line.sky()));
    get(
        "/tracks",
        "One track an aircraft across all feeds; live ones first",
        List.of(
            new Parameter("limit", "integer", "at most so many, 1 to 10,000; 1,000 if left out")),
        new Answer.Many(TrafficViews.Track.class),
        call -> Outgoing.json(200, line.tracks((int) call.number("limit", 1_000, 1, 10_000))));
    get(
        "/alerts",
        "Pairs that will be, or are, too near to each other; own against others' first",
        List.of(new Parameter("all", "boolean", "also those that are past, for half an hour")),
        new Answer.Many(TrafficViews.Alert.class),
        call -> Outgoing.json(200, line.alerts(call.flag("all"))));
    alerts();
    get(
        "/feeds",
        "The feeds of live traffic and their health",
        List.of(),
        new Answer.Many(TrafficViews.Feed.class),
        _ -> Outgoing.json(200, line.feeds()));
    post(
        "/feeds/{name}/run",
        "Start or stop a feed of this node",
        json(ApiBodies.Running.class),
        call ->
            Route.said(
                line.runFeed(call.part("name"), call.json(ApiBodies.Running.class).running())));
  }

  private void alerts() {
    get(
        "/alerts/counts",
        "How many alerts there were, over restarts, and how many were a nuisance",
        List.of(),
        new Answer.One(AlertViews.Counts.class),
        _ -> Outgoing.json(200, line.alertCounts()));
    get(
        "/alerts/{number}",
        "One alert with all that is known, and what each side could be asked for",
        List.of(),
        new Answer.One(AlertViews.Detail.class),
        call -> Route.found(line.alert(number(call)), "alert"));
    post(
        "/alerts/accept",
        "A person has seen these alerts: they stop sounding; said to nobody",
        json(ApiBodies.AlertsSeen.class),
        call -> {
          var by = call.json(ApiBodies.AlertsSeen.class);
          return Route.said(line.acceptAlerts(by.numbers(), by.post(), call.officer(by.officer())));
        });
    post(
        "/alerts/{number}/nuisance",
        "Mark an alert as a nuisance, or take that back; said to nobody",
        json(ApiBodies.AlertMark.class),
        call -> {
          var by = call.json(ApiBodies.AlertMark.class);
          return Route.said(
              line.markNuisance(
                  number(call), by.nuisance(), by.post(), call.officer(by.officer())));
        });
    post(
        "/alerts/{number}/warn",
        "Send a WARNING of this alert to the other parties, in its own words",
        json(ApiBodies.AlertActing.class),
        call -> {
          var by = call.json(ApiBodies.AlertActing.class);
          return Route.said(line.warnOfAlert(number(call), by.post(), call.officer(by.officer())));
        });
  }

  private static long number(Route.Call call) {
    String text = call.part("number");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }
}
