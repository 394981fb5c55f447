package hotline.node;

/**
 * An address to listen on.
 *
 * @param host a name or number; {@code 0.0.0.0} for all of the machine
 * @param port 0 takes a free one
 */
public record Listen(String host, int port) {
  /** Refuses what is no port. */
  public Listen {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
  }

  /**
   * The address in {@code host:port}; the port may be left out.
   *
   * @throws IllegalArgumentException naming {@code key} if it is none
   */
  public static Listen parse(String key, String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    try {
      return new Listen(bare(host), colon < 0 ? 0 : Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(key + ": not host:port: " + text, wrong);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(key + ": " + wrong.getMessage(), wrong);
    }
  }

  /** Without the brackets in which an IPv6 address stands before a port. */
  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
