package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
import hotline.node.Times;
import hotline.node.api.StickApi;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.stick.StickBook;
import hotline.node.stick.StickFile;
import hotline.record.cbor.Decoded;
import hotline.record.statement.Header;
import hotline.record.statement.Lane;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Statements carried by hand. What a stick brings goes through the same door as what a peer's node
 * brings, so that nothing is believed that would not be believed from there, and nothing counts
 * twice that comes both ways.
 */
public final class StickDesk implements StickApi {
  private static final Logger LOG = LoggerFactory.getLogger(StickDesk.class);

  /** Entries that wait for their receipt and are looked through, at most. */
  private static final int UNCONFIRMED_MAX = 10_000;

  private static final int LIMIT_MAX = 1_000;
  private static final String TAKEN = "TAKEN";
  private static final String KEPT = "KEPT";
  private static final String KNOWN = "KNOWN";
  private static final String REFUSED = "REFUSED";

  private final Core core;
  private final PeerEndpoints door;

  /** Hands in at {@code door}, where the peers' nodes do. */
  public StickDesk(Core core, PeerEndpoints door) {
    this.core = core;
    this.door = door;
  }

  @Override
  public Optional<byte[]> stickFile(int part) {
    List<StickFile> files = files();
    return part < 1 || part > files.size()
        ? Optional.empty()
        : Optional.of(files.get(part - 1).bytes());
  }

  @Override
  public Carried stickWaiting() {
    List<StickFile> files = files();
    return new Carried(
        files.stream().mapToInt(each -> each.statements().size()).sum(), files.size());
  }

  private List<StickFile> files() {
    return StickFile.of(
        core.genesis().lineId(), core.party(), core.clock().instant(), notConfirmed());
  }

  /** What was signed here and not every other party is known to have; urgent first. */
  private List<Statement> notConfirmed() {
    Set<String> others =
        core.genesis().parties().stream()
            .filter(party -> !party.equals(core.party()))
            .collect(Collectors.toSet());
    // Asked before the record: what leaves the outbox meanwhile is in the record then.
    List<Statement> waiting = core.outbox().waiting();
    List<Statement> all = new ArrayList<>();
    for (Statement each : core.urgent().own()) {
      if (!isConfirmed(each.id()) && !core.urgent().reached(each.id()).containsAll(others)) {
        all.add(each);
      }
    }
    long confirmed = core.confirmations().size();
    long end = Math.min(core.record().size(), confirmed + UNCONFIRMED_MAX);
    for (long index = confirmed; index < end; index++) {
      core.record()
          .statement(index)
          .filter(each -> isOwn(each) && each.header().chain().lane() == Lane.ROUTINE)
          .ifPresent(all::add);
    }
    Set<StatementId> recorded = all.stream().map(Statement::id).collect(Collectors.toSet());
    waiting.stream().filter(each -> !recorded.contains(each.id())).forEach(all::add);
    return all;
  }

  private boolean isConfirmed(StatementId id) {
    return core.record().indexOf(id).stream()
        .anyMatch(index -> index < core.confirmations().size());
  }

  private boolean isOwn(Statement statement) {
    return statement.header().chain().party().equals(core.party());
  }

  @Override
  public Brought bringStick(byte[] bytes) {
    return switch (StickFile.read(bytes)) {
      case StickFile.Read.Fault(String code, String sentence) ->
          new Brought.Refused(code, sentence);
      case StickFile.Read.Whole(StickFile file) when !isOfThisLine(file) ->
          new Brought.Refused(
              "wrong-line", "This file is of another line. Nothing of it is taken.");
      case StickFile.Read.Whole(StickFile file) -> bring(file);
    };
  }

  private boolean isOfThisLine(StickFile file) {
    return file.line().equals(core.genesis().lineId())
        && file.statements().stream().allMatch(each -> each.header().line().equals(file.line()));
  }

  private Brought bring(StickFile file) {
    List<Item> items = new ArrayList<>();
    int line = StickFile.HEAD;
    for (Statement each : file.statements()) {
      items.add(bring(each, ++line));
    }
    var taken = new Brought.Taken(file.from(), file.written(), file.part(), file.parts(), items);
    LOG.atInfo()
        .addKeyValue("from", file.from())
        .addKeyValue("taken", taken.count(TAKEN))
        .addKeyValue("kept", taken.count(KEPT))
        .addKeyValue("known", taken.count(KNOWN))
        .addKeyValue("refused", taken.count(REFUSED))
        .log("a stick was brought in");
    core.changes().happened();
    return taken;
  }

  private Item bring(Statement statement, int line) {
    if (isOwn(statement)) {
      return item(line, statement, KNOWN, "own", "It is of this party.");
    }
    if (core.record().indexOf(statement.id()).isPresent()) {
      return item(line, statement, KNOWN, "known", "");
    }
    boolean urgent = statement.header().chain().lane() == Lane.URGENT;
    return urgent ? bringUrgent(statement, line) : bringRoutine(statement, line);
  }

  private Item bringUrgent(Statement statement, int line) {
    if (core.urgent().arrived(statement.id()).isPresent()) {
      return item(line, statement, KNOWN, "known", "");
    }
    PeerEndpoints.Answer answer = door.post(PeerEndpoints.Call.URGENT, statement.bytes());
    if (answer.status() == 204) {
      return kept(line, statement, TAKEN, "");
    }
    return core.urgent().arrived(statement.id()).isPresent()
        ? kept(line, statement, TAKEN, "It is shown, and NOT kept: this node's disk takes nothing.")
        : item(line, statement, REFUSED, PeerAnswers.code(answer), again(answer));
  }

  /** By the host's door where this node hosts; elsewhere only the host can give it a place. */
  private Item bringRoutine(Statement statement, int line) {
    Optional<Item> unsigned = unsigned(statement, line);
    if (unsigned.isPresent()) {
      return unsigned.get();
    }
    if (core.host().isEmpty()) {
      String sentence =
          "It holds, and counts once the host has recorded it; its own node brings it there.";
      return core.stick().of(statement.id()).isPresent()
          ? item(line, statement, KNOWN, "known", sentence)
          : kept(line, statement, KEPT, sentence);
    }
    PeerEndpoints.Answer answer = door.post(PeerEndpoints.Call.STATEMENTS, statement.bytes());
    return switch (answer.status()) {
      case 200 -> kept(line, statement, TAKEN, "");
      case 429, 503 -> kept(line, statement, KEPT, again(answer));
      default ->
          item(line, statement, REFUSED, PeerAnswers.code(answer), PeerAnswers.sentence(answer));
    };
  }

  /** Why the signature of a statement does not hold here. */
  private Optional<Item> unsigned(Statement statement, int line) {
    String party = statement.header().chain().party();
    if (core.keyring().isRevoked(party, statement.keyId())) {
      String sentence = "Its party has revoked the key that it names.";
      return Optional.of(item(line, statement, REFUSED, "key-revoked", sentence));
    }
    return core.keyring().key(statement).filter(statement::signedBy).isPresent()
        ? Optional.empty()
        : Optional.of(
            item(line, statement, REFUSED, "signature", "No key in force signed this statement."));
  }

  private static String again(PeerEndpoints.Answer answer) {
    return PeerAnswers.sentence(answer)
        + (answer.status() == 429 || answer.status() == 503
            ? " Bring the same file in again: what is here already counts once."
            : "");
  }

  /** Keeps that it came by stick. */
  private Item kept(int line, Statement statement, String became, String sentence) {
    try {
      core.stick().keep(new StickBook.Brought(statement, core.clock().instant()));
      return item(line, statement, became, "ok", sentence);
    } catch (IOException failed) {
      LOG.atError().setCause(failed).log("what came by stick cannot be kept");
      return became.equals(TAKEN)
          ? item(
              line,
              statement,
              TAKEN,
              "ok",
              sentence + " That it came by stick could not be written down.")
          : item(line, statement, REFUSED, "disk", "This node's disk takes nothing. Free space.");
    }
  }

  private static Item item(
      int line, Statement statement, String became, String code, String sentence) {
    Header header = statement.header();
    return new Item(
        line,
        statement.id().toString(),
        word(header),
        header.chain().party(),
        Times.instant(header.timeUs()),
        became,
        code,
        sentence.strip());
  }

  private static String word(Header header) {
    return Kind.ofCode(header.kind()).map(Kind::word).orElse("kind " + header.kind());
  }

  @Override
  public List<Arrived> broughtByStick(int limit) {
    return core.stick().all().stream()
        .limit(Math.clamp(limit, 1, LIMIT_MAX))
        .map(each -> arrived(each.statement(), each.at()))
        .toList();
  }

  private Arrived arrived(Statement statement, Instant came) {
    OptionalLong index = core.record().indexOf(statement.id());
    return new Arrived(
        statement.id().toString(),
        word(statement.header()),
        statement.header().chain().party(),
        Times.instant(statement.header().timeUs()),
        came,
        text(statement).orElse(null),
        index.isPresent() ? index.getAsLong() : null);
  }

  private static Optional<String> text(Statement statement) {
    return Kind.ofCode(statement.header().kind())
        .map(kind -> Body.decode(kind, statement.content()))
        .flatMap(body ->
            body instanceof Decoded.Value<Body>(MessageBody.Message message)
                ? message.text()
                : Optional.empty());
  }
}
