package hotline.node.web;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Under which names the page is: a request that was meant for another is refused.
 *
 * @param scheme {@code http} or {@code https}
 * @param hosts as they stand in an address, IPv6 in brackets
 * @param first the one in links
 */
record Site(String scheme, Set<String> hosts, String first) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Of a server that listens on {@code address}. */
  static Site of(Settings settings, InetAddress address) {
    boolean six = address instanceof java.net.Inet6Address;
    Settings.Secured secured = settings.secured();
    if (secured == null) {
      return new Site("http", LOOPBACK, six ? "[::1]" : "127.0.0.1");
    }
    Set<String> hosts = new LinkedHashSet<>();
    secured.hosts().forEach(host -> hosts.add(inAddress(host)));
    String first = address.isAnyLocalAddress() ? "127.0.0.1" : inAddress(settings.host());
    return new Site("https", hosts, first);
  }

  private static String inAddress(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  boolean isSecured() {
    return scheme.equals("https");
  }

  /** Whether a {@code Host} header names this site on this port. */
  boolean isHere(String host, int port) {
    String end = ":" + port;
    return host.endsWith(end) && hosts.contains(host.substring(0, host.length() - end.length()));
  }
}
