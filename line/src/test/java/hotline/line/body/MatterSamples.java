package hotline.line.body;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Contents of what parties say when they quarrel. */
final class MatterSamples {
  private static final StatementId ID = StatementId.of(new byte[32]);
  private static final NoticeRef NOTICE = new NoticeRef(new EntityId(new byte[16]), 4);
  private static final EventTime TIME = new EventTime(60_000_000, 90_000_000);
  private static final Optional<Position> PLACE =
      Optional.of(new Position(46_000_000_000L, 7_500_000_000L));
  private static final Optional<HeightBand> BAND =
      Optional.of(new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 12_000));

  private MatterSamples() {}

  static List<Body> all() {
    List<Body> samples = new ArrayList<>();
    breaches(samples);
    return samples;
  }

  private static void breaches(List<Body> samples) {
    samples.add(
        new BreachBody.Claim(
            "south",
            new BreachBody.Against.Declared(NOTICE),
            TIME,
            PLACE,
            BAND,
            Optional.of("east"),
            "outside its notice"));
    for (BreachBody.Against against :
        List.of(new BreachBody.Against.Clause(7), new BreachBody.Against.Track("two, fast, low"))) {
      samples.add(
          new BreachBody.Claim(
              "south",
              against,
              TIME,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "трижды"));
    }
    samples.add(
        new BreachBody.Answer(
            ID, BreachBody.Reply.NEEDS_TIME, Optional.of(95_000_000L), Optional.of("tapes")));
    samples.add(
        new BreachBody.Answer(ID, BreachBody.Reply.DISPUTES, Optional.empty(), Optional.empty()));
    samples.add(new BreachBody.FollowUp(ID, BreachBody.Step.NARROWED, "one of them"));
  }
}
