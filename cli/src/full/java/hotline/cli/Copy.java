package hotline.cli;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
import hotline.node.api.Views;
import hotline.record.cbor.Decoded;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.record.tiles.TileSource;
import hotline.record.tiles.VerifiedLog;
import hotline.testkit.history.Op;
import hotline.testkit.history.Op.Act;
import hotline.testkit.history.Op.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a node has on its disk in the end, place by place: reads like any other. */
final class Copy {
  private static final int BATCH = 1_000;

  private Copy() {}

  /** How many entries its published checkpoint has. */
  static long size(RealNode node) throws IOException {
    return checkpoint(node).size();
  }

  private static Checkpoint checkpoint(RealNode node) throws IOException {
    Path file = node.data.resolve("record").resolve(TileSource.CHECKPOINT);
    return Checkpoint.of(Note.parse(Files.readAllBytes(file)).orThrow());
  }

  /** A read of each place, and of each notice that counts or is stale. */
  static List<Op> entries(RealNode node, int client, long nowUs) throws IOException {
    VerifiedLog log =
        VerifiedLog.open(TileSource.directory(node.data.resolve("record")), checkpoint(node));
    List<Op> all = new ArrayList<>();
    long place = 0;
    while (place < log.size()) {
      List<Views.Entry> explained = explained(node, place);
      int count = (int) Math.min(explained.size(), log.size() - place);
      for (byte[] entry : log.entries(place, count)) {
        all.add(op(node, client, Act.ENTRY, "record", text(entry), place, null, Outcome.OK, nowUs));
        Views.Entry said = explained.get((int) (place - explained.getFirst().index()));
        Optional<Outcome> notice = notice(said);
        if (notice.isPresent() && Statements.parse(entry) instanceof Statement statement) {
          long basis = Objects.requireNonNull(statement.header().basis()).size();
          all.add(
              op(
                  node,
                  client,
                  Act.NOTICE,
                  said.party(),
                  said.id(),
                  place,
                  basis,
                  notice.get(),
                  nowUs));
        }
        place++;
      }
    }
    return all;
  }

  /** How the node itself has judged the entries from there on. */
  private static List<Views.Entry> explained(RealNode node, long from) {
    List<Views.Entry> entries = node.life().api().entries(from, BATCH);
    if (entries.isEmpty() || entries.getFirst().index() != from) {
      throw new IllegalStateException(node.party + " shows no entry " + from);
    }
    return entries;
  }

  private static Optional<Outcome> notice(Views.Entry said) {
    if (!said.kind().equals(Kind.NOTICE.word())) {
      return Optional.empty();
    }
    return switch (said.code()) {
      case hotline.line.Outcome.OK -> Optional.of(Outcome.OK);
      case "stale" -> Optional.of(Outcome.REFUSED);
      default -> Optional.empty();
    };
  }

  private static Op op(
      RealNode node,
      int client,
      Act act,
      String key,
      @Nullable String value,
      long index,
      @Nullable Long basis,
      Outcome outcome,
      long nowUs) {
    return new Op(
        client,
        node.party,
        node.life().run(),
        node.party.equals(RealLine.HOST),
        act,
        key,
        value,
        index,
        basis,
        outcome,
        nowUs,
        nowUs);
  }

  /** The text of a message; null if it is anything else. */
  private static @Nullable String text(byte[] entry) {
    if (Statements.parse(entry) instanceof Statement statement
        && Kind.ofCode(statement.header().kind()).orElse(null) == Kind.TEXT
        && Body.decode(Kind.TEXT, statement.content())
            instanceof Decoded.Value<Body>(MessageBody.Message message)) {
      return message.text().orElse(null);
    }
    return null;
  }
}
