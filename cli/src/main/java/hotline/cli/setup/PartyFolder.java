package hotline.cli.setup;

import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Genesis;
import hotline.node.Listen;
import hotline.node.NodeConfig;
import hotline.node.keys.KeyFiles;
import hotline.node.keys.PartyKeys;
import hotline.node.setup.LineFolder;
import hotline.node.store.DataLock;
import hotline.node.tls.TlsIdentity;
import hotline.record.signature.PublicKey;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A party's data folder before its node runs: keys, the others' party files, the line. */
public final class PartyFolder {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> EVERYWHERE = List.of("0.0.0.0", "::");

  private final NodeConfig config;
  private final PartyKeys keys;
  private final LineFolder folder;

  private PartyFolder(NodeConfig config, PartyKeys keys, LineFolder folder) {
    this.config = config;
    this.keys = keys;
    this.folder = folder;
  }

  /** Opens the folder of these settings; makes the party's keys, for their owner alone, if new. */
  public static PartyFolder open(NodeConfig config) throws IOException {
    Path data = config.data();
    PartyKeys keys = PartyKeys.open(data.resolve("keys"), RANDOM);
    var _ = TlsIdentity.authority(data, config.party(), InstantSource.system(), RANDOM);
    return new PartyFolder(config, keys, new LineFolder(data));
  }

  /** Where it lies. */
  public Path data() {
    return config.data();
  }

  /**
   * The settings with an address for every party whose file named one, where the settings name
   * none: urgent messages go straight to each, and the host has to reach all to confirm anything.
   */
  public NodeConfig settings() throws IOException {
    Map<String, List<URI>> peers = new TreeMap<>(config.peers());
    for (PartyFile file : folder.parties().values()) {
      List<URI> callable = callable(file);
      if (!callable.isEmpty()) {
        peers.putIfAbsent(file.party(), callable);
      }
    }
    return config.withPeers(peers);
  }

  /** The addresses that a node can call: over TLS, or in clear on this machine. */
  private static List<URI> callable(PartyFile file) {
    List<URI> callable = new ArrayList<>();
    for (String url : file.urls()) {
      try {
        URI address = new URI(url);
        String host = address.getHost();
        boolean secured = "https".equals(address.getScheme());
        if (host != null && address.getPort() > 0 && (secured || NodeConfig.isLoopback(host))) {
          callable.add(address);
        }
      } catch (URISyntaxException notOne) {
        // The next may be one; without any the node says that it has none.
      }
    }
    return callable.stream().limit(NodeConfig.ADDRESSES_MAX).toList();
  }

  /**
   * This party's own file, for the others.
   *
   * @param addresses where its node is reached; if there are none, where the settings let it
   *     listen, unless its port is left open: then the others learn no address
   */
  public Exported export(List<String> addresses) throws IOException {
    PartyFile own = own(addresses.isEmpty() ? listening() : addresses);
    return new Exported(
        LineFolder.export(own, keys, InstantSource.system(), RANDOM), Known.of(own, true));
  }

  private List<String> listening() {
    Listen door = config.tls().peers();
    if (door == null) {
      return config.port() == 0
          ? List.of()
          : List.of("http://" + config.host() + ":" + config.port());
    }
    List<String> hosts = config.tls().addresses();
    if (hosts.isEmpty() && !EVERYWHERE.contains(door.host())) {
      hosts = List.of(door.host());
    }
    return door.port() == 0
        ? List.of()
        : hosts.stream()
            .map(host ->
                "https://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + door.port())
            .toList();
  }

  /** New keys for a party that has lost all but its root key; the node's, to be enrolled. */
  public static PublicKey renew(NodeConfig config, Path root) throws IOException {
    Path keys = config.data().resolve("keys");
    return PartyKeys.renew(keys, KeyFiles.rootIn(root).publicKey(), RANDOM).node().publicKey();
  }

  /** A new key for this node, to be enrolled; beside the one that it signs with. */
  public PublicKey nextKey() throws IOException {
    return keyFiles().next(RANDOM);
  }

  /** Puts the new key in the place of the old; refused while the node runs. */
  public PublicKey useNextKey() throws IOException {
    try (DataLock _ = DataLock.take(config.data())) {
      return keyFiles().useNext();
    }
  }

  /** Takes the root key away, into a file elsewhere. */
  public PublicKey takeRootAway(Path to) throws IOException {
    return keyFiles().takeRootAway(to);
  }

  private KeyFiles keyFiles() {
    return new KeyFiles(config.data().resolve("keys"));
  }

  /** What this party says of itself. */
  public PartyFile own() throws IOException {
    return own(listening());
  }

  private PartyFile own(List<String> addresses) throws IOException {
    return LineFolder.own(
        config,
        keys,
        addresses,
        Optional.of(
            TlsIdentity.authority(config.data(), config.party(), InstantSource.system(), RANDOM)));
  }

  /** Takes in another party's file; its fingerprint is for two people to compare. */
  public PartyFile add(byte[] file) throws IOException {
    return folder.add(file);
  }

  /** This party's own fingerprint and those of the files taken in, by party. */
  public List<Known> known() throws IOException {
    List<Known> known = new ArrayList<>();
    known.add(Known.of(own(), true));
    for (PartyFile file : folder.parties().values()) {
      known.add(Known.of(file, false));
    }
    return known;
  }

  /** The party files of all parties, this one's among them. */
  public Map<String, PartyFile> parties() throws IOException {
    Map<String, PartyFile> all = folder.parties();
    all.put(config.party(), own());
    return all;
  }

  /** Founds a line of all parties known here. */
  public Genesis found(String name) throws IOException {
    return folder.found(name, own(), RANDOM);
  }

  /** Joins the line with this genesis. */
  public Genesis join(byte[] genesis) throws IOException {
    return folder.join(genesis, own());
  }

  /** Joins the line with this genesis as a guest: an observer, or a witness. */
  public Genesis visit(byte[] genesis) throws IOException {
    return folder.visit(genesis, own());
  }

  /** The party files of the line's parties; of all that are known, before there is a line. */
  public Map<String, PartyFile> founders() throws IOException {
    Map<String, PartyFile> all = parties();
    Optional<Genesis> line = genesis();
    line.ifPresent(genesis -> all.keySet().retainAll(genesis.parties()));
    return all;
  }

  /** The line of this folder, if it has one. */
  public Optional<Genesis> genesis() throws IOException {
    return folder.genesis();
  }

  /** A party file, and what it says. */
  @SuppressWarnings("ArrayRecordComponent") // made here, and only written to a file
  public record Exported(byte[] file, Known known) {}

  /**
   * A party as it is known here.
   *
   * @param fingerprint of its root key, to be compared by voice
   * @param secured whether its nodes can be called over TLS: its file names an authority
   */
  public record Known(
      String party,
      boolean own,
      String fingerprint,
      List<String> posts,
      List<String> urls,
      boolean secured) {
    static Known of(PartyFile file, boolean own) {
      return new Known(
          file.party(),
          own,
          LineFolder.fingerprint(file.root()),
          file.posts(),
          file.urls(),
          file.authority().isPresent());
    }
  }
}
