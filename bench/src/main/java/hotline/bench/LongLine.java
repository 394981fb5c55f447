package hotline.bench;

import hotline.airspace.Cells;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.body.EntityId;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeState;
import hotline.node.api.LineApi;
import hotline.node.api.Past;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import hotline.node.peer.PeerEndpoints;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.Signer;
import hotline.record.statement.Basis;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A line with a million entries at one real host: a look at the line as it was at any instant, and
 * the joint statistics. Of four entries one declares a notice of half an hour, one activates it,
 * one ends it, one is a message. Loopback only; bounded by its own number.
 */
public final class LongLine {
  private static final int CHAINS = 64;
  private static final int PLACES = 2_000;
  private static final int LOOKS = 20;
  private static final long MINUTE_US = 60_000_000;

  private final SplittableRandom random = new SplittableRandom(1);
  private final LoopbackLine line;
  private final LineApi api;
  private final Signer signer;
  private final Basis basis;
  private final Hash terms;
  private final List<Cells> places;

  LongLine(LoopbackLine line) throws IOException {
    this.line = line;
    this.api = line.north().api();
    this.signer = line.northKeys().node();
    Views.RecordState record = api.line().record();
    this.basis = new Basis(record.size(), Hash.of(HexFormat.of().parseHex(record.root())));
    TermsViews.Terms inForce = api.terms().getFirst();
    this.terms = Hash.of(HexFormat.of().parseHex(inForce.hash()));
    this.places = Places.of(random, PLACES);
  }

  /** {@code LongLine [ENTRIES]}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int entries = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("hotline-long");
    try (LoopbackLine line = LoopbackLine.open(folder.resolve("line"), false)) {
      new LongLine(line).measure(entries);
    } finally {
      Load.delete(folder);
    }
  }

  private void measure(int entries) throws InterruptedException {
    Instant began = Instant.now();
    long beganNs = System.nanoTime();
    fill(entries);
    double tookS = (System.nanoTime() - beganNs) / 1e9;
    Instant ended = Instant.now();
    long size = api.line().record().size();
    System.out.printf(
        "%,d entries, handed in by %d writers in %.0f s (%,.0f a second, signing included)%n",
        size, CHAINS, tookS, entries / tookS);
    Views.Entry last = api.entries(size - 1, 1).getFirst();
    System.out.printf("the last was %s: %s%n", last.kind(), last.verdict());
    System.out.printf("first look, an hour ago:      %,8.0f ms%n", look(began.minusSeconds(3_600)));
    System.out.printf("first look at the end:        %,8.0f ms%n", look(ended));
    double[] tookMs = new double[LOOKS];
    long span = ended.toEpochMilli() - began.toEpochMilli();
    for (int i = 0; i < LOOKS; i++) {
      tookMs[i] = look(began.plusMillis(random.nextLong(span)));
    }
    Arrays.sort(tookMs);
    System.out.printf(
        "a look at any instant:        %,8.0f ms median, %,.0f ms the longest (of %d)%n",
        tookMs[LOOKS / 2], tookMs[LOOKS - 1], LOOKS);
    System.out.printf("joint statistics, first:      %,8.0f ms%n", ms(api::statistics));
    System.out.printf("joint statistics, again:      %,8.0f ms%n", ms(api::statistics));
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "heap in use after all of it:  %,8d MiB of %,d%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
  }

  /** Everything that the page of that instant shows first. */
  private double look(Instant at) {
    return ms(() -> {
      Past past = api.past(at);
      return List.of(
          past.entries(), past.parties(), past.notices(false), past.messages(50), past.offers());
    });
  }

  private static double ms(Supplier<Object> what) {
    long beganNs = System.nanoTime();
    if (what.get().hashCode() == 0) {
      System.out.println();
    }
    return (System.nanoTime() - beganNs) / 1e6;
  }

  /** Hands in so many entries from {@value #CHAINS} writers; returns when all have their place. */
  void fill(int entries) throws InterruptedException {
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < CHAINS; i++) {
      SplittableRandom own = random.split();
      int number = i;
      writers.add(Thread.ofVirtual().start(() -> write(own, number, entries / CHAINS)));
    }
    for (Thread each : writers) {
      each.join();
    }
  }

  private void write(SplittableRandom own, int number, int length) {
    Chain chain =
        new Chain("north", "a", new Incarnation(own.nextLong(), own.nextLong()), Lane.ROUTINE);
    StatementId previous = null;
    for (int i = 0; i < length; i++) {
      Statement next = statement(chain, i, previous, body(own, number, i));
      previous = next.id();
      int status = line.north().peers().post(PeerEndpoints.Call.STATEMENTS, next.bytes()).status();
      if (status != 200) {
        throw new IllegalStateException("not placed: status " + status);
      }
    }
  }

  private Body body(SplittableRandom own, int number, int i) {
    EntityId entity =
        new EntityId(ByteBuffer.allocate(EntityId.LENGTH).putInt(number).putInt(i / 4).array());
    return switch (i % 4) {
      case 1 -> declare(own, entity);
      case 2 -> new NoticeBody.Move(entity, 1, NoticeState.ACTIVATED);
      case 3 -> new NoticeBody.End(entity, 1);
      default ->
          i == 0
              ? new ChainBody.Begin(List.of(), Optional.empty())
              : MessageBody.Message.bare(Kind.TEXT);
    };
  }

  private NoticeBody.Declare declare(SplittableRandom own, EntityId entity) {
    long floor = own.nextLong(0, 40) * 1_000;
    long startUs =
        (System.currentTimeMillis() * 1_000 / MINUTE_US + 15 + own.nextLong(600)) * MINUTE_US;
    Extent extent =
        new Extent(
            places.get(own.nextInt(PLACES)),
            new HeightBand(Datum.STANDARD_PRESSURE, floor, floor + 1_000),
            new TimeInterval(startUs, startUs + 30 * MINUTE_US));
    return new NoticeBody.Declare(
        entity, 1, "transit", List.of(extent), Merkle.EMPTY_ROOT, 32, Optional.empty(), List.of());
  }

  private Statement statement(
      Chain chain, long sequence, @Nullable StatementId previous, Body body) {
    boolean begins = body instanceof ChainBody.Begin;
    Header header =
        new Header(
            line.id(),
            chain,
            sequence,
            previous,
            begins ? null : basis,
            begins ? null : terms,
            Mode.LIVE,
            body.kind().code(),
            System.currentTimeMillis() * 1_000);
    return Statements.sign(signer, header, body.content());
  }
}
