package hotline.line.body;

import hotline.airspace.Cells;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.line.Kind;
import hotline.record.cbor.CborBytes;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A content of every kind, most of them with everything filled in. */
public final class Samples {
  private static final StatementId ID = StatementId.of(new byte[32]);
  private static final PublicKey KEY =
      SigningKey.fromSeed(new byte[SigningKey.SEED_BYTES]).publicKey();
  private static final EntityId ENTITY = new EntityId(new byte[16]);
  private static final Condition CONDITION =
      new Condition(
          "only so",
          List.of(
              new Condition.Rule(Optional.of("transit"), Optional.empty()),
              new Condition.Rule(Optional.empty(), Optional.of("east")),
              new Condition.Rule(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(new Daily(79_200, 21_600)),
                  Optional.of(new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 20_000)))));
  private static final Extent EXTENT =
      new Extent(
          Cells.of(0x478e3c0000000000L, 0x478fcc0000000000L),
          new HeightBand(Datum.W84, 300_000, 600_000),
          new TimeInterval(60_000_000, 120_000_000));

  private Samples() {}

  /** One or more of each kind, always the same. */
  public static List<Body> all() {
    List<Body> samples = new ArrayList<>();
    Chain chain = new Chain("north", "one", new Incarnation(1, 2), Lane.URGENT);
    samples.add(new ChainBody.Begin(List.of(new ChainBody.Head(chain, 7, ID)), Optional.empty()));
    samples.add(new ChainBody.Withdraw(ID));
    samples.add(new TermsBody.Propose(new CborBytes(new byte[] {1})));
    samples.add(new TermsBody.Propose(new CborBytes(new byte[] {1}), Optional.of(7L)));
    samples.add(new TermsBody.Sign(Merkle.EMPTY_ROOT));
    samples.add(new TermsBody.Refuse(Merkle.EMPTY_ROOT, "no\nand no", "zones"));
    samples.add(new TermsBody.Begin(Merkle.EMPTY_ROOT));
    samples.add(new TermsBody.Withdraw(Merkle.EMPTY_ROOT, "why"));
    samples.add(new KeyBody.Enrol("one", KEY));
    samples.add(new KeyBody.Revoke(KEY, "a laptop is missing"));
    samples.add(new KeyBody.EnrolOfficer("Анна", KEY));
    samples.add(new StatusBody.State(ChannelState.SUSPENDED, 5, Optional.of(CONDITION), ""));
    samples.add(
        new StatusBody.State(
            ChannelState.IN_FORCE,
            5,
            Optional.empty(),
            "words",
            new Scope(Optional.of("east"), Optional.of("transit"))));
    samples.add(new StatusBody.Offer(Optional.of(CONDITION), "words", 9));
    samples.add(
        new StatusBody.Offer(
            Optional.empty(),
            "words",
            9,
            Optional.of(ID),
            new Scope(Optional.empty(), Optional.of("transit"))));
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
            Optional.of(ID),
            List.of("relief", "tower")));
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
    samples.addAll(MatterSamples.all());
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
