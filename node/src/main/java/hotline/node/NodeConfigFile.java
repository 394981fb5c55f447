package hotline.node;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The settings as a TOML file has them, all optional: those of a flag stand before those of the
 * file, and the file's before the defaults. A key that is not known is refused, so that a misspelt
 * one is not taken for its default.
 *
 * @param listen {@code host:port}
 * @param follow the addresses of the host's node, with spaces between them; absent where this node
 *     is the host
 * @param host the party that hosts; this one if absent
 * @param tls whether the page and the API speak TLS
 * @param peerListen {@code host:port}
 * @param addresses this machine's names and numbers, as others know them
 * @param witnesses plain witnesses that the host asks to cosign: address by vkey
 * @param feeds sources of live traffic, by name
 * @param separation what is watched for in it
 * @param alerts whom its alerts are told to
 * @param machineListen {@code host:port}, for the host's other machines
 * @param machineJoins whether this machine waits to be added to the host's group
 * @param conformance when an own aircraft counts as outside of its notice
 */
public record NodeConfigFile(
    @Nullable String party,
    @Nullable String node,
    @Nullable String listen,
    @Nullable String host,
    @Nullable String follow,
    @Nullable Map<String, String> peers,
    @Nullable List<String> posts,
    @Nullable String officer,
    @Nullable String mode,
    @Nullable Boolean tls,
    @JsonProperty("peer-listen") @Nullable String peerListen,
    @Nullable List<String> addresses,
    @Nullable Map<String, String> witnesses,
    @Nullable Map<String, TrafficSettings.Feed> feeds,
    TrafficSettings.@Nullable Separation separation,
    @Nullable AlertSettings alerts,
    @JsonProperty("machine-listen") @Nullable String machineListen,
    @JsonProperty("machine-joins") @Nullable Boolean machineJoins,
    TrafficSettings.@Nullable Conformance conformance) {
  /** The file's name in the data folder. */
  public static final String NAME = "hotline.toml";

  private static final TomlMapper TOML =
      TomlMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Nothing set. */
  public static final NodeConfigFile EMPTY =
      new NodeConfigFile(null, null, null, null, null, null, null, null, null);

  /** In clear. */
  public NodeConfigFile(
      @Nullable String party,
      @Nullable String node,
      @Nullable String listen,
      @Nullable String host,
      @Nullable String follow,
      @Nullable Map<String, String> peers,
      @Nullable List<String> posts,
      @Nullable String officer,
      @Nullable String mode) {
    this(
        party, node, listen, host, follow, peers, posts, officer, mode, null, null, null, null,
        null, null, null, null, null, null);
  }

  /** Reads {@code toml}; says what is wrong in one line. */
  public static NodeConfigFile parse(String toml) {
    try {
      return TOML.readValue(toml, NodeConfigFile.class);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
    }
  }

  /** The file in {@code data}, or nothing set if there is none. */
  public static NodeConfigFile in(Path data) throws IOException {
    Path file = data.resolve(NAME);
    if (!Files.exists(file)) {
      return EMPTY;
    }
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  /** These settings, and those of {@code under} where these are silent. */
  public NodeConfigFile over(NodeConfigFile under) {
    return new NodeConfigFile(
        party == null ? under.party : party,
        node == null ? under.node : node,
        listen == null ? under.listen : listen,
        host == null ? under.host : host,
        follow == null ? under.follow : follow,
        peers == null ? under.peers : peers,
        posts == null ? under.posts : posts,
        officer == null ? under.officer : officer,
        mode == null ? under.mode : mode,
        tls == null ? under.tls : tls,
        peerListen == null ? under.peerListen : peerListen,
        addresses == null ? under.addresses : addresses,
        witnesses == null ? under.witnesses : witnesses,
        feeds == null ? under.feeds : feeds,
        separation == null ? under.separation : separation,
        alerts == null ? under.alerts : alerts,
        machineListen == null ? under.machineListen : machineListen,
        machineJoins == null ? under.machineJoins : machineJoins,
        conformance == null ? under.conformance : conformance);
  }

  /** The settings with every default filled in; refuses in one sentence what cannot be run. */
  public NodeConfig complete(Path data) {
    if (party == null) {
      throw new IllegalArgumentException("party: say whose node this is");
    }
    Map<String, List<URI>> others = new LinkedHashMap<>();
    Objects.requireNonNullElse(peers, Map.<String, String>of())
        .forEach((name, address) -> others.put(name, uris("peers", address)));
    String hosting = Objects.requireNonNullElse(host, party);
    if (follow != null) {
      if (hosting.equals(party)) {
        throw new IllegalArgumentException("follow: name the party that hosts, as host");
      }
      others.put(hosting, uris("follow", follow));
    }
    Listen at = Listen.parse("listen", Objects.requireNonNullElse(listen, "127.0.0.1:0"));
    String modeName = Objects.requireNonNullElse(mode, "live");
    return new NodeConfig(
        data,
        party,
        Objects.requireNonNullElse(node, "a"),
        at.host(),
        at.port(),
        hosting,
        others,
        Objects.requireNonNullElse(posts, List.of("duty")),
        Objects.requireNonNullElse(officer, "duty officer"),
        NodeConfig.mode(modeName)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "mode: live, exercise or test, not “" + modeName + "”")),
        new TlsConfig(
            tls != null && tls,
            peerListen == null ? null : Listen.parse("peer-listen", peerListen),
            Objects.requireNonNullElse(addresses, List.of()),
            machineListen == null
                ? null
                : new TlsConfig.Machines(
                    Listen.parse("machine-listen", machineListen),
                    machineJoins != null && machineJoins)),
        Objects.requireNonNullElse(witnesses, Map.<String, String>of()).entrySet().stream()
            .map(each -> OutsideWitness.of(each.getKey(), each.getValue()))
            .toList(),
        TrafficSettings.complete(feeds, separation, conformance, alerts, data));
  }

  private static List<URI> uris(String key, String text) {
    try {
      return Arrays.stream(text.strip().split(" +", -1)).map(URI::create).toList();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(key + ": not an address: " + text, wrong);
    }
  }

  /** The file for these settings: each key with what it means, commented out where not set. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("# Settings of a Hotline node. Flags of the command line stand before them.");
    entry(lines, "party", party, "\"north\"", "Whose node this is.");
    entry(lines, "node", node, "\"a\"", "Its name in the party; stands in every statement.");
    entry(
        lines,
        "listen",
        listen,
        "\"127.0.0.1:8401\"",
        "Where the page and the API are. Beyond loopback only with tls = true: without it everybody"
            + " on the way could read along.");
    lines.add("");
    lines.add("# Whether the page and the API speak TLS, by a certificate of this party.");
    lines.add(tls == null ? "#tls = false" : "tls = " + tls);
    entry(
        lines,
        "peer-listen",
        peerListen,
        "\"0.0.0.0:8501\"",
        "Where the other parties' nodes come in, over mutual TLS. Without it they come in where the"
            + " page is, in clear, on one machine.");
    list(
        lines,
        "addresses",
        addresses,
        "[\"192.0.2.7\", \"hotline.example\"]",
        "This machine as others know it, by name or number.");
    entry(lines, "host", host, "\"north\"", "The party whose machines put statements in order.");
    entry(
        lines,
        "follow",
        follow,
        "\"https://192.0.2.7:8501\"",
        "The host's node, if that is not us; all its machines, with spaces between them.");
    entry(
        lines,
        "machine-listen",
        machineListen,
        "\"192.0.2.7:8601\"",
        "Where the host's other machines reach this one, over TLS of their own; never for other"
            + " parties.");
    lines.add("");
    lines.add("# Whether this machine waits to be added to the host's other machines.");
    lines.add(machineJoins == null ? "#machine-joins = false" : "machine-joins = " + machineJoins);
    list(lines, "posts", posts, "[\"duty\"]", "The desks at which people have the watch.");
    entry(lines, "officer", officer, "\"duty officer\"", "Who accepts when nobody has the watch.");
    entry(
        lines,
        "mode",
        mode,
        "\"live\"",
        "live, exercise or test: a drill that is taken as real is an accident.");
    lines.add("");
    lines.add("# Where the other parties' nodes are. Urgent messages go straight to each of them.");
    lines.add(peers == null ? "#[peers]" : "[peers]");
    if (peers == null) {
      lines.add("#south = \"https://192.0.2.8:8501\"");
    } else {
      peers.forEach((name, address) -> lines.add(name + " = " + quoted(address)));
    }
    lines.add("");
    lines.add("# Plain C2SP witnesses that the host asks to cosign as well: key, and address.");
    lines.add(witnesses == null ? "#[witnesses]" : "[witnesses]");
    if (witnesses == null) {
      lines.add("#\"w.example+0a1b2c3d+BASE64\" = \"https://w.example/\"");
    } else {
      witnesses.forEach((key, address) -> lines.add(quoted(key) + " = " + quoted(address)));
    }
    lines.add("");
    TrafficSettings.text(lines, feeds, separation, conformance, alerts);
    return String.join("\n", lines) + "\n";
  }

  private static void entry(
      List<String> lines, String key, @Nullable String value, String example, String meaning) {
    lines.add("");
    lines.add("# " + meaning);
    lines.add(value == null ? "#" + key + " = " + example : key + " = " + quoted(value));
  }

  private static void list(
      List<String> lines,
      String key,
      @Nullable List<String> values,
      String example,
      String meaning) {
    lines.add("");
    lines.add("# " + meaning);
    lines.add(
        values == null
            ? "#" + key + " = " + example
            : key
                + " = ["
                + String.join(", ", values.stream().map(NodeConfigFile::quoted).toList())
                + "]");
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Writes the file into {@code data} if there is none. */
  public void writeIfAbsent(Path data) throws IOException {
    Path file = data.resolve(NAME);
    if (!Files.exists(file)) {
      Files.writeString(file, text());
    }
  }
}
