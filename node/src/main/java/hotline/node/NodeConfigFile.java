package hotline.node;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param follow the address of the host's node; absent where this node is the host
 * @param host the party that hosts; this one if absent
 * @param tls whether the page and the API speak TLS
 * @param peerListen {@code host:port}
 * @param addresses this machine's names and numbers, as others know them
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
    @Nullable List<String> addresses) {
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
    this(party, node, listen, host, follow, peers, posts, officer, mode, null, null, null);
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
        addresses == null ? under.addresses : addresses);
  }

  /** The settings with every default filled in; refuses in one sentence what cannot be run. */
  public NodeConfig complete(Path data) {
    if (party == null) {
      throw new IllegalArgumentException("party: say whose node this is");
    }
    Map<String, URI> others = new LinkedHashMap<>();
    Objects.requireNonNullElse(peers, Map.<String, String>of())
        .forEach((name, address) -> others.put(name, uri("peers", address)));
    String hosting = Objects.requireNonNullElse(host, party);
    if (follow != null) {
      if (hosting.equals(party)) {
        throw new IllegalArgumentException("follow: name the party that hosts, as host");
      }
      others.put(hosting, uri("follow", follow));
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
            Objects.requireNonNullElse(addresses, List.of())));
  }

  private static URI uri(String key, String text) {
    try {
      return URI.create(text);
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
        "The host's node, if that is not us.");
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

  private static String quoted(String text) {
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
