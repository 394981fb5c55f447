package hotline.simulator.hostile;

import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.Opening;
import hotline.node.Times;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerTransport;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.statement.Incarnation;
import hotline.record.statement.LineId;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.simulator.world.Fault;
import hotline.simulator.world.Founding;
import hotline.simulator.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A party, not the host, that speaks for others and for other lines, uses its numbers twice, opens
 * what it never committed to, and withholds its word.
 */
final class LyingParty extends Liar {
  private final Founding founding;

  LyingParty(World world, Founding founding, String party) {
    super(world, founding, party);
    this.founding = founding;
  }

  @Override
  public void begin() {
    world.network().mask(party(), Bent::new);
    every(6, party() + " lies", this::speak);
    every(40, party() + " is silent", this::silence);
  }

  @Override
  public Set<String> mustHaveSeen() {
    return Set.of();
  }

  private void silence() {
    told(Fault.SILENCE);
    for (String each : world.parties()) {
      world.network().cut(each, party());
    }
    world
        .agenda()
        .in(
            Duration.ofSeconds(draws.between(1, 15)),
            party() + " is back",
            () -> {
              for (String each : world.parties()) {
                world.network().mend(each, party());
              }
            });
  }

  private void speak() {
    switch (draws.below(5)) {
      case 0 -> forge();
      case 1 -> {
        told(Fault.REPLAYED);
        byte[] other = new byte[LineId.BYTES];
        draws.fill(other);
        everywhere(say(LineId.of(other), party(), keys.node(), 0, incarnation()));
      }
      case 2 -> doubleUse();
      case 3 -> repeat();
      default -> {
        told(Fault.GARBAGE);
        Call[] calls = Call.values();
        for (String each : others()) {
          send(each, calls[draws.below(calls.length)], junk(2_000));
        }
      }
    }
  }

  private List<String> others() {
    return world.parties().stream().filter(each -> !each.equals(party())).toList();
  }

  /** In the name of another party: with its key's name, or with the own. */
  private void forge() {
    List<String> others = others();
    String name = others.get(draws.below(others.size()));
    PublicKey theirs = founding.keys(name).node().publicKey();
    Signer signer =
        draws.below(2) == 0
            ? keys.node()
            : new Signer() {
              @Override
              public PublicKey publicKey() {
                return theirs;
              }

              @Override
              public byte[] sign(byte[] message) {
                return keys.node().sign(message);
              }
            };
    told(Fault.FORGED_STATEMENT);
    everywhere(say(genesis.lineId(), name, signer, 0, incarnation()));
  }

  /** Two statements with one number, one to each half of the world, both to the host. */
  private void doubleUse() {
    told(Fault.DOUBLE_USED);
    Incarnation chain = incarnation();
    Statement one = say(genesis.lineId(), party(), keys.node(), 0, chain);
    Statement other = say(genesis.lineId(), party(), keys.node(), 0, chain);
    List<String> others = new ArrayList<>(others());
    send(others.getFirst(), Call.URGENT, one.bytes());
    send(others.getLast(), Call.URGENT, other.bytes());
    send(world.host(), Call.STATEMENTS, one.bytes());
    send(world.host(), Call.STATEMENTS, other.bytes());
  }

  /** What anybody said before, once more. */
  private void repeat() {
    long size = machine.api().line().record().size();
    Optional<byte[]> old =
        size == 0 ? Optional.empty() : machine.api().entryBytes(draws.below((int) size));
    if (old.isPresent() && Statements.parse(old.get()) instanceof Statement statement) {
      told(Fault.REPEATED);
      everywhere(statement);
    }
  }

  private Incarnation incarnation() {
    byte[] name = new byte[Incarnation.BYTES];
    draws.fill(name);
    return Incarnation.of(name);
  }

  private Statement say(
      LineId line, String party, Signer signer, long sequence, Incarnation incarnation) {
    return Forgeries.stop(
        line,
        party,
        incarnation,
        sequence,
        Times.micros(machine.clock().instant()) + draws.below(1_000),
        signer);
  }

  private void everywhere(Statement statement) {
    for (String each : others()) {
      send(each, Call.URGENT, statement.bytes());
    }
    send(world.host(), Call.STATEMENTS, statement.bytes());
  }

  private void send(String to, Call call, byte[] body) {
    PeerTransport way = world.network().from(machine);
    try {
      Answer _ = way.post(to, call, body);
    } catch (IOException unreached) {
      // Lies get lost, too.
    }
  }

  /** What comes in. */
  private final class Bent implements PeerEndpoints {
    private final PeerEndpoints node;

    Bent(PeerEndpoints node) {
      this.node = node;
    }

    @Override
    public Answer post(Call call, byte[] body) {
      if (lies(30)) {
        return nonsense();
      }
      if (lies(20)) {
        told(Fault.DELAY);
        world.agenda().pass(Duration.ofMillis(draws.between(1, 300)));
      }
      return switch (call) {
        case ADD_CHECKPOINT -> lies(80) ? withheld() : node.post(call, body);
        case DETAILS -> details(node.post(call, body));
        case STATEMENTS, URGENT -> node.post(call, body);
      };
    }

    private Answer withheld() {
      told(Fault.NO_COSIGNATURE);
      return draws.below(2) == 0
          ? PeerAnswers.problem(403, "not-followed", "Not today.")
          : new Answer(409, "text/x.tlog.size", "999999\n".getBytes(StandardCharsets.US_ASCII));
    }

    private Answer details(Answer honest) {
      if (!lies(500)
          || honest.status() != 200
          || !(Document.parse(honest.body()) instanceof Decoded.Value<Document>(Document document))
          || !(DetailAnswer.decode(document.payload())
              instanceof Decoded.Value<DetailAnswer>(DetailAnswer answer))) {
        return honest;
      }
      Optional<CborMap> bent =
          draws.below(2) == 0 ? otherSalt(document, answer) : Optional.of(withheld(answer));
      return bent.map(payload ->
              Answer.cose(200, Document.sign(keys.node(), document.header(), payload).bytes()))
          .orElse(honest);
    }

    /** The first volume is opened with a salt that it was not committed to with. */
    private Optional<CborMap> otherSalt(Document document, DetailAnswer answer) {
      Optional<Opening> first =
          answer.opened().stream().flatMap(each -> each.openings().stream()).findFirst();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      byte[] bytes = document.payload().encode();
      byte[] volume = first.get().volumeBytes();
      int at = 0;
      while (!Arrays.equals(bytes, at, at + volume.length, volume, 0, volume.length)) {
        at++;
      }
      // The salt stands before the volume, whose length takes up to three bytes.
      bytes[at - 5] ^= 1;
      told(Fault.FALSE_OPENING);
      return CborReader.read(bytes, Document.BYTES_MAX)
              instanceof Decoded.Value<CborValue>(CborMap payload)
          ? Optional.of(payload)
          : Optional.empty();
    }

    private CborMap withheld(DetailAnswer answer) {
      told(Fault.FALSE_ANSWER);
      List<DetailAnswer.Kept> kept = new ArrayList<>();
      answer.opened().forEach(each -> kept.add(new DetailAnswer.Kept(each.notice(), "not-met")));
      return new DetailAnswer(answer.request(), List.of(), kept).content();
    }

    @Override
    public Answer file(Log log, String path) {
      return lies(20) ? nonsense() : node.file(log, path);
    }
  }
}
