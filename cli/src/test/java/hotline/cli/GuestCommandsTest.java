package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.refused;
import static hotline.cli.Cli.text;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.json;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.cli.setup.PartyFolder;
import hotline.node.NodeConfigFile;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.witness.WitnessNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An observer and a witness are let in by commands, over HTTP, as people would. */
class GuestCommandsTest {
  @TempDir private Path temp;

  /** A folder with keys that has joined as a guest; what North takes in of it. */
  private Path guest(TwoParties line, String name, String listen) throws IOException {
    Path data = temp.resolve(name);
    String host = TwoParties.address(line.north);
    done(
        "party export --host north --party",
        name,
        "--data",
        data,
        "--listen",
        listen,
        "--follow",
        host,
        "--out",
        line.file(name));
    done("party add --data", data, line.file("north"));
    done("party add --data", data, line.file("south"));
    assertThat(refused("line join --data", data, line.file("genesis")).err()).contains("--guest");
    done("line join --guest --data", data, line.file("genesis"));
    done("party add --data", line.north, line.file(name));
    return data;
  }

  @Test
  void theyAreNamedByTheTermsSeenAndNotHeard() throws IOException {
    try (TwoParties line = new TwoParties(temp).start().agree()) {
      String listen = TwoParties.freeAddress();
      Path watcher = guest(line, "watcher", "127.0.0.1:0");
      Path seal = guest(line, "seal", listen);
      try (WitnessNode witness =
          WitnessNode.start(
              PartyFolder.open(NodeConfigFile.in(seal).complete(seal)).settings(),
              InstantSource.system(),
              new SecureRandom())) {
        assertThat(listen).endsWith(":" + witness.port());
        line.stop(line.north);
        line.start(line.north);
        Path next = temp.resolve("next.cbor");
        done(
            "terms change --data",
            line.north,
            "--out",
            next,
            "--observer",
            text("The watchers=" + line.file("watcher")),
            "--witness",
            text("The seal=" + line.file("seal")));
        done("terms propose --data", line.north, next);
        String hash =
            await(line.south, "terms show", all -> TwoParties.has(all, "state", "PROPOSED"))
                .get(1)
                .get("hash")
                .asString();
        done("terms sign --data", line.south, hash);
        await(
            line.north,
            "third-party guests",
            all -> all.size() == 2 && !all.get(1).get("cosigned").isNull());
        assertThat(witness.witness().size(Log.RECORD)).isPositive();
        assertThat(done("third-party guests --data", line.north).out())
            .contains("watcher", "The seal", "to entry ");
        observes(line, watcher, hash);
      }
    }
  }

  private static void observes(TwoParties line, Path watcher, String hash) throws IOException {
    line.start(watcher);
    await(
        watcher,
        "terms show",
        all -> !all.isEmpty() && all.get(0).get("hash").asString().equals(hash));
    assertThat(json(watcher, "third-party guests")).hasSize(2);
    assertThat(refused("stop --data", watcher).err())
        .contains("refused (observer-silent)", "watcher is an observer");
    assertThat(refused("message send text hello --data", watcher).err())
        .contains("observer-silent");
    assertThat(json(watcher, "status show").toString()).contains("the observer watcher");
    line.stop(watcher);
  }
}
