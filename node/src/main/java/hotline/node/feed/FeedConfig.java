package hotline.node.feed;

import hotline.record.cbor.Names;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One source of traffic, as it is set.
 *
 * @param name of this feed, in this node
 * @param kind what comes by it
 * @param at {@code host:port} for {@code sbs} and {@code beast}; the address and port to listen on
 *     for {@code cat062} and {@code cat021}, a multicast group is joined; the URL of {@code
 *     aircraft-json}; the file of {@code csv} and {@code pcap}
 * @param network of a multicast group, the interface to join it on; null: the system's choice
 * @param speed of a recording, how many times as fast as it was recorded, 1 to {@link #SPEED_MAX}
 * @param start whether it starts with the node
 */
public record FeedConfig(
    String name, Kind kind, String at, @Nullable String network, int speed, boolean start) {
  /** A faster replay would outrun the watch. */
  public static final int SPEED_MAX = 20;

  /** More sources than any desk has. */
  public static final int FEEDS_MAX = 16;

  private static final int AT_MAX = 500;

  /** What comes by a feed. */
  public enum Kind {
    /** BaseStation lines over TCP. */
    SBS,
    /** Beast frames over TCP. */
    BEAST,
    /** System tracks over UDP. */
    CAT062,
    /** ADS-B reports over UDP. */
    CAT021,
    /** The file of readsb or dump1090, asked for once a second. */
    AIRCRAFT_JSON,
    /** A recording as text. */
    CSV,
    /** A recording of ASTERIX datagrams. */
    PCAP;

    /** As it is written in the settings. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a recording. */
    public boolean isRecorded() {
      return this == CSV || this == PCAP;
    }

    /** The kind that is written so; refuses others and names them all. */
    public static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "kind: “"
                      + word
                      + "” is none of "
                      + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "))));
    }
  }

  /** Refuses, in one sentence, what cannot be read from. */
  public FeedConfig {
    require(Names.isName(name), name, "no name: a letter, then up to 30 of a-z 0-9 -");
    require(!at.isBlank() && at.length() <= AT_MAX, name, "at: say where it comes from");
    require(speed >= 1 && speed <= SPEED_MAX, name, "speed: 1 to " + SPEED_MAX);
    require(speed == 1 || kind.isRecorded(), name, "speed: only a recording has one");
    switch (kind) {
      case SBS, BEAST, CAT062, CAT021 -> {
        Endpoint end = Endpoint.parse(at);
        require(end != null, name, "at: not host:port: " + at);
      }
      case AIRCRAFT_JSON ->
          require(isWeb(at), name, "at: not an http:// or https:// address: " + at);
      case CSV, PCAP -> {}
    }
  }

  /**
   * A host and its port.
   *
   * @param host a name or number, without brackets
   */
  record Endpoint(String host, int port) {
    /** The endpoint in {@code host:port}; null if there is none. */
    static @Nullable Endpoint parse(String text) {
      int colon = text.lastIndexOf(':');
      String host = colon < 1 ? "" : text.substring(0, colon);
      String port = text.substring(colon + 1);
      if (host.startsWith("[") && host.endsWith("]")) {
        host = host.substring(1, host.length() - 1);
      }
      boolean whole = !host.isBlank() && port.matches("[0-9]{1,5}");
      return whole && Integer.parseInt(port) <= 65_535
          ? new Endpoint(host, Integer.parseInt(port))
          : null;
    }
  }

  /** Where it connects to or listens. */
  Endpoint endpoint() {
    Endpoint end = Endpoint.parse(at);
    if (end == null) {
      throw new IllegalStateException("checked when it was made");
    }
    return end;
  }

  private static boolean isWeb(String text) {
    try {
      URI uri = URI.create(text);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException wrong) {
      return false;
    }
  }

  private static void require(boolean holds, String name, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException("feeds: " + name + ": " + sentence);
    }
  }
}
