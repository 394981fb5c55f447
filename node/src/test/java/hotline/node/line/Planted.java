package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;

import hotline.airspace.Circle;
import hotline.airspace.FlightPath;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.ExactVolume;
import hotline.node.Node;
import hotline.node.Times;
import hotline.node.api.Requests;
import hotline.node.details.PrivateStore;
import hotline.node.keys.PartyKeys;
import hotline.node.store.NodeDatabase;
import hotline.record.cbor.CborArray;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What North declared, and what of it is looked for at South. */
final class Planted {
  /** Must be nowhere. */
  final List<Canary> secret = new ArrayList<>();

  /** Those of them that stand in North's own files: there the same search finds them. */
  final List<Canary> atHome = new ArrayList<>();

  /** Must be everywhere but in the log. */
  final List<Canary> released = new ArrayList<>();

  /** Must be on disk: it goes with what was released, and the API does not show it so. */
  final List<Canary> kept = new ArrayList<>();

  private void keepHome(Canary canary) {
    secret.add(canary);
    atHome.add(canary);
  }

  List<Canary> all() {
    return Stream.of(secret, released, kept).flatMap(List::stream).toList();
  }

  /** Makes canaries of all that one notice holds; what was typed is told in no case. */
  void plant(
      TwoNodes line, Node north, String entity, Requests.Declare declared, Requests.Volume told)
      throws Exception {
    keepHome(Canary.words(entity + " label", Objects.requireNonNull(declared.label())));
    NoticeRef ref = Asking.ref(entity, 1);
    List<ExactVolume> exact;
    try (PrivateStore store =
        PrivateStore.open(line.data(NORTH).resolve("private.db"), NodeDatabase.Opener.FILES)) {
      exact = store.own(ref).orElseThrow();
    }
    for (int item = 0; item < exact.size(); item++) {
      Requests.Volume typed = declared.volumes().get(item);
      String name = entity.substring(0, 6) + " volume " + item;
      for (String words : typed.outline()) {
        keepHome(Canary.words(name + " as typed", words));
      }
      Canary salt = Canary.secret(name + " salt", salt(line, north, ref, item));
      Canary heights = Canary.band(name + " heights", exact.get(item).volume().heights());
      if (typed.equals(told)) {
        released.addAll(coordinatesAndTimes(name, exact.get(item)));
        kept.addAll(List.of(salt, heights));
        continue;
      }
      coordinatesAndTimes(name, exact.get(item)).forEach(this::keepHome);
      positions(exact.get(item))
          .forEach(each -> secret.add(Canary.pair(name + " pair " + each, each)));
      keepHome(heights);
      secret.add(salt);
    }
  }

  private static List<Position> positions(ExactVolume exact) {
    List<Position> all =
        new ArrayList<>(
            switch (exact.volume().footprint()) {
              case Circle circle -> List.of(circle.centre());
              case Outline outline -> outline.vertices();
            });
    FlightPath path = exact.path();
    if (path != null) {
      path.points().forEach(each -> all.add(each.position()));
    }
    return all;
  }

  private static List<Canary> coordinatesAndTimes(String name, ExactVolume exact) {
    List<Canary> all = new ArrayList<>();
    positions(exact).forEach(each -> all.addAll(Canary.coordinates(name + " " + each, each)));
    List<Long> timesUs = new ArrayList<>();
    timesUs.add(exact.volume().times().startUs());
    timesUs.add(exact.volume().times().endUs());
    FlightPath path = exact.path();
    if (path != null) {
      path.points().forEach(each -> timesUs.add(each.timeUs()));
    }
    timesUs.forEach(us -> all.add(Canary.time(name + " at " + us, Times.instant(us))));
    return all;
  }

  /** docs/format.md §7, by the platform alone. */
  private static byte[] salt(TwoNodes line, Node north, NoticeRef notice, int item)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(northKeys(line).disclosureSecret(), "HmacSHA256"));
    return mac.doFinal(
        CborArray.builder()
            .add("hotline/1/salt")
            .add(HexFormat.of().parseHex(north.api().line().lineId()))
            .add(notice.entity().bytes())
            .add(notice.version())
            .add(item)
            .build()
            .encode());
  }

  private static PartyKeys northKeys(TwoNodes line) throws IOException {
    return PartyKeys.open(line.data(NORTH).resolve("keys"), line.random);
  }

  void plantKeys(TwoNodes line) throws IOException {
    PartyKeys keys = northKeys(line);
    keepHome(Canary.secret("disclosure secret", keys.disclosureSecret()));
    keepHome(Canary.secret("root key", keys.root().read().seed()));
    keepHome(Canary.secret("node key", keys.node().seed()));
    keepHome(
        Canary.words("token", Files.readString(line.data(NORTH).resolve("api.token")).strip()));
  }
}
