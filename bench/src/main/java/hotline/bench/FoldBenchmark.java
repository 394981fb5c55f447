package hotline.bench;

import hotline.airspace.Cells;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.line.Entry;
import hotline.line.LineState;
import hotline.line.Outcome;
import hotline.line.Verified;
import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeBody;
import hotline.line.body.TermsBody;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.record.cbor.CborBytes;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Basis;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Entries folded, from their bytes: new versions of notices of half an hour, one small extent each,
 * on a line that holds {@code live} of them. Signatures are vouched for, as the host's machine has
 * it; a million live notices: {@code -p live=1000000}.
 */
@State(Scope.Benchmark)
public class FoldBenchmark {
  private static final int BATCH = 1_000;
  private static final long MINUTE_US = 60_000_000;
  private static final long START_US = 1_800_000_000_000_000L;
  private static final int PLACES = 5_000;

  @Param("10000")
  private int live;

  private final SplittableRandom random = new SplittableRandom(1);
  private final List<Cells> places = new ArrayList<>();
  private final List<Entry> batch = new ArrayList<>();
  private final Map<String, Speaker> speakers = new HashMap<>();
  private @Nullable LineState state;
  private @Nullable Hash terms;
  private long index;
  private long said;

  /** Signs with zeros: what is measured is not the signature. */
  private record Unsigned(PublicKey publicKey) implements Signer {
    @Override
    public byte[] sign(byte[] message) {
      return new byte[64];
    }
  }

  /** A chain. */
  private static final class Speaker {
    private final Chain chain;
    private final Signer signer;
    private long sequence;
    private @Nullable StatementId previous;

    Speaker(String party, String node) {
      chain = new Chain(party, node, new Incarnation(1, 1), Lane.ROUTINE);
      signer = new Unsigned(key(party + node));
    }
  }

  /** Founds the line and declares its notices. */
  @Setup(Level.Trial)
  public void found() {
    places.addAll(Places.of(random, PLACES));
    Genesis genesis =
        new Genesis(
            "Bench",
            List.of(
                new Genesis.Founder("north", key("northroot")),
                new Genesis.Founder("south", key("southroot"))),
            new byte[Genesis.NONCE_BYTES]);
    state = LineState.of(genesis.lineId());
    Terms first =
        TermsDefaults.first(
            "north",
            List.of(party("north"), party("south")),
            List.of("transit"),
            List.of(),
            List.of());
    say("north", "root", new ChainBody.Begin(List.of(), Optional.of(genesis)));
    say("south", "root", new ChainBody.Begin(List.of(), Optional.empty()));
    say("north", "root", new TermsBody.Propose(new CborBytes(first.encode())));
    say("south", "root", new TermsBody.Sign(first.hash()));
    terms = first.hash();
    say("north", "one", new ChainBody.Begin(List.of(), Optional.empty()));
    say("south", "one", new ChainBody.Begin(List.of(), Optional.empty()));
    while (said < live) {
      apply(declare());
    }
  }

  /** The next versions of as many notices. */
  @Setup(Level.Invocation)
  public void sign() {
    batch.clear();
    for (int i = 0; i < BATCH; i++) {
      batch.add(declare());
    }
  }

  /** A batch of entries, as operations. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void apply(Blackhole sink) {
    for (Entry entry : batch) {
      sink.consume(apply(entry).bytes());
    }
  }

  private void say(String party, String node, Body body) {
    apply(entry(party, node, body));
  }

  private Outcome apply(Entry entry) {
    Outcome outcome = line().apply(entry);
    if (!outcome.code().equals(Outcome.OK)) {
      throw new IllegalStateException(outcome.code() + ": " + outcome.sentence());
    }
    return outcome;
  }

  private LineState line() {
    if (state == null) {
      throw new IllegalStateException("not founded");
    }
    return state;
  }

  private Entry declare() {
    long number = said % live;
    long floor = random.nextLong(0, 40) * 1_000;
    // About as many at once whatever their number.
    long startUs = START_US + random.nextLong(30 + live / 100) * MINUTE_US;
    Extent extent =
        new Extent(
            places.get(random.nextInt(PLACES)),
            new HeightBand(Datum.STANDARD_PRESSURE, floor, floor + 1_000),
            new TimeInterval(startUs, startUs + 30 * MINUTE_US));
    NoticeBody.Declare notice =
        new NoticeBody.Declare(
            new EntityId(ByteBuffer.allocate(EntityId.LENGTH).putLong(number).array()),
            1 + said / live,
            "transit",
            List.of(extent),
            Merkle.EMPTY_ROOT,
            32,
            Optional.empty());
    said++;
    return entry(number % 2 == 0 ? "north" : "south", "one", notice);
  }

  private Entry entry(String party, String node, Body body) {
    Speaker speaker = speakers.computeIfAbsent(party + node, _ -> new Speaker(party, node));
    Header header =
        new Header(
            line().line(),
            speaker.chain,
            speaker.sequence++,
            speaker.previous,
            new Basis(index, Merkle.EMPTY_ROOT),
            terms,
            Mode.LIVE,
            body.kind().code(),
            START_US + index);
    Statement statement = Statements.sign(speaker.signer, header, body.content());
    speaker.previous = statement.id();
    return new Entry(
        index++,
        statement.bytes(),
        true,
        true,
        Optional.of(new Verified(statement.id(), speaker.signer.publicKey())));
  }

  private static PartyTerms party(String name) {
    return new PartyTerms(
        name,
        key(name + "root"),
        List.of(new PartyTerms.NodeKey("one", key(name + "one"))),
        key(name + "log"),
        key(name + "outcomes"),
        key(name + "cosigner"),
        List.of("duty"));
  }

  private static PublicKey key(String name) {
    byte[] seed = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), SigningKey.SEED_BYTES);
    return SigningKey.fromSeed(seed).publicKey();
  }
}
