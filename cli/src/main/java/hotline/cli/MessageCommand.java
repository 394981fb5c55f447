package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline message …}, and what {@code hotline stop} shares with it. */
@Command(
    name = "message",
    description = "Messages between posts, with every step that each has reached.",
    mixinStandardHelpOptions = true)
final class MessageCommand {
  @Command(
      footer = {"", "Example:", "  hotline message list --data south"},
      mixinStandardHelpOptions = true,
      description = "Lists messages, newest first.")
  int list(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Option(names = "--limit", defaultValue = "50", paramLabel = "N") int limit) {
    return node.show(line -> List.copyOf(at.of(line).messages(limit)), MessageCommand::print);
  }

  private static void print(Output output, List<Views.Message> messages) {
    Table table =
        new Table(
            "MESSAGE",
            "KIND",
            "FROM",
            "SENT",
            "RECORDED",
            "CONFIRMED",
            "DELIVERED",
            "DISPLAYED",
            "ACCEPTED",
            "ANSWERED",
            "TEXT");
    Instant now = Instant.now();
    for (Views.Message message : messages) {
      Views.Delivery delivery = message.delivery();
      table.row(
          Plain.shortId(message.id()),
          message.kind(),
          message.from() + RecordCommand.by(message.by()),
          Plain.time(delivery.sent(), now),
          Plain.time(delivery.recorded(), now),
          Plain.time(delivery.confirmed(), now),
          Plain.time(delivery.delivered(), now),
          Plain.time(delivery.displayed(), now),
          Plain.time(delivery.accepted(), now),
          answered(delivery, now),
          text(message));
    }
    output.table(table, "No messages.");
  }

  private static String answered(Views.Delivery delivery, Instant now) {
    return delivery.answer() == null
        ? Plain.time(delivery.answered(), now)
        : Plain.time(delivery.answered(), now) + " " + delivery.answer();
  }

  private static String text(Views.Message message) {
    String alarm = "UNACCEPTED".equals(message.alarm()) ? "ALARM, not accepted; " : "";
    String later =
        message.passed() == null
            ? ""
            : "entered later, passed " + Plain.time(message.passed(), Instant.now()) + "; ";
    return alarm + (message.late() ? "late; " : "") + later + Plain.text(message.text());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists what waits for a person here, oldest first: to be accepted or answered.",
      footer = {"", "Example:", "  hotline message alarms --data north"})
  int alarms(@Mixin NodeOptions node) {
    return node.show(line -> List.copyOf(line.alarms()), MessageCommand::print);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says that a message stands on the screen of a post.",
      footer = {
        "",
        "Example:",
        "  hotline message displayed --data north --post duty ff7233d21300"
      })
  int displayed(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "MESSAGE", description = "Its id, or how it begins.") String id,
      @Option(names = "--post", required = true, paramLabel = "POST") String post) {
    return node.say(line -> line.displayed(find(line, id), post));
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline message send --data north --to south/duty query \"Is 4213 yours?\""
      },
      mixinStandardHelpOptions = true,
      description = "Sends a message.")
  int send(
      @Mixin NodeOptions node,
      @Mixin MessageOptions message,
      @Parameters(
              paramLabel = "KIND",
              description = "stop, distress, warning, query, line-check, conflict or text.")
          String kind,
      @Parameters(paramLabel = "TEXT", arity = "0..1") @Nullable String text) {
    return node.say(line -> line.send(message.message(kind.toUpperCase(Locale.ROOT), text)));
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline message accept --data north --post duty --officer Ann ff7233d21300"
      },
      mixinStandardHelpOptions = true,
      description = "Accepts a message at a post: heard, not agreed.")
  int accept(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "MESSAGE", description = "Its id, or how it begins.") String id,
      @Option(names = "--post", required = true, paramLabel = "POST") String post,
      @Option(names = "--officer", required = true, paramLabel = "NAME") String officer) {
    return node.say(line -> line.accept(find(line, id), post, officer));
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline message answer --data north ff7233d21300 wilco \"Stopped.\""
      },
      mixinStandardHelpOptions = true,
      description = "Answers a message.")
  int answer(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "MESSAGE", description = "Its id, or how it begins.") String id,
      @Parameters(
              paramLabel = "WORD",
              description = "wilco, unable, roger, standby, affirm or negative.")
          String word,
      @Parameters(paramLabel = "TEXT", arity = "0..1") @Nullable String text) {
    return node.say(line ->
        line.answer(new Requests.Answer(find(line, id), word.toUpperCase(Locale.ROOT), text)));
  }

  static String find(LineApi line, String id) {
    return NodeOptions.one(
            line.messages(1_000), message -> Map.entry(message.id(), ""), id, "message")
        .id();
  }

  /** What any message may carry. */
  static final class MessageOptions {
    @Option(
        names = "--to",
        paramLabel = "PARTY[/POST]",
        description = "Without it: every post of every other party.")
    private List<String> to = List.of();

    @Option(names = "--language", paramLabel = "CODE", description = "Of the text: en, ru, ar …")
    private @Nullable String language;

    @Option(names = "--at", paramLabel = "POSITION")
    private @Nullable String position;

    @Option(names = "--floor", paramLabel = "HEIGHT")
    private @Nullable String floor;

    @Option(names = "--ceiling", paramLabel = "HEIGHT")
    private @Nullable String ceiling;

    @Option(names = "--notice", paramLabel = "NOTICE", description = "A notice it is about.")
    private List<String> notices = List.of();

    @Option(names = "--reply-within", paramLabel = "SECONDS")
    private @Nullable Long replyWithinSeconds;

    @Option(
        names = "--passed",
        paramLabel = "TIME",
        description = "Entered later: when it was really said, by voice or on paper.")
    private @Nullable String passed;

    Requests.Message message(String kind, @Nullable String text) {
      return new Requests.Message(
          kind, to, text, language, position, floor, ceiling, notices, replyWithinSeconds, passed);
    }
  }
}
