package hotline.simulator.hostile;

import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Nonce;
import hotline.line.disclosure.Promise;
import hotline.node.Times;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerTransport;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.note.NoteSigner;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.record.tiles.TileSource;
import hotline.record.witness.AddCheckpointRequest;
import hotline.simulator.world.Fault;
import hotline.simulator.world.Founding;
import hotline.simulator.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A host that rewrites, forks, breaks promises, orders what nobody said, and signs outcomes that
 * nothing gives.
 */
final class LyingHost extends Liar {
  /** Once may fall into the moment between what a follower has cosigned and what it shows. */
  private static final int TOLD_TWICE = 2;

  private static final int CONFLICT = 409;

  /** One in so many tells histories alone, and another outcomes. */
  private static final int SORTS = 4;

  private static final int HISTORIES = 0;
  private static final int OUTCOMES = 1;

  /**
   * What it lies about: where it told everything, the first lie that is seen would hide the rest.
   */
  private final int sort;

  private final NoteSigner log;
  private final NoteSigner outcomes;

  /** How far each party has cosigned each log. */
  private final Map<String, Long> held = new HashMap<>();

  private long number;

  /** Who was shown another history or other outcomes than its own, and how often. */
  private final Map<String, Integer> shownAnother = new HashMap<>();

  /** The files that are shown in the place of the record, while a lie is told. */
  private @Nullable TileSource shown;

  LyingHost(World world, Founding founding) {
    super(world, founding, world.host());
    sort = world.seed().of("what the host lies about").below(SORTS);
    log = NoteSigner.log(genesis.origin(), keys.log());
    outcomes = NoteSigner.log(genesis.outcomesOrigin(), keys.outcome());
  }

  @Override
  public void begin() {
    world.network().mask(party(), Bent::new);
    world.network().divert(party(), Out::new);
  }

  @Override
  public Set<String> mustHaveSeen() {
    return shownAnother.entrySet().stream()
        .filter(each -> each.getValue() >= TOLD_TWICE)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether it tells lies of this sort. */
  private boolean tells(int which) {
    return sort == which || tellsAll();
  }

  private boolean tellsAll() {
    return sort != HISTORIES && sort != OUTCOMES;
  }

  /** What comes in. */
  private final class Bent implements PeerEndpoints {
    private final PeerEndpoints node;

    Bent(PeerEndpoints node) {
      this.node = node;
    }

    @Override
    public Answer post(Call call, byte[] body) {
      if (call == Call.STATEMENTS && tellsAll() && lies(100)) {
        Optional<Answer> broken = promise(body);
        if (broken.isPresent()) {
          return broken.get();
        }
      }
      return lies(15) ? nonsense() : node.post(call, body);
    }

    @Override
    public Answer file(Log of, String path) {
      TileSource forged = shown;
      if (forged != null && of == Log.RECORD) {
        try {
          return forged
              .read(path, 1 << 20)
              .map(bytes -> new Answer(200, "application/octet-stream", bytes))
              .orElse(Answer.empty(404));
        } catch (IOException failed) {
          return Answer.empty(503);
        }
      }
      return lies(10) ? nonsense() : node.file(of, path);
    }
  }

  /** A place for a statement that is never ordered: soon another has it. */
  private Optional<Answer> promise(byte[] body) {
    if (!(Statements.parse(body) instanceof Statement statement)) {
      return Optional.empty();
    }
    long place = machine.api().line().record().size() + draws.below(2);
    Promise promise =
        new Promise(1, place, Merkle.leaf(body), Times.micros(machine.clock().instant()));
    byte[] nonce = new byte[Nonce.LENGTH];
    draws.fill(nonce);
    Document.Header header =
        new Document.Header(
            genesis.lineId(),
            party(),
            "a",
            statement.header().chain().party(),
            DocumentType.PROMISE,
            Nonce.of(nonce),
            promise.hostTimeUs());
    told(Fault.BROKEN_PROMISE);
    return Optional.of(
        Answer.cose(200, Document.sign(keys.log(), header, promise.content()).bytes()));
  }

  /** What goes out. */
  private final class Out implements PeerTransport {
    private final PeerTransport way;

    Out(PeerTransport way) {
      this.way = way;
    }

    @Override
    public Answer post(String to, Call call, byte[] body) throws IOException {
      if (call != Call.ADD_CHECKPOINT) {
        return way.post(to, call, body);
      }
      AddCheckpointRequest request =
          AddCheckpointRequest.parse(body).asOptional().orElseThrow(IllegalStateException::new);
      Checkpoint next = Checkpoint.of(request.note());
      boolean ofRecord = next.origin().equals(genesis.origin());
      if (tells(ofRecord ? HISTORIES : OUTCOMES) && lies(60)) {
        return ofRecord ? rewritten(to, next.origin()) : wrongOutcome(to, request, next);
      }
      if (ofRecord && tellsAll() && lies(40)) {
        return invalidEntry(to, request);
      }
      Answer answer = way.post(to, call, body);
      if (answer.status() == 200) {
        held.merge(to + next.origin(), next.size(), Math::max);
      }
      return answer;
    }

    /** Another root of as many entries as the party has cosigned, or of fewer. */
    private Answer rewritten(String to, String origin) throws IOException {
      long last = held.getOrDefault(to + origin, 0L);
      if (last == 0) {
        throw new IOException("kept back");
      }
      boolean same = draws.below(2) == 0;
      long size = same ? last : draws.between(1, last);
      byte[] root = new byte[Hash.LENGTH];
      draws.fill(root);
      told(size == last ? Fault.TWO_HISTORIES : Fault.REWRITTEN_HISTORY);
      var note = log.sign(new Checkpoint(origin, size, Hash.of(root)));
      Answer answer =
          way.post(
              to, Call.ADD_CHECKPOINT, new AddCheckpointRequest(size, List.of(), note).bytes());
      shownAnother.merge(to, 1, Integer::sum);
      return refused(to, answer);
    }

    /** Nobody cosigns what is not so. */
    private Answer refused(String to, Answer answer) {
      if (answer.status() == 200) {
        world.violated(to + " has cosigned what is not so");
      }
      return answer;
    }

    /** The last outcome is another one. */
    private Answer wrongOutcome(String to, AddCheckpointRequest request, Checkpoint next)
        throws IOException {
      if (next.size() <= request.oldSize()) {
        throw new IOException("kept back");
      }
      try (ForgedLog forged = ForgedLog.of(machine, "outcomes", next.size() - 1, number++)) {
        forged.append("accepted, after all".getBytes(StandardCharsets.UTF_8));
        told(Fault.WRONG_OUTCOME);
        boolean canTell = held.getOrDefault(to + genesis.origin(), 0L) >= next.size();
        Answer answer =
            way.post(to, Call.ADD_CHECKPOINT, forged.request(request.oldSize(), outcomes).bytes());
        if (canTell && answer.status() != CONFLICT) {
          shownAnother.merge(to, 1, Integer::sum);
        }
        return refused(to, answer);
      }
    }

    /** What follows the last entry that the party has was never said by anybody. */
    private Answer invalidEntry(String to, AddCheckpointRequest request) throws IOException {
      long size = machine.api().line().record().size();
      if (request.oldSize() > size) {
        throw new IOException("kept back");
      }
      try (ForgedLog forged = ForgedLog.of(machine, "record", size, number++)) {
        forged.append(draws.below(2) == 0 ? junk(200) : again(size));
        AddCheckpointRequest body = forged.request(request.oldSize(), log);
        told(Fault.INVALID_ENTRY);
        shown = forged.files();
        return refused(to, way.post(to, Call.ADD_CHECKPOINT, body.bytes()));
      } finally {
        shown = null;
      }
    }

    /** An entry that stands already. */
    private byte[] again(long size) throws IOException {
      return machine
          .api()
          .entryBytes(draws.below((int) size))
          .orElseThrow(() -> new IOException("unread"));
    }

    @Override
    public Answer file(String to, Log of, String path, int bytesMax) throws IOException {
      return way.file(to, of, path, bytesMax);
    }

    @Override
    public void close() throws IOException {
      way.close();
    }
  }
}
