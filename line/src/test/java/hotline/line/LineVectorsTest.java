package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Cells;
import hotline.line.body.Body;
import hotline.line.body.BreachBody;
import hotline.line.body.ChannelState;
import hotline.line.body.IncidentBody;
import hotline.line.body.MatterBody;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeState;
import hotline.line.body.Samples;
import hotline.line.body.StatusBody;
import hotline.line.body.ThirdPartyBody;
import hotline.line.body.WatchBody;
import hotline.line.body.Word;
import hotline.line.body.WorkingGroupBody;
import hotline.line.terms.Seats;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.ThirdParty;
import hotline.line.terms.Zone;
import hotline.line.terms.ZoneMinima;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * The golden values of docs/format.md §§2, 4, 5 and 6: this program must give each to the byte.
 * {@code -Dhotline.golden=write} writes the file anew: a change of format or of a rule, to be
 * decided on.
 */
class LineVectorsTest {
  private static final Path FILE = Path.of("../docs/vectors/line-vectors.json");

  @Test
  void theValuesAreThoseKept() throws IOException {
    String now = values();
    if ("write".equals(System.getProperty("hotline.golden"))) {
      Files.writeString(FILE, now);
    }
    assertThat(Files.readString(FILE)).isEqualTo(now);
  }

  private static String values() {
    TestLine line = TestLine.unfounded(true, "north", "south");
    Terms terms = terms(line);
    history(line, terms);
    StringJoiner contents = new StringJoiner(",\n");
    for (Body body : Samples.all()) {
      contents.add(
          "{\"kind\": %d, \"name\": \"%s\", \"content\": \"%s\"}"
              .formatted(body.kind().code(), body.kind().word(), hex(body.content().encode())));
    }
    StringJoiner entries = new StringJoiner(",\n");
    Frontier log = Frontier.EMPTY;
    Frontier outcomes = Frontier.EMPTY;
    for (int i = 0; i < line.entries.size(); i++) {
      Outcome outcome = line.outcomes.get(i);
      entries.add(
          "{\"index\": %d, \"entry\": \"%s\", \"verdict\": %d, \"code\": \"%s\", \"outcome\": \"%s\"}"
              .formatted(
                  i,
                  hex(line.entries.get(i)),
                  outcome.verdict().code(),
                  outcome.code(),
                  hex(outcome.bytes())));
      log = log.append(Merkle.leaf(line.entries.get(i)));
      outcomes = outcomes.append(Merkle.leaf(outcome.bytes()));
    }
    return """
    {
    "about": "A line, version 1, as docs/format.md sets down in sections 2, 4, 5 and 6. Bytes are in hexadecimal. contents: one or more of each kind, by themselves. record: entries in their order, and what each comes to.",
    "genesis": {"bytes": "%s", "line": "%s", "origin": "%s", "outcomes_origin": "%s"},
    "terms": {"bytes": "%s", "hash": "%s"},
    "terms_with_minima_of_a_zone": {"bytes": "%s", "hash": "%s"},
    "message_passed_before": "%s",
    "contents": [
    %s
    ],
    "record": [
    %s
    ],
    "root": "%s",
    "outcome_root": "%s"
    }
    """
        .formatted(
            hex(line.genesis.encoded().encode()),
            line.line(),
            line.genesis.origin(),
            line.genesis.outcomesOrigin(),
            hex(terms.encode()),
            terms.hash(),
            hex(withMinima(terms).encode()),
            withMinima(terms).hash(),
            hex(passed().content().encode()),
            contents,
            entries,
            log.root(),
            outcomes.root());
  }

  /** A message that was passed by voice, and entered later. */
  private static MessageBody.Message passed() {
    return new MessageBody.Message(
        Kind.WARNING,
        List.of(),
        Optional.empty(),
        Optional.of("Balloon."),
        Optional.of("en"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(1_795_000_000_000_000L));
  }

  /** Cells are written down, not computed: two machines may draw a covering differently. */
  private static Terms terms(TestLine line) {
    return TermsDefaults.first(
            "north",
            line.genesis.parties().stream().map(TestLine::partyTerms).toList(),
            List.of("transit", "survey"),
            List.of(
                new Zone(
                    "east",
                    "Zone east",
                    Cells.of(0x478e3c0000000000L, 0x478fcc0000000000L),
                    List.of(
                        Places.position(45, 7), Places.position(45, 9), Places.position(47, 8)))),
            List.of(Places.point("alpha", 46, 8)))
        .draft()
        .seats(List.of(new Seats("north", List.of("chair")), new Seats("south", List.of("chair"))))
        .thirdParties(List.of(new ThirdParty("civil", "Civil control")))
        .build();
  }

  /** 3 NM or 1,000 ft in its one zone. */
  private static Terms withMinima(Terms terms) {
    return terms
        .draft()
        .zones(
            terms.zones().stream()
                .map(zone ->
                    new Zone(
                        zone.zone(),
                        zone.title(),
                        zone.cells(),
                        zone.outline(),
                        new ZoneMinima(5_556_000, 1_000)))
                .toList())
        .build();
  }

  /** A little of everything that counts, of what is refused, and of what is void. */
  private static void history(TestLine line, Terms terms) {
    Voice north = line.voice("north");
    Voice south = line.voice("south");
    line.found();
    line.say(south, TestLine.begin());
    line.agree(terms);
    line.say(north, TestLine.begin());
    line.say(south, TestLine.begin());
    line.say(north, new WatchBody.Take("duty", "Anna"));
    NoticeBody.Declare sample =
        (NoticeBody.Declare)
            Samples.all().stream().filter(NoticeBody.Declare.class::isInstance).findFirst().get();
    line.say(north, version(sample, 1));
    line.say(south, Places.declare(7, 1, sample.extents().getFirst()));
    line.say(north, new NoticeBody.Move(sample.entity(), 1, NoticeState.ACTIVATED));
    line.say(south, new NoticeBody.End(sample.entity(), 1));
    Outcome stop = line.say(south, MessageBody.Message.bare(Kind.STOP));
    StatementId id = new StatementId(stop.id());
    line.say(north, line.draft(north, new MessageBody.Delivered(id)).in(Lane.URGENT));
    line.say(
        north, line.draft(north, new MessageBody.Accepted(id, "duty", "Anna")).in(Lane.URGENT));
    line.say(
        north,
        line.draft(
                north, new MessageBody.Answer(id, Word.WILCO, Optional.empty(), Optional.empty()))
            .in(Lane.URGENT));
    line.say(south, new StatusBody.State(ChannelState.SUSPENDED, 0, Optional.empty(), "enough"));
    line.say(north, version(sample, 2));
    Outcome offer =
        line.say(south, new StatusBody.Offer(Optional.empty(), "let us", line.nowUs + 60_000_000));
    line.say(north, new StatusBody.Accept(new StatementId(offer.id())));
    line.say(north, version(sample, 2));
    line.order(new byte[] {0}, true, Optional.empty());
    Outcome text = line.say(south, MessageBody.Message.bare(Kind.TEXT));
    quarrel(line, north, south, new StatementId(text.id()));
  }

  private static void quarrel(TestLine line, Voice north, Voice south, StatementId text) {
    StatementId breach = Quarrel.id(line.say(south, Quarrel.breach("north")));
    line.say(
        north,
        new BreachBody.Answer(
            breach, BreachBody.Reply.DISPUTES, Optional.empty(), Optional.of("not ours")));
    line.say(north, new BreachBody.FollowUp(breach, BreachBody.Step.WITHDRAWN, "it is not"));
    StatementId incident = Quarrel.id(line.say(north, Quarrel.incident()));
    line.say(south, new IncidentBody.Account(incident, "as we saw it"));
    line.say(south, new IncidentBody.Attach(incident, breach));
    StatementId tape = Quarrel.id(line.say(north, Quarrel.evidence(Optional.of(incident))));
    line.say(south, new IncidentBody.Assess(tape, IncidentBody.View.CANNOT_VERIFY, ""));
    line.say(north, new IncidentBody.Disclosure(incident, new IncidentBody.What.Sealed(tape)));
    StatementId claim = Quarrel.id(line.say(south, Quarrel.claim(Optional.of(incident))));
    line.say(south, new MatterBody.Retract(claim, "we were wrong"));
    StatementId fact =
        Quarrel.id(line.say(north, new MatterBody.Fact(incident, "at noon", List.of(tape))));
    line.say(south, new MatterBody.Agree(fact, Optional.empty(), Optional.empty()));
    StatementId due =
        Quarrel.id(line.say(north, new MatterBody.Due(incident, "south", "the tape", line.nowUs)));
    line.say(south, new MatterBody.DueDone(due, "handed over"));
    StatementId opened = Quarrel.id(line.say(south, Quarrel.open()));
    line.say(north, new WorkingGroupBody.Position(opened, 0, "by day", "chair"));
    StatementId proposal = Quarrel.id(line.say(north, Quarrel.proposal(opened)));
    line.say(south, new MatterBody.Veto(proposal, "zone east", "too wide", Optional.of("chair")));
    line.say(south, new MatterBody.Agree(proposal, Optional.empty(), Optional.of("chair")));
    line.say(north, new WorkingGroupBody.HandOff(text, Optional.of(opened), "for the group"));
    line.say(north, new ThirdPartyBody.Reach("civil", true, "by telephone"));
    line.say(
        north,
        new ThirdPartyBody.Relay(
            new ThirdPartyBody.What.Message(text),
            new ThirdPartyBody.To.ThirdParty("civil"),
            ThirdPartyBody.Step.HANDED_ON,
            Optional.empty()));
  }

  private static NoticeBody.Declare version(NoticeBody.Declare sample, long version) {
    return new NoticeBody.Declare(
        sample.entity(),
        version,
        sample.category(),
        List.of(sample.extents().getFirst()),
        sample.commitment(),
        sample.leaves(),
        Optional.empty());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
