package hotline.node.tls;

import hotline.line.disclosure.TlsAuthority;
import hotline.node.keys.SecretFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who this node is to others: its party's authority, and a key with a certificate from it. Files in
 * {@code DATA/tls}: {@code ca.key} and {@code ca.crt} are made once, {@code node.pem} again
 * whenever the certificate nears its end, with no restart. Safe for many threads.
 */
public final class TlsIdentity {
  /** The folder in a node's data. */
  public static final String FOLDER = "tls";

  /** The certificate of the party's authority, in the folder: nothing secret. */
  public static final String AUTHORITY = "ca.crt";

  private static final Logger LOG = LoggerFactory.getLogger(TlsIdentity.class);
  private static final String AUTHORITY_KEY = "ca.key";

  /** This node's key and certificate, in the folder. */
  static final String NODE = "node.pem";

  private static final Integer DNS = 2;
  private static final Integer IP = 7;

  private final Path folder;
  private final Kind kind;
  private final NodeName name;
  private final Set<String> hosts;
  private final Certificates.Authority authority;
  private final InstantSource clock;
  private final SecureRandom random;

  /** Guarded by this. */
  private Credential current;

  /** What a connection that is being made may still use. Guarded by this. */
  private @Nullable Credential previous;

  /** A key and its certificate; {@code alias} tells it from the one before. */
  record Credential(String alias, PrivateKey key, X509Certificate certificate) {
    Instant renewAt() {
      return certificate.getNotAfter().toInstant().minus(Certificates.RENEW_BEFORE);
    }
  }

  /** What a certificate is for. */
  private enum Kind {
    /** To speak with other parties and browsers. */
    NODE(TlsIdentity.NODE, NodeName.NODE_SCHEME),
    /** To speak with the other machines of the host. */
    MACHINE("machine.pem", NodeName.MACHINE_SCHEME);

    private final String file;
    private final String scheme;

    Kind(String file, String scheme) {
      this.file = file;
      this.scheme = scheme;
    }
  }

  private TlsIdentity(
      Path folder,
      Kind kind,
      NodeName name,
      Set<String> hosts,
      Certificates.Authority authority,
      InstantSource clock,
      SecureRandom random)
      throws IOException {
    this.folder = folder;
    this.kind = kind;
    this.name = name;
    this.hosts = Set.copyOf(hosts);
    this.authority = authority;
    this.clock = clock;
    this.random = random;
    Path file = folder.resolve(kind.file);
    Credential kept =
        Files.exists(file) ? credential(TlsFiles.key(file), TlsFiles.certificate(file)) : null;
    this.current = kept != null && isGood(kept) ? kept : renewed();
  }

  /**
   * The party's authority in {@code data}, made if there is none yet.
   *
   * @throws IOException if a file of it is missing or cannot be used
   */
  public static TlsAuthority authority(
      Path data, String party, InstantSource clock, SecureRandom random) throws IOException {
    return TlsAuthority.of(
        TlsFiles.der(openAuthority(data.resolve(FOLDER), party, clock, random).certificate()));
  }

  /**
   * The identity of a node in {@code data}; whatever of it is not there yet is made.
   *
   * @param hosts names and addresses under which browsers reach the node
   */
  public static TlsIdentity open(
      Path data, NodeName name, Collection<String> hosts, InstantSource clock, SecureRandom random)
      throws IOException {
    Path folder = data.resolve(FOLDER);
    Certificates.Authority authority = openAuthority(folder, name.party(), clock, random);
    return new TlsIdentity(folder, Kind.NODE, name, new TreeSet<>(hosts), authority, clock, random);
  }

  /** The identity of a machine of the host in {@code data}, towards the others of its group. */
  static TlsIdentity ofMachine(Path data, NodeName name, InstantSource clock, SecureRandom random)
      throws IOException {
    Path folder = data.resolve(FOLDER);
    Certificates.Authority authority = openAuthority(folder, name.party(), clock, random);
    return new TlsIdentity(folder, Kind.MACHINE, name, Set.of(), authority, clock, random);
  }

  /** Copies the party's authority, with its key, to the folder of another of its machines. */
  public static void copyAuthority(Path from, Path to) throws IOException {
    Path source = from.resolve(FOLDER);
    Path draft = to.resolve(FOLDER + ".new");
    SecretFiles.emptyFolder(draft);
    for (String file : List.of(AUTHORITY_KEY, AUTHORITY)) {
      SecretFiles.write(draft.resolve(file), Files.readString(source.resolve(file)));
    }
    Files.setPosixFilePermissions(
        draft.resolve(AUTHORITY), PosixFilePermissions.fromString("rw-r--r--"));
    SecretFiles.settle(draft, to.resolve(FOLDER));
  }

  /** The party's authority with its key, to make a certificate of. */
  static Certificates.Authority openAuthority(
      Path folder, String party, InstantSource clock, SecureRandom random) throws IOException {
    if (!Files.exists(folder)) {
      make(folder, party, clock, random);
    }
    return new Certificates.Authority(
        TlsFiles.key(folder.resolve(AUTHORITY_KEY)),
        TlsFiles.certificate(folder.resolve(AUTHORITY)));
  }

  /** Key and certificate, or neither. */
  private static void make(Path folder, String party, InstantSource clock, SecureRandom random)
      throws IOException {
    Path draft = folder.resolveSibling(FOLDER + ".new");
    Files.createDirectories(folder.toAbsolutePath().resolveSibling(""));
    SecretFiles.emptyFolder(draft);
    KeyPair keys = Certificates.keyPair(random);
    SecretFiles.write(draft.resolve(AUTHORITY_KEY), TlsFiles.text(keys.getPrivate()));
    SecretFiles.write(
        draft.resolve(AUTHORITY),
        TlsFiles.text(Certificates.authority(party, keys, clock.instant(), random)));
    Files.setPosixFilePermissions(
        draft.resolve(AUTHORITY), PosixFilePermissions.fromString("rw-r--r--"));
    SecretFiles.settle(draft, folder);
  }

  private static Credential credential(PrivateKey key, X509Certificate certificate) {
    return new Credential("node-" + certificate.getSerialNumber().toString(16), key, certificate);
  }

  private boolean isGood(Credential kept) {
    Instant now = clock.instant();
    return now.isBefore(kept.renewAt())
        && !now.isBefore(kept.certificate().getNotBefore().toInstant())
        && NodeName.of(kept.certificate(), kind.scheme).filter(name::equals).isPresent()
        && hosts(kept.certificate()).equals(normal(hosts))
        && isIssued(kept.certificate());
  }

  private boolean isIssued(X509Certificate certificate) {
    try {
      certificate.verify(authority.certificate().getPublicKey());
      return true;
    } catch (GeneralSecurityException another) {
      return false;
    }
  }

  private static Set<String> hosts(X509Certificate certificate) {
    Set<String> found = new HashSet<>();
    try {
      Collection<List<?>> names =
          Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
      for (List<?> name : names) {
        if (name.getFirst().equals(DNS) || name.getFirst().equals(IP)) {
          found.add(String.valueOf(name.get(1)));
        }
      }
    } catch (CertificateParsingException malformed) {
      return Set.of();
    }
    return normal(found);
  }

  /** Addresses of one form: there are several ways to write one of IPv6. */
  private static Set<String> normal(Set<String> hosts) {
    Set<String> all = new HashSet<>();
    for (String host : hosts) {
      try {
        boolean isNumber = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        all.add(isNumber ? InetAddress.getByName(host).getHostAddress() : host);
      } catch (UnknownHostException noNumber) {
        all.add(host);
      }
    }
    return all;
  }

  private Credential renewed() throws IOException {
    KeyPair keys = Certificates.keyPair(random);
    X509Certificate certificate =
        switch (kind) {
          case NODE ->
              Certificates.node(name, hosts, keys.getPublic(), authority, clock.instant(), random);
          case MACHINE ->
              Certificates.machine(
                  name,
                  keys.getPublic(),
                  authority,
                  clock.instant(),
                  Certificates.NODE_LIFE,
                  random);
        };
    SecretFiles.replace(
        folder.resolve(kind.file), TlsFiles.text(keys.getPrivate()) + TlsFiles.text(certificate));
    LOG.atInfo()
        .addKeyValue("ends", certificate.getNotAfter().toInstant())
        .log("a new TLS certificate of this node");
    return credential(keys.getPrivate(), certificate);
  }

  /** What to show now; renewed if it is time. A disk that fails puts it off to the next call. */
  synchronized Credential current() {
    if (!clock.instant().isBefore(current.renewAt())) {
      try {
        Credential next = renewed();
        previous = current;
        current = next;
      } catch (IOException failed) {
        LOG.atError().setCause(failed).log("this node's TLS certificate could not be renewed");
      }
    }
    return current;
  }

  /** What was shown under this alias. */
  synchronized @Nullable Credential find(String alias) {
    if (current.alias().equals(alias)) {
      return current;
    }
    Credential before = previous;
    return before != null && before.alias().equals(alias) ? before : null;
  }

  /** The party's authority. */
  X509Certificate authority() {
    return authority.certificate();
  }

  /** Whose node this is. */
  String party() {
    return name.party();
  }
}
