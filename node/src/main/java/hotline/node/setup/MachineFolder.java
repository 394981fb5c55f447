package hotline.node.setup;

import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.keys.LogKeys;
import hotline.node.tls.TlsIdentity;
import hotline.record.disk.AtomicFiles;
import hotline.record.disk.FileDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data folder of another machine of the host, made from the one of its desk: the keys of both
 * logs, the authority of the machines' certificates, which line it is, and who its parties are.
 * Whoever reads it can sign checkpoints, and nothing that the party says.
 */
public final class MachineFolder {
  private MachineFolder() {}

  /**
   * Makes the folder, which must not be there.
   *
   * @param desk the settings of the desk's node
   * @param own this party's own party file, signed
   * @param name what the machine is called in the party, as a node is
   * @param listen where the other parties' nodes reach it, {@code host:port}
   * @param machineListen where the other machines reach it, {@code host:port}
   */
  public static void make(
      NodeConfig desk, byte[] own, Path folder, String name, String listen, String machineListen)
      throws IOException {
    if (Files.exists(folder)) {
      throw new IOException(folder + " is there already; give another with --out DIR.");
    }
    if (!desk.isHost()) {
      throw new IOException(desk.hostParty() + " hosts this line, not " + desk.party() + ".");
    }
    if (name.equals(desk.node())) {
      throw new IOException("The desk's node is called " + name + "; give another name.");
    }
    Path data = desk.data();
    LineFolder line = new LineFolder(data);
    if (line.genesis().isEmpty()) {
      throw new IOException(data + " has no line yet: found or join one first.");
    }
    NodeConfigFile settings = settings(desk, name, listen, machineListen);
    var _ = settings.complete(folder);
    Files.createDirectories(folder);
    LogKeys.copy(data.resolve("keys"), folder.resolve("keys"));
    TlsIdentity.copyAuthority(data, folder);
    LineFolder there = new LineFolder(folder);
    for (byte[] file : line.files()) {
      var _ = there.add(file);
    }
    var _ = there.add(own);
    AtomicFiles files = new AtomicFiles(FileDisk.create(folder));
    files.clean();
    files.replace(LineFolder.GENESIS, Files.readAllBytes(data.resolve(LineFolder.GENESIS)));
    settings.writeIfAbsent(folder);
  }

  private static NodeConfigFile settings(
      NodeConfig desk, String name, String listen, String machineListen) {
    Map<String, String> peers = new TreeMap<>();
    desk.peers()
        .forEach((party, all) ->
            peers.put(party, String.join(" ", all.stream().map(Object::toString).toList())));
    return new NodeConfigFile(
        desk.party(),
        name,
        null,
        desk.party(),
        null,
        peers.isEmpty() ? null : peers,
        null,
        null,
        null,
        null,
        listen,
        null,
        null,
        null,
        null,
        null,
        machineListen,
        true,
        null);
  }
}
