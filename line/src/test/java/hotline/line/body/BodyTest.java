package hotline.line.body;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.line.Kind;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborBool;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborNull;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Chain;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contents: each reads back what it wrote, and nothing else gets in. */
class BodyTest {
  private static final StatementId ID = StatementId.of(new byte[32]);
  private static final EntityId ENTITY = new EntityId(new byte[16]);
  private static final Condition CONDITION =
      new Condition(
          "only so",
          List.of(
              new Condition.Rule(Optional.of("transit"), Optional.empty()),
              new Condition.Rule(Optional.empty(), Optional.of("east"))));
  private static final Extent EXTENT =
      new Extent(
          Cells.covering(
              new Circle(new Position(46_000_000_000L, 8_000_000_000L), 5_000_000), 10, 8),
          new HeightBand(Datum.W84, 300_000, 600_000),
          new TimeInterval(60_000_000, 120_000_000));

  @Test
  void everyContentReadsBackAsItself() {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (Body body : samples()) {
      byte[] bytes = body.content().encode();
      CborMap read = (CborMap) CborReader.read(bytes, bytes.length).orElseThrow();
      assertThat(Body.decode(body.kind(), read)).isEqualTo(new Decoded.Value<>(body));
      seen.add(body.kind());
    }
    assertThat(seen).isEqualTo(EnumSet.allOf(Kind.class));
  }

  /** Every value of every content, one after the other, replaced by things that do not belong. */
  @Test
  void whatDoesNotBelongIsAFaultAndNeverAnException() {
    for (Body body : samples()) {
      CborMap content = body.content();
      for (CborMap mutant : mutants(content)) {
        Decoded<Body> decoded = Body.decode(body.kind(), mutant);
        decoded
            .toOptional()
            .ifPresent(read ->
                assertThat(read.content())
                    .as("%s: what is read is all there is", body.kind())
                    .isEqualTo(mutant));
        decoded.fault().ifPresent(sentence -> assertThat(sentence).isNotBlank());
      }
      assertThat(Body.decode(body.kind(), with(content, 99, CborNull.NULL)).fault())
          .as("an unknown key in %s", body.kind())
          .isPresent();
    }
  }

  @Test
  void noContentByChanceMakesItThrow() {
    Chance.seeds()
        .limit(100)
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          for (Kind kind : Kind.values()) {
            CborMap.Builder map = CborMap.builder();
            for (long key = 1; key <= chance.between(0, 8); key++) {
              map.put(key, value(chance, 3));
            }
            CborMap content = map.build();
            Body.decode(kind, content)
                .toOptional()
                .ifPresent(read -> assertThat(read.content()).isEqualTo(content));
          }
        });
  }

  @Test
  void aStopMayBeQuiteEmpty() {
    MessageBody.Message stop = MessageBody.Message.bare(Kind.STOP);
    assertThat(stop.content().encode()).asHexString().isEqualTo("A7018002F603F604F605F606F60780");
  }

  private static List<CborMap> mutants(CborMap content) {
    List<CborMap> mutants = new ArrayList<>();
    List<CborValue> wrong =
        List.of(
            CborNull.NULL,
            CborBool.TRUE,
            CborValue.of(-1),
            CborValue.of(0),
            CborValue.of(Long.MAX_VALUE),
            CborValue.of("x\u0000"),
            CborValue.of("x".repeat(1001)),
            new CborBytes(new byte[15]),
            CborArray.of(),
            CborMap.empty());
    for (long key : content.keys()) {
      wrong.forEach(value -> mutants.add(with(content, key, value)));
      mutants.add(without(content, key));
      if (content.get(key).orElseThrow() instanceof CborArray array) {
        for (int i = 0; i < array.size(); i++) {
          for (CborValue value : wrong) {
            List<CborValue> items = new ArrayList<>(array.items());
            items.set(i, value);
            mutants.add(with(content, key, new CborArray(items)));
          }
        }
      }
    }
    return mutants;
  }

  private static CborMap with(CborMap content, long key, CborValue value) {
    CborMap.Builder map = CborMap.builder().put(key, value);
    LongStream.of(content.keys())
        .filter(each -> each != key)
        .forEach(each -> map.put(each, content.get(each).orElseThrow()));
    return map.build();
  }

  private static CborMap without(CborMap content, long key) {
    CborMap.Builder map = CborMap.builder();
    LongStream.of(content.keys())
        .filter(each -> each != key)
        .forEach(each -> map.put(each, content.get(each).orElseThrow()));
    return map.build();
  }

  private static CborValue value(Chance chance, int depth) {
    return switch ((int) chance.between(0, depth > 0 ? 7 : 5)) {
      case 0 -> CborNull.NULL;
      case 1 -> CborValue.of(chance.between(-3, 100));
      case 2 -> CborValue.of(chance.between(Long.MIN_VALUE, Long.MAX_VALUE));
      case 3 -> CborValue.of(chance.bytes((int) chance.pick(List.of(0, 8, 16, 32))));
      case 4 -> CborValue.of(chance.pick(List.of("", "duty", "Größe", "a b", "en")));
      case 5 -> CborValue.of(chance.oneIn(2));
      default -> {
        List<CborValue> items = new ArrayList<>();
        for (long i = chance.between(0, 3); i > 0; i--) {
          items.add(value(chance, depth - 1));
        }
        yield new CborArray(items);
      }
    };
  }

  private static List<Body> samples() {
    List<Body> samples = new ArrayList<>();
    Chain chain = new Chain("north", "one", new Incarnation(1, 2), Lane.URGENT);
    samples.add(new ChainBody.Begin(List.of(new ChainBody.Head(chain, 7, ID)), Optional.empty()));
    samples.add(new ChainBody.Withdraw(ID));
    samples.add(new TermsBody.Propose(new CborBytes(new byte[] {1})));
    samples.add(new TermsBody.Sign(Merkle.EMPTY_ROOT));
    samples.add(new TermsBody.Refuse(Merkle.EMPTY_ROOT, "no\nand no"));
    samples.add(new StatusBody.State(ChannelState.SUSPENDED, 5, Optional.of(CONDITION), ""));
    samples.add(new StatusBody.Offer(Optional.of(CONDITION), "words", 9));
    samples.add(new StatusBody.Accept(ID));
    samples.add(new StatusBody.Refuse(ID, "no"));
    samples.add(new StatusBody.Withdraw(ID));
    samples.add(
        new NoticeBody.Declare(
            ENTITY,
            3,
            "transit",
            List.of(EXTENT, EXTENT),
            Hash.of(new byte[32]),
            8,
            Optional.of(ID)));
    samples.add(new NoticeBody.Move(ENTITY, 1, NoticeState.CONTINGENT));
    samples.add(new NoticeBody.End(ENTITY, 1));
    samples.add(new NoticeBody.Dispute(ENTITY, 1, NoticeBody.Ground.OTHER, "why"));
    for (Kind kind : Kind.values()) {
      if (kind.isMessage()) {
        samples.add(MessageBody.Message.bare(kind));
        samples.add(full(kind));
      }
    }
    samples.add(new MessageBody.Delivered(ID));
    samples.add(new MessageBody.Displayed(ID, "duty"));
    samples.add(new MessageBody.Accepted(ID, "duty", "Anna"));
    samples.add(
        new MessageBody.Answer(
            ID, Word.NEGATIVE, Optional.of("text"), Optional.of(new NoticeRef(ENTITY, 2))));
    samples.add(new WatchBody.Take("duty", "Anna"));
    samples.add(new WatchBody.Handover("duty", "Борис", List.of(ID)));
    return samples;
  }

  private static MessageBody.Message full(Kind kind) {
    return new MessageBody.Message(
        kind,
        List.of(new Address("north", Optional.empty()), new Address("north", Optional.of("duty"))),
        Optional.of(77L),
        Optional.of("стоп"),
        Optional.of("ru"),
        Optional.of(new Position(46_000_000_000L, -180_000_000_000L)),
        Optional.of(new HeightBand(Datum.STANDARD_PRESSURE, 0, 35_000)),
        List.of(new NoticeRef(ENTITY, 1)));
  }
}
