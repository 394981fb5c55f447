package hotline.console;

import hotline.node.api.KeyApi;
import hotline.node.peer.PeerEndpoints;
import hotline.node.web.LineServer;
import hotline.node.web.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves the sample line until it is killed, to look at the pages while working on them. */
final class ShowPages {
  private ShowPages() {}

  public static void main(String[] args) throws Exception {
    FakeLine line = new FakeLine();
    stage(line, args.length < 2 ? "" : args[1]);
    Path folder = Files.createTempDirectory("hotline-pages");
    int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
    LineServer server = serve(line, folder, port);
    System.out.println(server.pageLink());
    Thread.currentThread().join();
  }

  /** Sets a scene: {@code stop} has come, or South has {@code suspended} and offers to restore. */
  static void stage(FakeLine line, String scene) {
    if (scene.equals("stop")) {
      line.put(SampleMessages.stop());
    }
    if (scene.equals("suspended")) {
      line.set("south", "SUSPENDED", null, "до письменного объяснения полёта 21 ноября");
      if (line.offers().isEmpty()) {
        line.put(Samples.offer());
      }
      line.put(SampleChannel.counterOffer("South restores the Alpine zone first."));
      line.channelWords.addAll(SampleChannel.words("до письменного объяснения"));
      line.contradictions.add(SampleChannel.contradiction("No flights at all."));
      line.reconciliation = SampleChannel.reconciliation();
      line.endedTerms.add(SampleChannel.vetoed("Too thin between drones and aircraft."));
      line.keys.addAll(keys());
    }
  }

  /** One that the terms name, one that was enrolled, and one of an officer that was revoked. */
  private static List<KeyApi.Key> keys() {
    return List.of(
        key("north", "root", null, null, null, null),
        key("north", "node", null, 17L, null, null),
        key("south", "officer", "Д. Соколова", 20L, 31L, "утерян телефон"));
  }

  private static KeyApi.Key key(
      String party,
      String purpose,
      @Nullable String officer,
      @Nullable Long enrolled,
      @Nullable Long revoked,
      @Nullable String reason) {
    return new KeyApi.Key(
        party,
        party.equals("north"),
        purpose,
        purpose.equals("node") ? "a" : null,
        officer,
        "c6fc81a9e12b195a",
        "01c6fc81a9e12b195a",
        reason == null,
        enrolled,
        revoked,
        true,
        enrolled == null ? null : Samples.NOW,
        reason,
        purpose.equals("node"));
  }

  static LineServer serve(FakeLine line, Path folder, int port) throws java.io.IOException {
    Settings settings = new Settings("127.0.0.1", port, folder.resolve("api.token"), "north", "a");
    return LineServer.start(settings, line, new NoPeers(), new Console(line), () -> "");
  }

  /** No other nodes here. */
  static final class NoPeers implements PeerEndpoints {
    @Override
    public Answer post(Call call, byte[] body) {
      return Answer.empty(404);
    }

    @Override
    public Answer file(Log log, String path) {
      return Answer.empty(404);
    }
  }
}
