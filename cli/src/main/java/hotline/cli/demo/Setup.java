package hotline.cli.demo;

import hotline.cli.setup.PartyFolder;
import hotline.line.disclosure.PartyFile;
import hotline.node.NodeConfigFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides' people did before the play: each made its keys, they exchanged party files,
 * North founded the line and South joined it.
 */
final class Setup {
  private static final String LINE = "Demo line";

  private final Map<String, PartyFile> parties;
  private final Map<String, String> fingerprints = new TreeMap<>();

  private Setup(PartyFolder north, PartyFolder south) throws IOException {
    this.parties = north.parties();
    for (PartyFolder.Known known : south.known()) {
      fingerprints.put(known.party(), known.fingerprint());
    }
  }

  /** Where each side's node will listen. */
  record Addresses(URI north, URI south) {
    /** On ports that were free at one moment. */
    static Addresses free() throws IOException {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      try (ServerSocket one = new ServerSocket(0, 1, loopback);
          ServerSocket other = new ServerSocket(0, 1, loopback)) {
        return new Addresses(
            URI.create("http://127.0.0.1:" + one.getLocalPort()),
            URI.create("http://127.0.0.1:" + other.getLocalPort()));
      }
    }
  }

  /** Both folders; {@code receiver}: where each has a feed from, once it is started. */
  static Setup of(Path folder, Addresses addresses, @Nullable String receiver) throws IOException {
    PartyFolder north = folder(folder, Names.NORTH, addresses, receiver);
    PartyFolder south = folder(folder, Names.SOUTH, addresses, receiver);
    north.add(south.export(List.of()).file());
    south.add(north.export(List.of()).file());
    south.join(north.found(LINE).encoded().encode());
    return new Setup(north, south);
  }

  /** A data folder with its settings, as {@code hotline up} would write them. */
  private static PartyFolder folder(
      Path folder, String party, Addresses addresses, @Nullable String receiver)
      throws IOException {
    Path data = folder.resolve(party);
    boolean hosts = party.equals(Names.NORTH);
    NodeConfigFile settings =
        new NodeConfigFile(
            party,
            null,
            (hosts ? addresses.north() : addresses.south()).getAuthority(),
            Names.NORTH,
            hosts ? null : addresses.north().toString(),
            hosts ? Map.of(Names.SOUTH, addresses.south().toString()) : null,
            List.of(Names.DUTY, Names.SUPERVISOR),
            null,
            null);
    if (receiver != null) {
      settings =
          settings.over(
              NodeConfigFile.parse(
                  "[feeds.%s]\nkind = \"sbs\"\nat = \"%s\"\nstart = false\n"
                      .formatted(TrafficChapter.FEED, receiver)));
    }
    Files.createDirectories(data);
    settings.writeIfAbsent(data);
    return PartyFolder.open(settings.complete(data));
  }

  Collection<PartyFile> parties() {
    return parties.values();
  }

  /** By party, what was compared by voice. */
  Map<String, String> fingerprints() {
    return fingerprints;
  }
}
