package hotline.node.desk;

import hotline.line.body.MessageBody;
import hotline.line.message.Delivery;
import hotline.line.message.LineMessage;
import hotline.line.terms.Terms;
import hotline.node.urgent.UrgentLane;
import hotline.record.statement.Header;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message as this node knows it, by the record, directly, or both.
 *
 * @param addressed the parties that it is for, in order
 * @param steps what each of them has said of it, by whatever way it came first
 * @param index its place in the record; null while it has none
 */
record Spoken(
    StatementId id,
    String party,
    MessageBody.Message body,
    Lane lane,
    Mode mode,
    long saidUs,
    List<String> addressed,
    List<Steps> steps,
    @Nullable Long index) {

  /** What one party has said of a message; a time that has not come is null. */
  record Steps(
      String party,
      @Nullable Long deliveredUs,
      @Nullable Long displayedUs,
      @Nullable Long acceptedUs,
      @Nullable String acceptedBy,
      List<Answered> answers) {

    static Steps of(Delivery delivery) {
      return new Steps(
          delivery.party(),
          time(delivery.delivered()),
          time(delivery.displayed()),
          time(delivery.accepted()),
          by(delivery.accepted()),
          delivery.answers().stream()
              .map(each ->
                  new Answered(each.statement(), each.timeUs(), each.word().name(), each.text()))
              .toList());
    }

    private static @Nullable Long time(Delivery.@Nullable Step step) {
      return step == null ? null : step.timeUs();
    }

    private static @Nullable String by(Delivery.@Nullable Step step) {
      return step == null ? null : who(step.officer(), step.post());
    }

    private static @Nullable String who(@Nullable String officer, @Nullable String post) {
      return officer == null ? post : post == null ? officer : officer + " (" + post + ")";
    }

    /** With one more word, if it is the first of its sort. */
    Steps with(Statement statement, MessageBody.Reply reply) {
      long timeUs = statement.header().timeUs();
      return switch (reply) {
        case MessageBody.Delivered _ ->
            deliveredUs != null
                ? this
                : new Steps(party, timeUs, displayedUs, acceptedUs, acceptedBy, answers);
        case MessageBody.Displayed _ ->
            displayedUs != null
                ? this
                : new Steps(party, deliveredUs, timeUs, acceptedUs, acceptedBy, answers);
        case MessageBody.Accepted(StatementId _, String post, String officer) ->
            acceptedUs != null
                ? this
                : new Steps(party, deliveredUs, displayedUs, timeUs, who(officer, post), answers);
        case MessageBody.Answer answer -> answered(statement, answer);
      };
    }

    private Steps answered(Statement statement, MessageBody.Answer answer) {
      boolean known = answers.stream().anyMatch(each -> each.statement().equals(statement.id()));
      if (known || answers.size() >= Delivery.ANSWERS_MAX) {
        return this;
      }
      List<Answered> more = new ArrayList<>(answers);
      more.add(
          new Answered(
              statement.id(),
              statement.header().timeUs(),
              answer.word().name(),
              answer.text().orElse(null)));
      more.sort(Comparator.comparingLong(Answered::timeUs));
      return new Steps(party, deliveredUs, displayedUs, acceptedUs, acceptedBy, more);
    }

    /** The answer that is not "stand by", if one came. */
    Optional<Answered> answer() {
      return answers.stream().filter(each -> !each.word().equals("STANDBY")).findFirst();
    }
  }

  /** An answer. */
  record Answered(StatementId statement, long timeUs, String word, @Nullable String text) {}

  /** A message of the record, with what the urgent lane knows beyond it. */
  static Spoken of(LineMessage message, List<UrgentLane.Replied> direct) {
    return new Spoken(
            message.id(),
            message.party(),
            message.body(),
            message.lane(),
            message.mode(),
            message.saidUs(),
            message.addressed().stream().map(each -> each.party()).distinct().toList(),
            message.deliveries().stream().map(Steps::of).toList(),
            message.index())
        .with(direct);
  }

  /** A message that only the urgent lane knows. */
  static Spoken of(
      Statement statement,
      MessageBody.Message body,
      List<String> parties,
      List<UrgentLane.Replied> direct) {
    Header header = statement.header();
    String from = header.chain().party();
    List<String> addressed =
        parties.stream()
            .filter(party -> !party.equals(from))
            .filter(party ->
                body.to().isEmpty()
                    || body.to().stream().anyMatch(each -> each.party().equals(party)))
            .toList();
    return new Spoken(
            statement.id(),
            from,
            body,
            header.chain().lane(),
            header.mode(),
            header.timeUs(),
            addressed,
            List.of(),
            null)
        .with(direct);
  }

  private Spoken with(List<UrgentLane.Replied> direct) {
    TreeMap<String, Steps> all = new TreeMap<>();
    for (String each : addressed) {
      all.put(each, new Steps(each, null, null, null, null, List.of()));
    }
    steps.forEach(each -> all.put(each.party(), each));
    for (UrgentLane.Replied each : direct) {
      all.computeIfPresent(
          each.statement().header().chain().party(),
          (_, known) -> known.with(each.statement(), each.reply()));
    }
    return new Spoken(
        id, party, body, lane, mode, saidUs, addressed, List.copyOf(all.values()), index);
  }

  /** What a party has said of it; empty if it is not for that party. */
  Optional<Steps> stepsOf(String of) {
    return steps.stream().filter(each -> each.party().equals(of)).findFirst();
  }

  /** Whether a message is for a party, on a line of these terms. */
  static boolean isFor(MessageBody.Message message, String party, Optional<Terms> terms) {
    return message.to().isEmpty()
        || message.to().stream()
            .anyMatch(each ->
                each.party().equals(party)
                    && each.post()
                        .flatMap(post -> terms.map(known -> known.hasPost(party, post)))
                        .orElse(true));
  }
}
