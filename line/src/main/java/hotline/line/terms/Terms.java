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
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the parties agreed on, or may agree on (docs/format.md §4). Values of this type are good in
 * themselves; whether they may follow the terms in force is for the fold.
 *
 * <p>One component for each key of the format. They are written by way of {@link TermsDraft}.
 *
 * @param number 1 for the first terms of a line, then each the next
 * @param previous hash of the terms before these; empty for the first
 * @param host the party whose machines order the statements
 * @param epoch counts the hosts, from 1
 * @param parties in the order of their names
 * @param categories of activity that a notice may have
 * @param survives kinds that pass while the channel is suspended, in the order of their numbers
 * @param area where the arrangement holds; empty: everywhere
 * @param lines agreed lines and corridors
 * @param agreement who must agree on what, in the order of the matters; a matter that is missing
 *     needs every party
 * @param seats of the working group, in the order of the parties' names
 * @param languages two or three letters each; the first is that of the terms themselves
 * @param liars how many parties may lie before a receipt means nothing, from 1
 * @param thirdParties to whom notices may be handed on
 * @param observers who see and do not speak
 * @param witnesses who hold digests and cosign
 * @param effectiveUs not in force before, µs since 1970 UTC; empty: in force when all have signed
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
    Times times,
    Optional<Area> area,
    List<AgreedLine> lines,
    List<MustAgree> agreement,
    List<Seats> seats,
    List<String> languages,
    int liars,
    List<ThirdParty> thirdParties,
    List<Observer> observers,
    List<WitnessParty> witnesses,
    Retention retention,
    Optional<Long> effectiveUs) {
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

  static final long NUMBER_MAX = 1_000_000;
  static final int CATEGORIES_MAX = 32;
  static final int ZONES_MAX = 64;
  static final int POINTS_MAX = 64;
  static final int LINES_MAX = 32;
  static final int LANGUAGES_MAX = 8;
  static final int THIRD_PARTIES_MAX = 32;
  static final int OBSERVERS_MAX = 16;
  static final int WITNESSES_MAX = 16;

  private static final int LANGUAGE_MAX = 3;
  private static final int FORMAT_VERSION = 1;

  /** Refuses terms that contradict themselves. */
  public Terms {
    parties = List.copyOf(parties);
    categories = List.copyOf(categories);
    zones = List.copyOf(zones);
    points = List.copyOf(points);
    survives = List.copyOf(survives);
    lines = List.copyOf(lines);
    agreement = List.copyOf(agreement);
    seats = List.copyOf(seats);
    languages = List.copyOf(languages);
    thirdParties = List.copyOf(thirdParties);
    observers = List.copyOf(observers);
    witnesses = List.copyOf(witnesses);
    requireRange(number, 1, NUMBER_MAX, "the number of the terms");
    requireRange(epoch, 1, NUMBER_MAX, "the epoch");
    require(
        (number == 1) == previous.isEmpty(),
        "the first terms follow none, all others name those before them");
    effectiveUs.ifPresent(us -> requireRange(us, 0, Header.TIME_US_MAX, "the effective time"));
    TermsRules.parties(parties, host);
    TermsRules.places(zones, points, lines);
    TermsRules.survives(survives);
    TermsRules.circle(parties, thirdParties, observers, witnesses);
    TermsRules.consent(parties, agreement, seats, lines);
    TermsRules.keys(keys(parties, observers, witnesses));
    requireRange(categories.size(), 1, CATEGORIES_MAX, "the number of categories");
    requireDistinct(categories, "the categories");
    requireRange(languages.size(), 1, LANGUAGES_MAX, "the number of languages");
    requireDistinct(languages, "the languages");
    require(
        liars >= 1 && quorum(parties.size(), liars) <= parties.size(),
        "with %d parties of which %d may lie, no receipt is possible"
            .formatted(parties.size(), liars));
  }

  private static List<PublicKey> keys(
      List<PartyTerms> parties, List<Observer> observers, List<WitnessParty> witnesses) {
    return Stream.of(
            parties.stream().flatMap(PartyTerms::keys),
            observers.stream().map(Observer::key),
            witnesses.stream().map(WitnessParty::cosignerKey))
        .flatMap(each -> each)
        .toList();
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
        Times.read(at.at(15)),
        at.nullable(16, Area::read),
        at.list(17, 0, LINES_MAX, AgreedLine::read),
        at.list(18, 0, Matter.values().length, MustAgree::read),
        at.list(19, 0, Genesis.PARTIES_MAX, Seats::read),
        at.list(20, 1, LANGUAGES_MAX, Terms::language),
        at.small(21, 1, Genesis.PARTIES_MAX),
        at.list(22, 0, THIRD_PARTIES_MAX, ThirdParty::read),
        at.list(23, 0, OBSERVERS_MAX, Observer::read),
        at.list(24, 0, WITNESSES_MAX, WitnessParty::read),
        Retention.read(at.at(25)),
        at.nullable(26, time -> time.integer(0, Header.TIME_US_MAX)));
  }

  private static String language(Field field) {
    String letters = field.name();
    field.require(
        letters.length() >= 2
            && letters.length() <= LANGUAGE_MAX
            && letters.chars().allMatch(c -> c >= 'a' && c <= 'z'),
        "a language as two or three letters");
    return letters;
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
        .putOrNull(16, area, Area::encoded)
        .put(17, CborArray.of(lines, AgreedLine::encoded))
        .put(18, CborArray.of(agreement, MustAgree::encoded))
        .put(19, CborArray.of(seats, Seats::encoded))
        .put(20, CborArray.of(languages, CborValue::of))
        .put(21, liars)
        .put(22, CborArray.of(thirdParties, ThirdParty::encoded))
        .put(23, CborArray.of(observers, Observer::encoded))
        .put(24, CborArray.of(witnesses, WitnessParty::encoded))
        .put(25, retention.encoded())
        .putOrNull(26, effectiveUs, CborValue::of)
        .build()
        .encode();
  }

  /** SHA-256 of their bytes. */
  public Hash hash() {
    return Merkle.plain(encode());
  }

  /** What they say of a party. */
  public Optional<PartyTerms> party(String name) {
    // Asked of every statement: without the price of a stream.
    for (PartyTerms each : parties) {
      if (each.party().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The key that a statement has to be signed with; empty if it names another, or is nobody's. */
  public Optional<PublicKey> key(Statement statement) {
    Chain chain = statement.header().chain();
    return party(chain.party())
        .flatMap(party -> party.key(chain.node()))
        .filter(key -> key.id().equals(statement.keyId()));
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

  /** Who must agree on a matter, in the order of their names. */
  public List<String> mustAgree(Matter matter) {
    return agreement.stream()
        .filter(each -> each.matter() == matter)
        .findFirst()
        .map(MustAgree::parties)
        .orElseGet(this::partyNames);
  }

  /** The seats of a party in the working group; none if the terms give it none. */
  public List<String> seats(String party) {
    return seats.stream()
        .filter(each -> each.party().equals(party))
        .findFirst()
        .map(Seats::seats)
        .orElse(List.of());
  }

  /** The third party with this name. */
  public Optional<ThirdParty> thirdParty(String name) {
    return thirdParties.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The agreed line or corridor with this name. */
  public Optional<AgreedLine> line(String name) {
    return lines.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /**
   * How many parties make a receipt: so many that two receipts always share one that does not lie,
   * ⌊(n+f)/2⌋+1 of n with f liars. Two parties: both; three with one liar: all three.
   */
  public int quorum() {
    return quorum(parties.size(), liars);
  }

  private static int quorum(int parties, int liars) {
    return (parties + liars) / 2 + 1;
  }

  /** Whether every key that these terms name is named alike by the others. */
  public boolean hasKeysOf(Terms others) {
    return keyRing().equals(others.keyRing());
  }

  /** Name, role and key of every key: what only root keys may change. */
  private List<List<Object>> keyRing() {
    return Stream.of(
            parties.stream()
                .map(each ->
                    List.<Object>of(
                        each.party(),
                        each.rootKey(),
                        each.nodes(),
                        each.logKey(),
                        each.outcomeKey(),
                        each.cosignerKey())),
            observers.stream().map(each -> List.<Object>of("observer", each.name(), each.key())),
            witnesses.stream()
                .map(each -> List.<Object>of("witness", each.name(), each.cosignerKey())))
        .flatMap(each -> each)
        .toList();
  }

  /** A draft that says what these terms say, to be changed. */
  public TermsDraft draft() {
    return new TermsDraft(this);
  }

  /** A draft of the terms after these: what these say, with the next number, in force at once. */
  public TermsDraft next() {
    return draft().number(number + 1).previous(Optional.of(hash())).effectiveUs(Optional.empty());
  }

  static long number(Field field) {
    return field.integer(0, Long.MAX_VALUE);
  }

  static void requireRange(long value, long least, long most, String what) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(TermsWords.range(what, least, most, value));
    }
  }

  static void requireRising(List<String> names, String what) {
    require(
        IntStream.range(1, names.size())
            .allMatch(i -> names.get(i - 1).compareTo(names.get(i)) < 0),
        what + " stand in the order of their names, each once");
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
