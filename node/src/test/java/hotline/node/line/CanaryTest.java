package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.Node;
import hotline.node.NotReached;
import hotline.node.Pageless;
import hotline.node.Surroundings;
import hotline.node.api.Requests;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * All that South has, on disk, in memory, in its log and behind its API, is searched for what North
 * has not released to it. South has what it was told of: the same search finds that.
 */
class CanaryTest {
  private static final String HERE = "47°01'17.4819\"N 008°02'41.7326\"E";

  @TempDir Path folder;

  /** The way from North to South, which is there only once South runs. */
  private static final class LateWay implements PeerTransport {
    private final AtomicReference<PeerTransport> way = new AtomicReference<>(new NotReached());

    @Override
    public PeerEndpoints.Answer post(String party, PeerEndpoints.Call call, byte[] body)
        throws IOException {
      return way.get().post(party, call, body);
    }

    @Override
    public PeerEndpoints.Answer file(String party, PeerEndpoints.Log log, String path, int most)
        throws IOException {
      return way.get().file(party, log, path, most);
    }

    @Override
    public void close() throws IOException {
      way.get().close();
    }
  }

  @Test
  void southHasWhatWasReleasedToItAndNothingElse() throws Exception {
    Path dumps = Files.createDirectory(folder.resolve("dumps"));
    ChildJava java = new ChildJava(Files.createDirectory(folder.resolve("java")));
    LateWay toSouth = new LateWay();
    try (TwoNodes line = new TwoNodes(folder);
        Node north =
            Pageless.start(
                line.config(NORTH), new Surroundings(line.clock, line.random, _ -> toSouth, true));
        SpiedSouth south =
            new SpiedSouth(
                java,
                line.data(SOUTH),
                URI.create("http://127.0.0.1:" + north.httpPort()),
                folder.resolve("south.log"))) {
      toSouth.way.set(new HttpPeerTransport(Map.of(SOUTH, List.of(south.address()))));
      agree(line, north, south);
      Planted planted = declare(line, north, south);
      CanaryScanner scanner = new CanaryScanner(planted.all());

      south.dump(dumps);
      Map<String, CanaryScanner.Found> found = new TreeMap<>();
      found.put("disk", scanFolder(scanner, south.data));
      found.put("heap", scanFile(scanner, dumps.resolve("heap.hprof")));
      found.put("log", scanFile(scanner, south.output));
      found.put("API", scanApi(scanner, south));
      if (Files.exists(dumps.resolve("memory"))) {
        found.put("memory", scanFile(scanner, dumps.resolve("memory")));
      }
      found.forEach((where, all) ->
          assertThat(all.names())
              .as("%s: %s", where, all)
              .doesNotContainAnyElementsOf(names(planted.secret)));
      assertThat(found.remove("log")).isNotNull();
      found.forEach(
          (where, all) -> assertThat(all.names()).as(where).containsAll(names(planted.released)));
      assertThat(found.get("disk").names()).containsAll(names(planted.kept));
      // The same search sees each secret where it may be.
      assertThat(scanFolder(scanner, line.data(NORTH)).names()).containsAll(names(planted.atHome));
    }
  }

  private static List<String> names(List<Canary> canaries) {
    return canaries.stream().map(Canary::name).toList();
  }

  private static void agree(TwoNodes line, Node north, SpiedSouth south) throws Exception {
    String terms = line.terms().hash().hex();
    line.until(() -> north.api().line().record().size() >= 1, "the line is founded");
    expectDone(north.api().proposeTerms(line.terms().encode()));
    line.until(() -> south.has("/line/v1/terms", "PROPOSED"), "south sees the proposal");
    JsonNode _ = south.post("/line/v1/terms/" + terms + "/sign", Map.of());
    line.until(() -> south.has("/line/v1/terms", "IN_FORCE"), "terms in force at south");
    line.until(
        () -> north.api().terms().stream().anyMatch(each -> each.state().equals("IN_FORCE")),
        "terms in force at north");
    Requests.Status ready = new Requests.Status("IN_FORCE", null, null, "ready");
    expectDone(north.api().status(ready));
    JsonNode _ = south.post("/line/v1/status", ready);
  }

  /** Declares at both ends, and waits until South knows what it is to know. */
  private static Planted declare(TwoNodes line, Node north, SpiedSouth south) throws Exception {
    Planted planted = new Planted();
    Instant base = Instant.now().truncatedTo(ChronoUnit.HOURS).plusSeconds(7_200);
    JsonNode _ =
        south.post(
            "/line/v1/notices",
            notice(
                "SOUTH 1", volume("47.0 N 8.0 E", "5 NM", "10000 ft STD", "12000 ft STD", base)));
    Requests.Volume told =
        volume(HERE, "3 NM", "10347 ft STD", "11653 ft STD", base.plusNanos(17_123_457_000L));
    Requests.Declare meeting =
        notice(
            "KESTREL 77 ZULU",
            told,
            // The same place three hours later; elsewhere at the same time; far above.
            volume(
                "47°00'53.2946\"N 007°59'12.8364\"E",
                "2.5 NM",
                "10439 ft STD",
                "11871 ft STD",
                base.plusNanos(10_823_481_639_000L)),
            volume(
                "44.827164953 N 3.318274659 E",
                "4 NM",
                "10571 ft STD",
                "11729 ft STD",
                base.plusNanos(41_392_817_000L)),
            volume(
                "47.019283746 N 8.027364518 E",
                "2 NM",
                "25347 ft STD",
                "26653 ft STD",
                base.plusNanos(33_718_246_000L)));
    Requests.Declare away = away(base);
    for (Requests.Declare each : List.of(meeting, away)) {
      expectDone(north.api().declare(each));
      String entity =
          north.api().notices(true).stream()
              .filter(notice -> Objects.equals(notice.label(), each.label()))
              .findFirst()
              .orElseThrow()
              .entity();
      planted.plant(line, north, entity, each, told);
    }
    planted.plantKeys(line);
    line.until(() -> south.has("/line/v1/conflicts", "EXACT"), "a conflict at south");
    line.until(
        () -> south.has("/line/v1/notices?all=true", away.category()), "south sees the others");
    // It may ask for more, within the terms: by a planning enquiry.
    String own = south.json("/line/v1/conflicts").get(0).get("ownEntity").asString();
    JsonNode _ = south.post("/line/v1/notices/" + own + "/find-shift", Map.of());
    assertThat(north.api().disclosures(100))
        .filteredOn(each -> each.direction().equals("GIVEN"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(each -> assertThat(each.opened()).isEqualTo(1));
    return planted;
  }

  /** Meets nothing of South's: a flight over the North Sea, and an area beyond two oceans. */
  private static Requests.Declare away(Instant base) {
    Instant start = base.plusNanos(52_617_394_000L);
    Requests.Volume flight =
        new Requests.Volume(
            List.of("51°43'28.6152\"N 003°12'47.9385\"E"),
            "7.3 km",
            "3741.927 m W84",
            "4186.533 m W84",
            start.toString(),
            start.plusSeconds(600).toString(),
            List.of(
                start.plusNanos(3_419_268_000L) + " 51.712839465 N 3.183746592 E 3902.718 m W84",
                start.plusNanos(97_583_164_000L) + " 51.738465192 N 3.229183746 E 4073.641 m W84"));
    Requests.Volume area =
        volume(
            List.of(
                "33.481926357 S 71.739284615 W",
                "33.527364819 S 71.648391527 W",
                "33.463718294 S 71.682937451 W"),
            null,
            "15347 ft STD",
            "16653 ft STD",
            base.plusNanos(29_471_826_000L));
    return new Requests.Declare(null, "training", "OSPREY 19 YANKEE", List.of(flight, area), null);
  }

  private static Requests.Declare notice(String label, Requests.Volume... volumes) {
    return new Requests.Declare(null, "transit", label, List.of(volumes), null);
  }

  private static Requests.Volume volume(
      String position, String radius, String floor, String ceiling, Instant start) {
    return volume(List.of(position), radius, floor, ceiling, start);
  }

  /** One volume, ten minutes long, and some odd seconds. */
  private static Requests.Volume volume(
      List<String> outline, @Nullable String radius, String floor, String ceiling, Instant start) {
    return new Requests.Volume(
        outline, radius, floor, ceiling, start.toString(), start.plusSeconds(600).toString(), null);
  }

  private static CanaryScanner.Found scanFile(CanaryScanner scanner, Path file) throws IOException {
    CanaryScanner.Found found = new CanaryScanner.Found();
    scanner.scan(file, String.valueOf(file.getFileName()), found);
    return found;
  }

  private static CanaryScanner.Found scanFolder(CanaryScanner scanner, Path top)
      throws IOException {
    CanaryScanner.Found found = new CanaryScanner.Found();
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        scanner.scan(file, top.relativize(file).toString(), found);
      }
    }
    return found;
  }

  /** Every GET that South's own description of its API names, for everything that South knows. */
  private static CanaryScanner.Found scanApi(CanaryScanner scanner, SpiedSouth south)
      throws Exception {
    Map<String, String> whole = new TreeMap<>();
    List<String> templates = new ArrayList<>();
    south
        .json("/line/v1/openapi.json")
        .get("paths")
        .properties()
        .forEach(path -> {
          JsonNode get = path.getValue().get("get");
          if (get != null && path.getKey().contains("{")) {
            templates.add(path.getKey());
          } else if (get != null) {
            boolean past = path.getKey().endsWith("/past");
            whole.put(
                path.getKey(),
                path.getKey() + (past ? "?at=" + Instant.now() : query(get.toString())));
          }
        });
    List<String> paths = new ArrayList<>(whole.values());
    paths.addAll(List.of("/metrics", "/line/v1/openapi.json", "/peer/v1/record/checkpoint"));
    for (String template : templates) {
      String front = template.replaceAll("/[{].*", "");
      if (front.endsWith("/evidence")) {
        // Its bytes are the files in South's own folder, which is scanned as such; none is listed.
        continue;
      }
      String list = front.endsWith("/prove") ? "/line/v1/record/entries" : front;
      for (JsonNode each : south.json(Objects.requireNonNull(whole.get(list), template))) {
        paths.add(template.replaceFirst("[{].*?[}]", name(each, template)));
      }
    }
    CanaryScanner.Found found = new CanaryScanner.Found();
    for (String path : paths) {
      scanner.scan(south.get(path), path, found);
    }
    // At least: all that there is, each notice alone, and each entry in two ways.
    int entries = south.json("/line/v1/record/entries?limit=1000").size();
    assertThat(paths).hasSizeGreaterThan(whole.size() + 3 + 2 * entries);
    return found;
  }

  /** What the API calls a thing in the place that the template leaves open. */
  private static String name(JsonNode thing, String template) {
    String open = template.replaceAll("^.*?[{]|[}].*$", "");
    return Stream.of(open, "id", "entity", "reference")
        .map(thing::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new AssertionError(template + " of " + thing))
        .asString();
  }

  /** As much as there is. */
  private static String query(String description) {
    return (description.contains("\"all\"") ? "?all=true" : "")
        + (description.contains("\"limit\"") ? "?limit=1000" : "");
  }
}
