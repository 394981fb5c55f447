package hotline.node.tls;

import hotline.line.disclosure.PartyFile;
import hotline.line.disclosure.TlsAuthority;
import hotline.node.setup.LineFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which certificate is which party's. Each party is believed by its own authority alone, the one in
 * the party file that was taken in last; a file that is taken in while the node runs counts within
 * two seconds, also for connections that are open already. Safe for many threads.
 */
public final class PartyTrust {
  private static final Logger LOG = LoggerFactory.getLogger(PartyTrust.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int KNOWN_MAX = 256;

  /** How the sentence begins that says that a party's file is too old, or missing. */
  static final String NO_AUTHORITY = "No TLS authority of ";

  /** Used where no handshake says how the key is used; the JDK takes it for TLS 1.3. */
  private static final String ANY_USE = "UNKNOWN";

  private final LineFolder folder;
  private final String own;
  private final X509Certificate ownAuthority;
  private final InstantSource clock;

  /** Guarded by this. */
  private Map<String, X509Certificate> authorities = Map.of();

  /** What {@link #authorities} were read from. Guarded by this. */
  private String mark = "";

  /** Guarded by this. */
  private long nextLookNs = System.nanoTime();

  /**
   * Certificates found good, with the authority that issued them, oldest first. Guarded by this.
   */
  private final Map<X509Certificate, X509Certificate> known = new LinkedHashMap<>();

  /** By the party files in {@code data}, and the own authority for the own party. */
  PartyTrust(Path data, String own, X509Certificate ownAuthority, InstantSource clock) {
    this.folder = new LineFolder(data);
    this.own = own;
    this.ownAuthority = ownAuthority;
    this.clock = clock;
  }

  /** The authority of a party, if its file names one. */
  synchronized Optional<X509Certificate> authority(String party) {
    if (party.equals(own)) {
      return Optional.of(ownAuthority);
    }
    if (nextLookNs - System.nanoTime() <= 0) {
      look();
      nextLookNs = System.nanoTime() + LOOK_EVERY.toNanos();
    }
    return Optional.ofNullable(authorities.get(party));
  }

  private void look() {
    try {
      String now = folder.partiesMark();
      if (now.equals(mark)) {
        return;
      }
      Map<String, X509Certificate> found = new HashMap<>();
      for (PartyFile file : folder.parties().values()) {
        Optional<TlsAuthority> named = file.authority();
        if (named.isPresent()) {
          found.put(file.party(), TlsFiles.parse(named.get().der()));
        }
      }
      authorities = Map.copyOf(found);
      known.clear();
      mark = now;
    } catch (IOException | CertificateException unread) {
      LOG.atError().setCause(unread).log("the party files cannot be read; the ones before count");
    }
  }

  /** What is to be done about a party without an authority. */
  static String noAuthority(String party) {
    return NO_AUTHORITY
        + party
        + " is known here: take in its newest party file (hotline party add).";
  }

  /** Who asks to be answered. */
  enum Side {
    /** The one that was called. */
    SERVER,
    /** The one that calls. */
    CLIENT
  }

  /** The node that a chain proves; refuses the chain if it is not one of {@code party}'s. */
  NodeName server(String party, X509Certificate[] chain, String use) throws Untrusted {
    X509Certificate authority =
        authority(party).orElseThrow(() -> new Untrusted(party, false, noAuthority(party)));
    NodeName name = named(chain);
    if (!name.party().equals(party)) {
      throw new Untrusted(
          party,
          false,
          "At the address of "
              + party
              + " answers a node of "
              + name.party()
              + ": the address is wrong, or somebody is in between.");
    }
    check(name, authority, chain, use, Side.SERVER);
    return name;
  }

  /** The same, of whichever party answers. */
  NodeName anyServer(X509Certificate[] chain, String use) throws Untrusted {
    return server(named(chain).party(), chain, use);
  }

  /** The node that calls; refuses the chain if it is not one of a party whose file is here. */
  NodeName client(X509Certificate[] chain, String use) throws Untrusted {
    NodeName name = named(chain);
    X509Certificate authority =
        authority(name.party())
            .orElseThrow(() ->
                new Untrusted(
                    name.party(),
                    false,
                    "A caller says that it is " + name.party() + ", which is no party here."));
    synchronized (this) {
      if (authority.equals(known.get(chain[0])) && isInTime(chain[0])) {
        return name;
      }
    }
    check(name, authority, chain, use, Side.CLIENT);
    synchronized (this) {
      if (known.size() >= KNOWN_MAX) {
        known.remove(known.keySet().iterator().next());
      }
      known.put(chain[0], authority);
    }
    return name;
  }

  /**
   * The node at the other end of a connection that was accepted before: it may have been replaced
   * or have run out since.
   */
  public NodeName caller(X509Certificate certificate) throws Untrusted {
    return client(new X509Certificate[] {certificate}, ANY_USE);
  }

  private boolean isInTime(X509Certificate certificate) {
    Instant now = clock.instant();
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  private static NodeName named(X509Certificate[] chain) throws Untrusted {
    if (chain.length == 0) {
      throw new Untrusted("", false, "No certificate was shown.");
    }
    return NodeName.of(chain[0])
        .orElseThrow(() ->
            new Untrusted("", false, "The certificate that was shown names no party's node."));
  }

  private void check(
      NodeName name, X509Certificate authority, X509Certificate[] chain, String use, Side side)
      throws Untrusted {
    Instant now = clock.instant();
    try {
      verify(authority, chain, use, side, now);
      return;
    } catch (GeneralSecurityException refused) {
      LOG.atDebug().setCause(refused).log("a certificate of {} is refused", name.uri());
    }
    Instant start = chain[0].getNotBefore().toInstant();
    Instant end = chain[0].getNotAfter().toInstant();
    String whose = name.party() + "'s certificate";
    String clocks = " Compare its clock with ours, and start its node again.";
    if (now.isAfter(end) && holdsAt(authority, chain, use, side, end)) {
      throw new Untrusted(
          name.party(), true, whose + " has expired: it was good until " + end + "." + clocks);
    }
    if (now.isBefore(start) && holdsAt(authority, chain, use, side, start)) {
      throw new Untrusted(
          name.party(), true, whose + " is not valid before " + start + "." + clocks);
    }
    throw new Untrusted(
        name.party(),
        false,
        whose
            + " was not issued by the TLS authority in its party file: take in its newest party"
            + " file, or somebody is in between.");
  }

  private static boolean holdsAt(
      X509Certificate authority, X509Certificate[] chain, String use, Side side, Instant then) {
    try {
      verify(authority, chain, use, side, then);
      return true;
    } catch (GeneralSecurityException refused) {
      return false;
    }
  }

  /** RFC 5280, by the JDK: path, times, key usage, with this one authority and no other. */
  static void verify(
      X509Certificate authority, X509Certificate[] chain, String use, Side side, Instant now)
      throws GeneralSecurityException {
    var parameters =
        new PKIXBuilderParameters(Set.of(new TrustAnchor(authority, null)), new X509CertSelector());
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(now));
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(new CertPathTrustManagerParameters(parameters));
    for (TrustManager each : factory.getTrustManagers()) {
      if (each instanceof X509TrustManager manager) {
        switch (side) {
          case SERVER -> manager.checkServerTrusted(chain, use);
          case CLIENT -> manager.checkClientTrusted(chain, use);
        }
        return;
      }
    }
    throw new CertificateException("this Java verifies no certificates");
  }
}
