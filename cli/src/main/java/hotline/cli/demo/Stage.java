package hotline.cli.demo;

import hotline.node.api.Views;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What every chapter needs: the two sides, the flights so far, and the commentary. */
final class Stage {
  private final Side north;
  private final Side south;
  private final Commentary commentary;
  private final Path scratch;
  private final Map<String, Map<String, Flight>> flights = new TreeMap<>();

  Stage(Side north, Side south, Commentary commentary, Path scratch) {
    this.north = north;
    this.south = south;
    this.commentary = commentary;
    this.scratch = scratch;
    flights.put(north.party(), new LinkedHashMap<>());
    flights.put(south.party(), new LinkedHashMap<>());
  }

  Side north() {
    return north;
  }

  Side south() {
    return south;
  }

  List<Side> sides() {
    return List.of(north, south);
  }

  Side side(String party) {
    return party.equals(north.party()) ? north : south;
  }

  Side other(Side side) {
    return side == north ? south : north;
  }

  Commentary commentary() {
    return commentary;
  }

  /** A folder of the play's own, gone when it ends. */
  Path scratch() {
    return scratch;
  }

  /** The flights of one side by the entity of their notice, in the order of declaration. */
  Map<String, Flight> flights(Side side) {
    return Optional.ofNullable(flights.get(side.party())).orElseThrow();
  }

  /** The exact volumes of a side's own live notices, as its node shows them to it. */
  static Map<String, List<PlainVolume>> volumes(Side side) {
    Map<String, List<PlainVolume>> volumes = new TreeMap<>();
    for (Views.Notice notice : side.line().notices(false)) {
      if (notice.own()) {
        volumes.put(notice.entity(), PlainVolume.of(notice));
      }
    }
    return volumes;
  }

  /** A conflict as a pair, North's notice first. */
  AllPairs.Pair pair(Side seenBy, Views.Conflict conflict) {
    return seenBy == north
        ? new AllPairs.Pair(conflict.ownEntity(), conflict.otherEntity())
        : new AllPairs.Pair(conflict.otherEntity(), conflict.ownEntity());
  }
}
