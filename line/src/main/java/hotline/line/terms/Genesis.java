package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Merkle;
import hotline.record.note.VerifierKey;
import hotline.record.signature.PublicKey;
import hotline.record.statement.LineId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a line begins with: its name, its parties and the root key of each. Its hash is the line id,
 * so whoever compared the id by voice has compared all of it.
 */
public final class Genesis {
  /** The fewest parties of a line. */
  public static final int PARTIES_MIN = 2;

  /** The most parties of a line. */
  public static final int PARTIES_MAX = 10;

  /** The most characters of the name. */
  public static final int NAME_MAX = 64;

  /** Bytes of the nonce. */
  public static final int NONCE_BYTES = 16;

  /** No genesis has more bytes. */
  private static final int BYTES_MAX = 4096;

  private static final int FORMAT_VERSION = 1;
  private static final int SIZE = 4;
  private static final int ID_DIGITS = 16;

  private final String name;
  private final List<Founder> founders;
  private final byte[] nonce;

  /**
   * A line of these parties.
   *
   * @param founders in the order of their names
   * @throws IllegalArgumentException if there is not a line in it
   */
  public Genesis(String name, List<Founder> founders, byte[] nonce) {
    this.name = name;
    this.founders = List.copyOf(founders);
    this.nonce = nonce.clone();
    require(!name.isBlank(), "a line has a name");
    require(
        founders.size() >= PARTIES_MIN && founders.size() <= PARTIES_MAX,
        "a line has 2 to 10 parties");
    require(nonce.length == NONCE_BYTES, "a genesis has a nonce of 16 bytes");
    require(
        IntStream.range(1, founders.size())
            .allMatch(i -> founders.get(i - 1).party().compareTo(founders.get(i).party()) < 0),
        "the parties stand in the order of their names, each once");
    require(
        new HashSet<>(founders.stream().map(Founder::rootKey).toList()).size() == founders.size(),
        "each party has a root key of its own");
  }

  /** A party and the key that speaks for it until terms name others. */
  public record Founder(String party, PublicKey rootKey) {
    private static Founder read(Field field) {
      return field.tuple(2, at -> new Founder(at.name(0), Keys.read(at.at(1))));
    }

    private CborArray encoded() {
      return CborArray.builder().add(party).add(rootKey.encoded()).build();
    }
  }

  /** Reads the bytes of a genesis; total. */
  public static Decoded<Genesis> decode(byte[] bytes) {
    return CborReader.read(bytes, BYTES_MAX).then(value -> Field.decode(value, Genesis::read));
  }

  /** Reads {@code [1, name, [[party, root key]…], nonce]}. */
  public static Genesis read(Field field) {
    return field.tuple(SIZE, Genesis::read);
  }

  private static Genesis read(Fields at) {
    at.integer(0, FORMAT_VERSION, FORMAT_VERSION);
    return new Genesis(
        at.text(1, NAME_MAX),
        at.list(2, PARTIES_MIN, PARTIES_MAX, Founder::read),
        at.bytes(3, NONCE_BYTES));
  }

  /** Its one form on the wire. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(FORMAT_VERSION)
        .add(name)
        .add(CborArray.of(founders, Founder::encoded))
        .add(nonce)
        .build();
  }

  /** The name of the line for people. */
  public String name() {
    return name;
  }

  /** The parties, in the order of their names. */
  public List<Founder> founders() {
    return founders;
  }

  /** The names of the parties, in order. */
  public List<String> parties() {
    return founders.stream().map(Founder::party).toList();
  }

  /** The root key of a party at the beginning. */
  public Optional<PublicKey> rootKey(String party) {
    return founders.stream()
        .filter(founder -> founder.party().equals(party))
        .map(Founder::rootKey)
        .findFirst();
  }

  /** SHA-256 of its bytes. */
  public LineId lineId() {
    return new LineId(Merkle.plain(encoded().encode()));
  }

  /** The stable name of the line's log, as its checkpoints give it. */
  public String origin() {
    return "hotline/" + slug() + "/" + lineId().toString().substring(0, ID_DIGITS);
  }

  /** The stable name of the outcome log. */
  public String outcomesOrigin() {
    return origin() + "/outcomes";
  }

  /** What the checkpoints of the record are signed with while this party hosts. */
  public VerifierKey recordKey(PartyTerms host) {
    return new VerifierKey(origin(), VerifierKey.Type.SIGNATURE, host.logKey());
  }

  /** What the checkpoints of the outcomes are signed with while this party hosts. */
  public VerifierKey outcomesKey(PartyTerms host) {
    return new VerifierKey(outcomesOrigin(), VerifierKey.Type.SIGNATURE, host.outcomeKey());
  }

  /** What a party cosigns both logs with. */
  public VerifierKey cosignerKey(PartyTerms party) {
    return new VerifierKey(
        cosigner(party.party()), VerifierKey.Type.COSIGNATURE, party.cosignerKey());
  }

  /** What a witness of the terms cosigns both logs with. */
  public VerifierKey cosignerKey(WitnessParty witness) {
    return new VerifierKey(
        cosigner(witness.name()), VerifierKey.Type.COSIGNATURE, witness.cosignerKey());
  }

  /** The name under which a party or a witness cosigns both logs. */
  public String cosigner(String party) {
    return origin() + "/cosigner/" + party;
  }

  private String slug() {
    StringBuilder slug = new StringBuilder();
    name.codePoints()
        .map(c -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)
        .map(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-')
        .forEach(slug::appendCodePoint);
    return slug.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Genesis that
        && name.equals(that.name)
        && founders.equals(that.founders)
        && Arrays.equals(nonce, that.nonce);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, founders, Arrays.hashCode(nonce));
  }

  @Override
  public String toString() {
    return "genesis of " + name;
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
