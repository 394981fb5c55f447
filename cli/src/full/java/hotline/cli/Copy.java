package hotline.cli;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
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

  /** A read of each place. */
  static List<Op> entries(RealNode node, int client, long nowUs) throws IOException {
    VerifiedLog log =
        VerifiedLog.open(TileSource.directory(node.data.resolve("record")), checkpoint(node));
    List<Op> all = new ArrayList<>();
    while (all.size() < log.size()) {
      for (byte[] entry : log.entries(all.size(), BATCH)) {
        all.add(
            new Op(
                client,
                node.party,
                node.life().run(),
                node.party.equals(RealLine.HOST),
                Act.ENTRY,
                "record",
                text(entry),
                (long) all.size(),
                Outcome.OK,
                nowUs,
                nowUs));
      }
    }
    return all;
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
