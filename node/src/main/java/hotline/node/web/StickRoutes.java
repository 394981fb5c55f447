package hotline.node.web;

import hotline.node.api.LineApi;
import hotline.node.api.StickApi;
import hotline.node.stick.StickFile;
import hotline.node.web.Route.Answer;
import hotline.node.web.Route.Body;
import hotline.node.web.Route.Parameter;
import java.util.List;

/** Statements carried by hand. */
final class StickRoutes extends RouteList {
  private static final String TYPE = "application/octet-stream";

  StickRoutes(LineApi line, List<Route> routes) {
    super(line, routes);
  }

  @Override
  void list() {
    get(
        "/stick",
        "What this node has signed and not all others have confirmed, as a file for a stick",
        List.of(
            new Parameter(
                "part", "integer", "which file, if they are several: 1 to 999; 1 if left out")),
        new Answer.Bytes(TYPE),
        call ->
            line.stickFile((int) call.number("part", 1, 1, StickFile.PARTS_MAX))
                .map(file -> Outgoing.of(200, TYPE, file))
                .orElseThrow(() -> Route.missing("part of the file")));
    get(
        "/stick/waiting",
        "How many statements a stick would take now, and in how many files",
        List.of(),
        new Answer.One(StickApi.Carried.class),
        _ -> Outgoing.json(200, line.stickWaiting()));
    add(
        new Route(
            "POST",
            "/stick",
            "Take in a file of another party's node; each statement as if its node had brought it",
            List.of(),
            new Body.Bytes(TYPE, StickFile.BYTES_MAX),
            new Answer.One(StickApi.Brought.Taken.class),
            call -> brought(line.bringStick(call.bytes(TYPE, StickFile.BYTES_MAX)))));
    get(
        "/stick/brought",
        "What came by stick before it came in any other way, newest first",
        LIMIT,
        new Answer.Many(StickApi.Arrived.class),
        call -> Outgoing.json(200, line.broughtByStick(limit(call))));
  }

  private static Outgoing brought(StickApi.Brought brought) {
    return switch (brought) {
      case StickApi.Brought.Taken taken -> Outgoing.json(200, taken);
      case StickApi.Brought.Refused(String code, String sentence) ->
          throw Problem.of(422, code, sentence).refusal();
    };
  }
}
