package hotline.line.terms;

import hotline.line.Kind;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the parties agreed on, or may agree on (docs/format.md §4). Values of this type are good in
 * themselves; whether they may follow the terms in force is for the fold.
 *
 * @param number 1 for the first terms of a line, then each the next
 * @param previous hash of the terms before these; empty for the first
 * @param host the party whose machines order the statements
 * @param epoch counts the hosts, from 1
 * @param parties in the order of their names
 * @param categories of activity that a notice may have
 * @param survives kinds that pass while the channel is suspended, in the order of their numbers
 */
public record Terms(
    long number,
    Optional<Hash> previous,
    String host,
    long epoch,
    List<PartyTerms> parties,
    Separation separation,
    Planning planning,
    Granularity granularity,
    List<String> categories,
    List<Zone> zones,
    List<ReferencePoint> points,
    List<Kind> survives,
    Limits limits,
    Times times) {
  /** The most bytes of terms: with their envelope they are one statement. */
  public static final int BYTES_MAX = 15_000;

  /** The most characters of a title. */
  static final int TITLE_MAX = 64;

  /** Kinds that no terms can leave out: what keeps people alive, and what answers it. */
  public static final List<Kind> SAFETY_MINIMUM =
      List.of(
          Kind.STOP,
          Kind.DISTRESS,
          Kind.WARNING,
          Kind.LINE_CHECK,
          Kind.DELIVERED,
          Kind.DISPLAYED,
          Kind.ACCEPTED,
          Kind.ANSWER);

  private static final int FORMAT_VERSION = 1;
  private static final long NUMBER_MAX = 1_000_000;
  private static final int CATEGORIES_MAX = 32;
  private static final int ZONES_MAX = 64;
  private static final int POINTS_MAX = 64;

  /** Refuses terms that contradict themselves. */
  public Terms {
    parties = List.copyOf(parties);
    categories = List.copyOf(categories);
    zones = List.copyOf(zones);
    points = List.copyOf(points);
    survives = List.copyOf(survives);
    requireRange(number, 1, NUMBER_MAX, "the number of the terms");
    requireRange(epoch, 1, NUMBER_MAX, "the epoch");
    require(
        (number == 1) == previous.isEmpty(),
        "the first terms follow none, all others name those before them");
    requireParties(parties, host);
    requireRange(categories.size(), 1, CATEGORIES_MAX, "the number of categories");
    requireDistinct(categories, "the categories");
    requireRange(zones.size(), 0, ZONES_MAX, "the number of zones");
    requireDistinct(zones.stream().map(Zone::zone).toList(), "the zones");
    requireRange(points.size(), 0, POINTS_MAX, "the number of reference points");
    requireDistinct(points.stream().map(ReferencePoint::name).toList(), "the reference points");
    requireSurvives(survives);
  }

  private static void requireParties(List<PartyTerms> parties, String host) {
    require(
        parties.size() >= Genesis.PARTIES_MIN && parties.size() <= Genesis.PARTIES_MAX,
        "terms have 2 to 10 parties");
    require(
        IntStream.range(1, parties.size())
            .allMatch(i -> parties.get(i - 1).party().compareTo(parties.get(i).party()) < 0),
        "the parties stand in the order of their names, each once");
    require(
        parties.stream().anyMatch(each -> each.party().equals(host)),
        "the host is one of the parties");
    List<PublicKey> keys = parties.stream().flatMap(PartyTerms::keys).toList();
    require(new HashSet<>(keys).size() == keys.size(), "all keys in the terms are different");
  }

  private static void requireSurvives(List<Kind> survives) {
    require(
        IntStream.range(1, survives.size())
            .allMatch(i -> survives.get(i - 1).code() < survives.get(i).code()),
        "the kinds that survive a suspension stand in the order of their numbers, each once");
    require(
        survives.containsAll(SAFETY_MINIMUM),
        "STOP, DISTRESS, WARNING, LINE-CHECK and what answers them survive every suspension");
  }

  /** The terms that these bytes are. */
  public static Decoded<Terms> decode(byte[] bytes) {
    return CborReader.read(bytes, BYTES_MAX)
        .then(value -> Field.decode(value, field -> field.map(Terms::read)));
  }

  private static Terms read(Fields at) {
    at.integer(1, FORMAT_VERSION, FORMAT_VERSION);
    return new Terms(
        at.integer(2, 1, NUMBER_MAX),
        at.nullable(3, hash -> Hash.of(hash.bytes(Hash.LENGTH))),
        at.name(4),
        at.integer(5, 1, NUMBER_MAX),
        at.list(6, Genesis.PARTIES_MIN, Genesis.PARTIES_MAX, PartyTerms::read),
        Separation.read(at.at(7)),
        Planning.read(at.at(8)),
        Granularity.read(at.at(9)),
        at.list(10, 1, CATEGORIES_MAX, Field::name),
        at.list(11, 0, ZONES_MAX, Zone::read),
        at.list(12, 0, POINTS_MAX, ReferencePoint::read),
        at.list(13, 0, Kind.values().length, Terms::kind),
        Limits.read(at.at(14)),
        Times.read(at.at(15)));
  }

  private static Kind kind(Field field) {
    return Kind.ofCode(field.integer(0, Integer.MAX_VALUE))
        .orElseThrow(() -> new IllegalArgumentException("no kind has this number"));
  }

  /** Their one form in bytes: what is signed, and hashed. */
  public byte[] encode() {
    return CborMap.builder()
        .put(1, FORMAT_VERSION)
        .put(2, number)
        .putOrNull(3, previous, hash -> CborValue.of(hash.bytes()))
        .put(4, host)
        .put(5, epoch)
        .put(6, CborArray.of(parties, PartyTerms::encoded))
        .put(7, separation.encoded())
        .put(8, planning.encoded())
        .put(9, granularity.encoded())
        .put(10, CborArray.of(categories, CborValue::of))
        .put(11, CborArray.of(zones, Zone::encoded))
        .put(12, CborArray.of(points, ReferencePoint::encoded))
        .put(13, CborArray.of(survives, kind -> CborValue.of(kind.code())))
        .put(14, limits.encoded())
        .put(15, times.encoded())
        .build()
        .encode();
  }

  /** SHA-256 of their bytes. */
  public Hash hash() {
    return Merkle.plain(encode());
  }

  /** What they say of a party. */
  public Optional<PartyTerms> party(String name) {
    return parties.stream().filter(each -> each.party().equals(name)).findFirst();
  }

  /** What they say of the host. */
  public PartyTerms hostTerms() {
    return party(host).orElseThrow();
  }

  /** The names of the parties, in order. */
  public List<String> partyNames() {
    return parties.stream().map(PartyTerms::party).toList();
  }

  /** The zone with this name. */
  public Optional<Zone> zone(String name) {
    return zones.stream().filter(each -> each.zone().equals(name)).findFirst();
  }

  /** Whether a party has a post. */
  public boolean hasPost(String party, String post) {
    return party(party).filter(each -> each.posts().contains(post)).isPresent();
  }

  /** Whether a kind passes while the channel is suspended. */
  public boolean survives(Kind kind) {
    return kind.survival() == Kind.Survival.ALWAYS || survives.contains(kind);
  }

  /**
   * How many parties make a receipt: more than half of all, and one more for the one that may lie
   * (⌊(n+1)/2⌋+1 of n). Two parties: both; three: all three.
   */
  public int quorum() {
    return (parties.size() + 1) / 2 + 1;
  }

  /** Whether every key that these terms name is named alike by the others. */
  boolean hasKeysOf(Terms others) {
    return keyRing().equals(others.keyRing());
  }

  /** Party, role and key of every key: what only root keys may change. */
  private List<List<Object>> keyRing() {
    return parties.stream()
        .map(each ->
            List.<Object>of(
                each.party(),
                each.rootKey(),
                each.nodes(),
                each.logKey(),
                each.outcomeKey(),
                each.cosignerKey()))
        .toList();
  }

  static long number(Field field) {
    return field.integer(0, Long.MAX_VALUE);
  }

  static void requireRange(long value, long least, long most, String what) {
    require(
        value >= least && value <= most, what + " is " + least + " to " + most + ", not " + value);
  }

  static void requireDistinct(List<String> names, String what) {
    require(Set.copyOf(names).size() == names.size(), what + " are all different");
  }

  static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
