package hotline.node.line;

import hotline.line.Kind;
import hotline.line.body.MessageBody;
import hotline.node.Node;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.setup.LineFolder;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host in a process of its own that does as it reads, line by line: {@code TEXT}, {@code STOP} or
 * {@code NOTICE} says one, {@code ENTRY} hands in a statement as other parties' nodes do, {@code
 * HEAR} brings a STOP of South and tells what became of the one before, {@code START} starts the
 * sequencer again, {@code TROUBLES} lists what people are shown. What is said is answered by {@code
 * ACK id}, {@code SENT id} if it is on its way and not kept, or {@code NO code sentence}; the last
 * line of every answer is {@code END}.
 */
final class FullDiskHost {
  private final Node node;
  private final PartyKeys keys;
  private final LineId line;
  private final Chain chain = KillableHost.chain(new SecureRandom());
  private long sequence;
  private @Nullable StatementId previous;
  private final PartyKeys south;
  private final Chain southUrgent =
      new Chain("south", "a", new Incarnation(1, System.nanoTime()), Lane.URGENT);
  private long heard;

  private FullDiskHost(Path data, Path southData, Node node) throws IOException {
    south = PartyKeys.open(southData.resolve("keys"), new SecureRandom());
    this.node = node;
    keys = PartyKeys.open(data.resolve("keys"), new SecureRandom());
    line = new LineFolder(data).genesis().orElseThrow().lineId();
  }

  /** The data folder, and South's, for its keys. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    try (Node node = KillableHost.start(data);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      FullDiskHost host = new FullDiskHost(data, Path.of(arguments[1]), node);
      System.out.println("END");
      for (String command = in.readLine(); command != null; command = in.readLine()) {
        host.obey(command);
        System.out.println("END");
      }
    }
  }

  private void obey(String command) {
    switch (command) {
      case "TEXT", "STOP" -> print(node.api().send(message(command)));
      case "NOTICE" -> print(node.api().declare(notice()));
      case "ENTRY" -> hand();
      case "HEAR" -> hear();
      case "START" -> print(node.api().sequencer(true));
      case "TROUBLES" -> {
        for (Views.Trouble each : node.api().line().troubles()) {
          System.out.println(each.code() + " " + each.sentence());
        }
      }
      default -> throw new IllegalArgumentException(command);
    }
  }

  private void hand() {
    Statement next = KillableHost.statement(keys, line, chain, sequence, previous);
    PeerEndpoints.Answer answer = node.peers().post(PeerEndpoints.Call.STATEMENTS, next.bytes());
    if (answer.status() == 200) {
      sequence++;
      previous = next.id();
      System.out.println("ACK " + next.id());
    } else {
      System.out.println("NO " + PeerAnswers.code(answer) + " " + PeerAnswers.sentence(answer));
    }
  }

  /** Brings South's next STOP twice, as its node does: how it is answered, whether it alarms. */
  private void hear() {
    Header header =
        new Header(
            line,
            southUrgent,
            heard++,
            null,
            null,
            null,
            Mode.LIVE,
            Kind.STOP.code(),
            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    MessageBody.Message body = MessageBody.Message.bare(Kind.STOP);
    Statement stop = Statements.sign(south.node(), header, body.content());
    PeerEndpoints.Answer answer = node.peers().post(PeerEndpoints.Call.URGENT, stop.bytes());
    PeerEndpoints.Answer again = node.peers().post(PeerEndpoints.Call.URGENT, stop.bytes());
    String alarm =
        node.api().message(stop.id().toString()).map(Views.Message::alarm).orElse("MISSED");
    System.out.println(
        answer.status() + " " + again.status() + " " + alarm + " " + PeerAnswers.code(answer));
  }

  private static void print(Said said) {
    if (said.done()) {
      System.out.println((said.sentence().contains("NOT kept") ? "SENT " : "ACK ") + said.id());
    } else {
      System.out.println("NO " + said.code() + " " + said.sentence());
    }
  }

  private static Requests.Message message(String kind) {
    String text = kind.equals("TEXT") ? "how do you read" : null;
    String language = text == null ? null : "en";
    return new Requests.Message(kind, List.of(), text, language, null, null, null, List.of(), null);
  }

  private static Requests.Declare notice() {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3_600);
    return new Requests.Declare(
        null,
        "transit",
        "TEST01",
        List.of(
            new Requests.Volume(
                List.of("47.0 N 8.0 E"),
                "5 NM",
                "10000 ft STD",
                "12000 ft STD",
                start.toString(),
                start.plusSeconds(600).toString(),
                null)),
        null);
  }
}
