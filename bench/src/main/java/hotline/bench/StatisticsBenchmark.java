package hotline.bench;

import hotline.airspace.Cells;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.line.Kind;
import hotline.line.Outcome;
import hotline.line.Verdict;
import hotline.line.body.Address;
import hotline.line.body.EntityId;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeState;
import hotline.line.body.Word;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.MessageEffect;
import hotline.line.effect.NoticeEffect;
import hotline.line.effect.TermsEffect;
import hotline.line.message.Delivery;
import hotline.line.message.LineMessage;
import hotline.line.notice.Notice;
import hotline.line.statistics.Statistics;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The joint statistics over what 100,000 entries came to, as operations: of four, one notice, its
 * activation, one message and its answer; of two parties over a year, and forty places.
 */
@State(Scope.Benchmark)
public class StatisticsBenchmark {
  private static final int ENTRIES = 100_000;
  private static final long START_US = 1_800_000_000_000_000L;
  private static final long YEAR_US = 365L * 86_400_000_000L;

  private final SplittableRandom random = new SplittableRandom(1);
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Cells> places = new ArrayList<>();

  /** Makes the outcomes. */
  @Setup
  public void make() {
    places.addAll(Places.of(random, 400));
    List<PartyTerms> parties = List.of(party("north"), party("south"));
    Genesis genesis =
        new Genesis(
            "Bench",
            List.of(
                new Genesis.Founder("north", key("northroot")),
                new Genesis.Founder("south", key("southroot"))),
            new byte[Genesis.NONCE_BYTES]);
    List<ReferencePoint> points =
        IntStream.range(0, 40)
            .mapToObj(i -> new ReferencePoint("p" + i, "Point " + i, Places.position(random)))
            .toList();
    Terms terms = TermsDefaults.first("north", parties, List.of("transit"), List.of(), points);
    add(new ChainEffect.Founded(genesis, Mode.LIVE));
    add(new TermsEffect.InForce(terms.hash(), terms, 1, "south", START_US));
    for (long i = 0; outcomes.size() < ENTRIES; i++) {
      String party = i % 2 == 0 ? "north" : "south";
      String other = i % 2 == 0 ? "south" : "north";
      long saidUs = START_US + i * (4 * YEAR_US / ENTRIES);
      Notice notice = notice(i, party, saidUs);
      LineMessage message = message(i, party, other, saidUs);
      add(new NoticeEffect.Declared(notice));
      add(new NoticeEffect.Moved(notice.entity(), NoticeState.ACTIVATED, i));
      add(new MessageEffect.MessageArrived(message));
      add(new MessageEffect.DeliveryChanged(message.id(), answer(message, other)));
    }
  }

  /** Counts all of it, and reports. */
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public Object count() {
    Statistics statistics = new Statistics();
    outcomes.forEach(statistics::on);
    return statistics.report(START_US + YEAR_US);
  }

  private void add(Effect effect) {
    outcomes.add(
        new Outcome(
            outcomes.size(),
            Merkle.EMPTY_ROOT,
            Verdict.ACCEPTED,
            Outcome.OK,
            Merkle.EMPTY_ROOT,
            "",
            List.of(effect)));
  }

  private Notice notice(long number, String party, long saidUs) {
    Extent extent =
        new Extent(
            places.get(random.nextInt(places.size())),
            new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 11_000),
            new TimeInterval(saidUs + 300_000_000, saidUs + 2_100_000_000));
    return new Notice(
        new EntityId(ByteBuffer.allocate(EntityId.LENGTH).putLong(number).array()),
        party,
        1,
        NoticeState.ACCEPTED,
        Mode.LIVE,
        "transit",
        List.of(extent),
        Merkle.EMPTY_ROOT,
        32,
        null,
        List.of(),
        saidUs,
        number,
        number,
        List.of());
  }

  private static LineMessage message(long number, String party, String other, long saidUs) {
    byte[] id = ByteBuffer.allocate(Hash.LENGTH).putLong(number).array();
    return new LineMessage(
        StatementId.of(id),
        party,
        MessageBody.Message.bare(Kind.QUERY),
        Lane.ROUTINE,
        Mode.LIVE,
        saidUs,
        number,
        List.of(new Address(other, Optional.of("duty"))),
        List.of());
  }

  private Delivery answer(LineMessage message, String by) {
    long timeUs = message.saidUs() + random.nextLong(1_000_000, 300_000_000);
    return new Delivery(
        by,
        null,
        null,
        null,
        List.of(new Delivery.Answered(message.id(), timeUs, Word.AFFIRM, null, null)));
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
