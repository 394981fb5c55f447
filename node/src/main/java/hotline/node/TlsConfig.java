package hotline.node;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a node speaks TLS.
 *
 * @param pages whether the page and the API do; they have to, beyond loopback
 * @param peers where the other parties' nodes come in, over mutual TLS; {@code null}: where the
 *     page is, in clear, on loopback
 * @param addresses names and numbers of this machine as others know it: they stand in the
 *     certificate, and the page answers to them
 * @param machines where the other machines of the host come in, if there may be any
 */
public record TlsConfig(
    boolean pages, @Nullable Listen peers, List<String> addresses, @Nullable Machines machines) {
  /**
   * This machine among those of the host.
   *
   * @param listen the very address and port by which the others reach it
   * @param joins whether it waits to be added to a group that is there already
   */
  public record Machines(Listen listen, boolean joins) {
    /** Refuses what the others cannot be told. */
    public Machines {
      if (listen.port() == 0 || listen.host().equals("0.0.0.0") || listen.host().equals("::")) {
        throw new IllegalArgumentException(
            "machine-listen: give the one address and port by which the host's other machines"
                + " reach this one");
      }
    }
  }

  /** Of a node that is alone. */
  public TlsConfig(boolean pages, @Nullable Listen peers, List<String> addresses) {
    this(pages, peers, addresses, null);
  }

  /** None: one port, in clear, on loopback. */
  public static final TlsConfig NONE = new TlsConfig(false, null, List.of());

  private static final int ADDRESSES_MAX = 16;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?|[0-9a-fA-F]*:[0-9a-fA-F:.]{1,60}");

  /** Refuses, in one sentence, what cannot stand. */
  public TlsConfig {
    if (pages && peers == null) {
      throw new IllegalArgumentException(
          "tls: say where the other parties' nodes come in, as peer-listen (--peer-listen"
              + " HOST:PORT); the page's port is not for them");
    }
    if (addresses.size() > ADDRESSES_MAX) {
      throw new IllegalArgumentException("addresses: at most " + ADDRESSES_MAX);
    }
    for (String address : addresses) {
      if (!ADDRESS.matcher(address).matches()) {
        throw new IllegalArgumentException(
            "addresses: “" + address + "” is no name or number of a machine, without a port");
      }
    }
    addresses = List.copyOf(addresses);
  }
}
