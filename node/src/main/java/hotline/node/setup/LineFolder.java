package hotline.node.setup;

import hotline.line.disclosure.Nonce;
import hotline.line.disclosure.PartyFile;
import hotline.line.disclosure.TlsAuthority;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.node.NodeConfig;
import hotline.node.Times;
import hotline.node.keys.PartyKeys;
import hotline.record.cbor.Decoded;
import hotline.record.disk.AtomicFiles;
import hotline.record.disk.FileDisk;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.tiles.TileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a data folder that say which line this is and who its parties are. */
public final class LineFolder {
  /** The genesis of the line. */
  public static final String GENESIS = "genesis.cbor";

  private static final String PARTIES = "parties";
  private static final String ENDING = ".party";

  private final Path data;

  /** Of this data folder, which need not exist. */
  public LineFolder(Path data) {
    this.data = data;
  }

  /** The party file of this node's own party: what others are handed. */
  public static PartyFile own(NodeConfig config, PartyKeys keys, List<String> addresses) {
    return own(config, keys, addresses, Optional.empty());
  }

  /** The same, with the authority of this party's nodes. */
  public static PartyFile own(
      NodeConfig config, PartyKeys keys, List<String> addresses, Optional<TlsAuthority> authority) {
    return new PartyFile(
        config.party(),
        keys.root().publicKey(),
        List.of(new PartyFile.Node(config.node(), keys.node().publicKey())),
        keys.log().publicKey(),
        keys.outcome().publicKey(),
        keys.cosigner().publicKey(),
        config.posts().stream().sorted().distinct().toList(),
        addresses,
        authority);
  }

  /**
   * The own party file without TLS, signed, to be carried to the others in person.
   *
   * @throws IOException if the root key is kept elsewhere; says what to do
   */
  public static byte[] export(
      NodeConfig config,
      PartyKeys keys,
      List<String> addresses,
      InstantSource clock,
      SecureRandom random)
      throws IOException {
    return export(own(config, keys, addresses), keys, clock, random);
  }

  /**
   * The own party file, signed, to be carried to the others in person.
   *
   * @throws IOException if the root key is kept elsewhere; says what to do
   */
  public static byte[] export(
      PartyFile own, PartyKeys keys, InstantSource clock, SecureRandom random) throws IOException {
    byte[] nonce = new byte[Nonce.LENGTH];
    random.nextBytes(nonce);
    return own.sign(keys.root().read(), Nonce.of(nonce), Times.micros(clock.instant())).bytes();
  }

  /** What two people compare by voice: SHA-256 of the root key, in groups of four digits. */
  public static String fingerprint(PublicKey root) {
    return Merkle.plain(root.encoded()).hex().replaceAll("(.{4})(?!$)", "$1 ");
  }

  /**
   * Takes in another party's file, after its fingerprint was compared.
   *
   * @throws IOException if it is not one, or differs in its root key from the one known
   */
  public PartyFile add(byte[] file) throws IOException {
    PartyFile party = open("this file", file);
    PartyFile known = parties().get(party.party());
    if (known != null && !known.root().equals(party.root())) {
      throw new IOException(
          "Another root key of "
              + party.party()
              + " is known already. If that one was wrong, remove "
              + data.resolve(PARTIES).resolve(party.party() + ENDING)
              + " first.");
    }
    Files.createDirectories(data);
    replace(data.resolve(PARTIES), party.party() + ENDING, file);
    return party;
  }

  private static void replace(Path folder, String name, byte[] bytes) throws IOException {
    AtomicFiles files = new AtomicFiles(FileDisk.create(folder));
    files.clean();
    files.replace(name, bytes);
  }

  /** The parties whose files were taken in, by name. */
  public Map<String, PartyFile> parties() throws IOException {
    Map<String, PartyFile> parties = new TreeMap<>();
    Path folder = data.resolve(PARTIES);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
          PartyFile party = open(file.toString(), Files.readAllBytes(file));
          parties.put(party.party(), party);
        }
      }
    }
    return parties;
  }

  /** The files of the parties that were taken in, verbatim. */
  List<byte[]> files() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (String party : parties().keySet()) {
      all.add(Files.readAllBytes(data.resolve(PARTIES).resolve(party + ENDING)));
    }
    return all;
  }

  /** Another text as soon as a party's file is another: names, times and lengths of all. */
  public String partiesMark() throws IOException {
    Path folder = data.resolve(PARTIES);
    if (!Files.isDirectory(folder)) {
      return "none";
    }
    List<String> marks = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).sorted().toList()) {
        marks.add(file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return String.join("\n", marks);
  }

  private static PartyFile open(String name, byte[] file) throws IOException {
    return switch (PartyFile.open(file)) {
      case Decoded.Value<PartyFile>(PartyFile party) -> party;
      case Decoded.Fault<PartyFile>(String sentence) ->
          throw new IOException(name + " is not a good party file: " + sentence);
    };
  }

  /** What terms say of a party with this file. */
  public static PartyTerms terms(PartyFile party) {
    return new PartyTerms(
        party.party(),
        party.root(),
        party.nodes().stream()
            .map(node -> new PartyTerms.NodeKey(node.name(), node.key()))
            .toList(),
        party.log(),
        party.outcome(),
        party.cosigner(),
        party.posts());
  }

  /** Founds a line of {@code own} and all parties taken in, and keeps its genesis here. */
  public Genesis found(String name, PartyFile own, SecureRandom random) throws IOException {
    Map<String, PartyFile> all = parties();
    all.put(own.party(), own);
    byte[] nonce = new byte[Genesis.NONCE_BYTES];
    random.nextBytes(nonce);
    List<Genesis.Founder> founders = new ArrayList<>();
    all.forEach((party, file) -> founders.add(new Genesis.Founder(party, file.root())));
    Genesis genesis = new Genesis(name, founders, nonce);
    join(genesis.encoded().encode(), own);
    return genesis;
  }

  /**
   * Joins the line with this genesis, which another party founded.
   *
   * @throws IOException if it is not one, names other root keys than those exchanged in person, or
   *     this folder belongs to another line
   */
  public Genesis join(byte[] bytes, PartyFile own) throws IOException {
    return join(bytes, own, false);
  }

  /**
   * Joins as a guest, who is none of the line's parties: an observer or a witness.
   *
   * @throws IOException as {@link #join}, or if {@code own} is one of the parties
   */
  public Genesis visit(byte[] bytes, PartyFile own) throws IOException {
    return join(bytes, own, true);
  }

  private Genesis join(byte[] bytes, PartyFile own, boolean guest) throws IOException {
    Genesis genesis = decode(bytes);
    Map<String, PartyFile> all = parties();
    all.put(own.party(), own);
    for (Genesis.Founder founder : genesis.founders()) {
      PartyFile party = all.get(founder.party());
      if (party == null || !party.root().equals(founder.rootKey())) {
        throw new IOException(
            "The root key of "
                + founder.party()
                + " in the genesis is not one that was exchanged in person. Add the party file of "
                + founder.party()
                + " and compare its fingerprint by voice first.");
      }
    }
    if (genesis.parties().contains(own.party()) == guest) {
      throw new IOException(
          guest
              ? own.party() + " is a party of the line and no guest: join it without --guest."
              : "The line is not one of "
                  + own.party()
                  + ". As an observer or a witness, join it with --guest.");
    }
    Optional<Genesis> before = genesis();
    if (before.isPresent() && !before.get().equals(genesis)) {
      throw new IOException(
          data + " belongs to the line “" + before.get().name() + "”. Use another data folder.");
    }
    replace(data, GENESIS, bytes);
    return genesis;
  }

  /**
   * The line of this folder, if it has one.
   *
   * @throws IOException if the file is none, or not of the line whose record lies beside it
   */
  public Optional<Genesis> genesis() throws IOException {
    Path file = data.resolve(GENESIS);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Genesis genesis = decode(Files.readAllBytes(file));
    // One changed bit can leave a good genesis: of another line, with other keys.
    Path checkpoint = data.resolve("record").resolve(TileSource.CHECKPOINT);
    if (Files.exists(checkpoint)) {
      String origin = genesis.origin();
      byte[] start;
      try (InputStream in = Files.newInputStream(checkpoint)) {
        start = in.readNBytes(origin.length() + 1);
      }
      if (!new String(start, StandardCharsets.UTF_8).equals(origin + "\n")) {
        throw new IOException(
            GENESIS
                + " and record/checkpoint are not of one line: one of them is damaged or from"
                + " another folder. Restore it from a backup, or take "
                + GENESIS
                + " from another party.");
      }
    }
    return Optional.of(genesis);
  }

  private static Genesis decode(byte[] bytes) throws IOException {
    return switch (Genesis.decode(bytes)) {
      case Decoded.Value<Genesis>(Genesis genesis) -> genesis;
      case Decoded.Fault<Genesis>(String sentence) ->
          throw new IOException(GENESIS + " is not a genesis: " + sentence + ". Restore it.");
    };
  }
}
