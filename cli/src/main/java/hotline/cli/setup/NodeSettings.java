package hotline.cli.setup;

import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * A flag for every key of a node's settings; a flag stands before the file, the file before the
 * default.
 */
public final class NodeSettings {
  @Option(names = "--party", paramLabel = "NAME", description = "Whose node this is.")
  private @Nullable String party;

  @Option(names = "--node-name", paramLabel = "NAME", description = "Its name in the party (a).")
  private @Nullable String node;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Where the page and the API are; port 0 takes a free one. Only loopback, without --tls.")
  private @Nullable String listen;

  @Option(names = "--tls", description = "The page and the API speak TLS; needs --peer-listen.")
  private @Nullable Boolean tls;

  @Option(
      names = "--peer-listen",
      paramLabel = "HOST:PORT",
      description =
          "Where the others' nodes come in, over mutual TLS (where the page is, in clear).")
  private @Nullable String peerListen;

  @Option(
      names = "--address",
      paramLabel = "NAME",
      description = "This machine as others know it, name or number; may be repeated.")
  private @Nullable List<String> addresses;

  @Option(
      names = "--host",
      paramLabel = "PARTY",
      description = "Who hosts the record (this party).")
  private @Nullable String host;

  @Option(
      names = "--follow",
      paramLabel = "URL",
      description = "The host's node, if not this one; all its machines in one text, with spaces.")
  private @Nullable String follow;

  @Option(
      names = "--peer",
      paramLabel = "PARTY=URL",
      description = "Where another party's node is; may be repeated.")
  private @Nullable Map<String, String> peers;

  @Option(
      names = "--machine-listen",
      paramLabel = "HOST:PORT",
      description = "Where the host's other machines reach this one (it is alone).")
  private @Nullable String machineListen;

  @Option(
      names = "--machine-joins",
      description = "This machine waits to be added to the host's other machines.")
  private @Nullable Boolean machineJoins;

  @Option(names = "--post", paramLabel = "NAME", description = "A desk of this party (duty).")
  private @Nullable List<String> posts;

  @Option(
      names = "--officer",
      paramLabel = "LABEL",
      description = "Who accepts when nobody has the watch.")
  private @Nullable String officer;

  @Option(names = "--mode", paramLabel = "MODE", description = "live, exercise or test (live).")
  private @Nullable String mode;

  /**
   * The settings for a node on {@code data}: these flags, then its file, then the defaults. Writes
   * the file, with a comment to every key, if there is none.
   *
   * @throws IOException with one sentence if they cannot be run
   */
  public NodeConfig complete(Path data) throws IOException {
    NodeConfigFile all =
        new NodeConfigFile(
                party,
                node,
                listen,
                host,
                follow,
                peers,
                posts,
                officer,
                mode,
                tls,
                peerListen,
                addresses,
                null,
                null,
                null,
                null,
                machineListen,
                machineJoins,
                null)
            .over(NodeConfigFile.in(data));
    NodeConfig config;
    try {
      config = all.complete(data);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
    Files.createDirectories(data);
    all.writeIfAbsent(data);
    return config;
  }
}
