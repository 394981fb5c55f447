package hotline.line.body;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.line.disclosure.Opening;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.merkle.Hash;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Contents of what parties say when they quarrel. */
public final class MatterSamples {
  private static final StatementId ID = StatementId.of(new byte[32]);
  private static final List<StatementId> IDS = List.of(ID);
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
    incidents(samples);
    matters(samples);
    workingGroup(samples);
    thirdParties(samples);
    return samples;
  }

  /** An opening that is only well formed. */
  public static Opening opening() {
    CborArray form =
        CborArray.builder()
            .add(3)
            .add(new byte[32])
            .add(new byte[] {1, 2, 3})
            .add(CborArray.of(CborValue.of(new byte[32]), CborValue.of(new byte[32])))
            .build();
    return Field.decode(form, Opening::read).orElseThrow();
  }

  private static void incidents(List<Body> samples) {
    samples.add(new IncidentBody.Open("Pass near Alpha", TIME, PLACE, BAND, "our words", IDS));
    samples.add(
        new IncidentBody.Open(
            "Pass", TIME, Optional.empty(), Optional.empty(), "слова", List.of()));
    samples.add(new IncidentBody.Account(ID, "as we saw it"));
    samples.add(
        new IncidentBody.Evidence(
            IncidentBody.Sort.RECORDING,
            "radar",
            Hash.of(new byte[32]),
            7,
            Optional.of(TIME),
            Optional.of(ID)));
    samples.add(
        new IncidentBody.Evidence(
            IncidentBody.Sort.TRACK,
            "track",
            Hash.of(new byte[32]),
            0,
            Optional.empty(),
            Optional.empty()));
    samples.add(new IncidentBody.Disclosure(ID, new IncidentBody.What.Volume(ID, opening())));
    samples.add(new IncidentBody.Disclosure(ID, new IncidentBody.What.Sealed(ID)));
    samples.add(new IncidentBody.Claim(Optional.of(ID), "too low", TIME, PLACE, Optional.of(ID)));
    samples.add(
        new IncidentBody.Claim(
            Optional.empty(), "they will", TIME, Optional.empty(), Optional.empty()));
    samples.add(new IncidentBody.Attach(ID, ID));
    samples.add(new IncidentBody.Assess(ID, IncidentBody.View.DISPUTES, "not our track"));
    samples.add(new IncidentBody.Assess(ID, IncidentBody.View.NO_FIRM_INFORMATION, ""));
    samples.add(new IncidentBody.Finding(ID, "both were late", IDS));
  }

  private static void matters(List<Body> samples) {
    samples.add(new MatterBody.Fact(ID, "at 19:04", IDS));
    samples.add(new MatterBody.Due(ID, "south", "hand the tape over", 90_000_000));
    samples.add(new MatterBody.DueDone(ID, ""));
    samples.add(new MatterBody.Agree(ID, Optional.of("not the height"), Optional.of("chair")));
    samples.add(new MatterBody.Agree(ID, Optional.empty(), Optional.empty()));
    samples.add(new MatterBody.Veto(ID, "zone east", "too wide", Optional.of("chair")));
    samples.add(new MatterBody.Retract(ID, "we were wrong"));
    samples.add(new MatterBody.Close(ID, "", Optional.empty()));
    samples.add(new MatterBody.Close(ID, "nothing is left", Optional.of("chair")));
    samples.add(new MatterBody.Reopen(ID, "the tape was found", Optional.of("chair")));
    samples.add(new MatterBody.Reopen(ID, "once more", Optional.empty()));
  }

  private static void workingGroup(List<Body> samples) {
    samples.add(new WorkingGroupBody.Open("Zone east", List.of("hours", "heights"), IDS, "chair"));
    samples.add(new WorkingGroupBody.Position(ID, 1, "lower", "chair"));
    samples.add(
        new WorkingGroupBody.Proposal(
            ID, "by day only", Optional.of(ID), Optional.of(Hash.of(new byte[32])), "chair"));
    samples.add(new WorkingGroupBody.Minutes(ID, "met", Optional.of(99_000_000L), "scribe"));
    samples.add(new WorkingGroupBody.HandOff(ID, Optional.of(ID), ""));
  }

  private static void thirdParties(List<Body> samples) {
    samples.add(new ThirdPartyBody.Reach("civil", true, "by telephone"));
    samples.add(
        new ThirdPartyBody.Relay(
            new ThirdPartyBody.What.Message(ID),
            new ThirdPartyBody.To.Unit("Tower 2"),
            ThirdPartyBody.Step.CONFIRMED,
            Optional.of("read back")));
    samples.add(
        new ThirdPartyBody.Relay(
            new ThirdPartyBody.What.Declared(NOTICE),
            new ThirdPartyBody.To.ThirdParty("civil"),
            ThirdPartyBody.Step.COULD_NOT,
            Optional.empty()));
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
