package hotline.line.message;

import hotline.line.body.MessageBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.Word;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one addressed party has said of a message. The first word of each sort counts; a step that
 * was left out stays null.
 *
 * @param delivered when it was safe on a node of the party
 * @param displayed when and where it first stood on a screen
 * @param accepted when and where a person first accepted it
 * @param answers STANDBY any number of times up to {@value #ANSWERS_MAX}, then one final answer
 */
public record Delivery(
    String party,
    @Nullable Step delivered,
    @Nullable Step displayed,
    @Nullable Step accepted,
    List<Answered> answers) {
  /** The most answers of one party to one message. */
  public static final int ANSWERS_MAX = 8;

  public Delivery {
    answers = List.copyOf(answers);
  }

  /**
   * A step that a message has reached.
   *
   * @param timeUs when the party signed it, µs since 1970 UTC
   * @param post where; null: at a node
   * @param officer who; null: nobody in person
   */
  public record Step(long timeUs, @Nullable String post, @Nullable String officer) {
    private CborArray encoded() {
      return CborArray.builder()
          .add(timeUs)
          .addOrNull(Optional.ofNullable(post), CborValue::of)
          .addOrNull(Optional.ofNullable(officer), CborValue::of)
          .build();
    }
  }

  /** An answer. */
  public record Answered(
      StatementId statement,
      long timeUs,
      Word word,
      @Nullable String text,
      @Nullable NoticeRef notice) {
    private CborArray encoded() {
      return CborArray.builder()
          .add(statement.bytes())
          .add(timeUs)
          .add(word.code())
          .addOrNull(Optional.ofNullable(text), CborValue::of)
          .addOrNull(Optional.ofNullable(notice), NoticeRef::encoded)
          .build();
    }
  }

  /** A party that has said nothing. */
  static Delivery none(String party) {
    return new Delivery(party, null, null, null, List.of());
  }

  /** The answer that closed the dialogue, if one did. */
  public Optional<Answered> finalAnswer() {
    return answers.stream().filter(each -> each.word().isFinal()).findFirst();
  }

  /** With one more word of the party; empty if it has said that already. */
  Optional<Delivery> with(MessageBody.Reply reply, StatementId statement, long timeUs) {
    return switch (reply) {
      case MessageBody.Delivered _ ->
          delivered != null
              ? Optional.empty()
              : Optional.of(
                  new Delivery(party, new Step(timeUs, null, null), displayed, accepted, answers));
      case MessageBody.Displayed(StatementId _, String post) ->
          displayed != null
              ? Optional.empty()
              : Optional.of(
                  new Delivery(party, delivered, new Step(timeUs, post, null), accepted, answers));
      case MessageBody.Accepted(StatementId _, String post, String officer) ->
          accepted != null
              ? Optional.empty()
              : Optional.of(
                  new Delivery(
                      party, delivered, displayed, new Step(timeUs, post, officer), answers));
      case MessageBody.Answer answer -> answered(answer, statement, timeUs);
    };
  }

  private Optional<Delivery> answered(
      MessageBody.Answer answer, StatementId statement, long timeUs) {
    boolean full = answers.size() >= ANSWERS_MAX - (answer.word().isFinal() ? 0 : 1);
    if (full || finalAnswer().isPresent()) {
      return Optional.empty();
    }
    List<Answered> more = new ArrayList<>(answers);
    more.add(
        new Answered(
            statement,
            timeUs,
            answer.word(),
            answer.text().orElse(null),
            answer.notice().orElse(null)));
    return Optional.of(new Delivery(party, delivered, displayed, accepted, more));
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .addOrNull(Optional.ofNullable(delivered), Step::encoded)
        .addOrNull(Optional.ofNullable(displayed), Step::encoded)
        .addOrNull(Optional.ofNullable(accepted), Step::encoded)
        .add(CborArray.of(answers, Answered::encoded))
        .build();
  }
}
