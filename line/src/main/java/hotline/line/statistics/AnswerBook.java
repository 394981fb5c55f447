package hotline.line.statistics;

import hotline.line.Kind;
import hotline.line.body.Address;
import hotline.line.message.Delivery;
import hotline.line.message.LineMessage;
import hotline.record.statement.StatementId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How soon messages are answered. Knows the latest {@value #KEPT_MAX} messages of each party: of an
 * older one the fold knows no answer either.
 */
final class AnswerBook {
  static final int KEPT_MAX = 10_000;

  private record Key(Week week, Kind kind, String party) {}

  private record Line(Kind kind, String party) {}

  private static final Comparator<Line> LINES =
      Comparator.comparing(Line::kind).thenComparing(Line::party);

  private static final Comparator<Key> KEYS =
      Comparator.comparing(Key::week).thenComparing(Key::kind).thenComparing(Key::party);

  /** Counted of one key. */
  private static final class Count {
    private long asked;
    private final Durations answers = new Durations();

    private Report.Answers of(Kind kind, String party) {
      return new Report.Answers(
          kind, party, asked, answers.count(), answers.percentileMs(50), answers.percentileMs(90));
    }
  }

  private record Message(Kind kind, Week week, long saidUs, Set<String> answered) {}

  private final Map<Key, Count> counts = new TreeMap<>(KEYS);
  private final Map<StatementId, Message> messages = new HashMap<>();

  /** By sender, in the order of the record. */
  private final Map<String, Deque<StatementId>> kept = new TreeMap<>();

  void arrived(LineMessage message, Horizon horizon) {
    Message asked =
        new Message(
            message.kind(), horizon.week(message.saidUs()), message.saidUs(), new HashSet<>(4));
    messages.put(message.id(), asked);
    Deque<StatementId> own = kept.computeIfAbsent(message.party(), _ -> new ArrayDeque<>());
    own.add(message.id());
    if (own.size() > KEPT_MAX) {
      messages.remove(own.remove());
    }
    message.addressed().stream()
        .map(Address::party)
        .distinct()
        .forEach(party -> count(asked, party).asked++);
    message.deliveries().forEach(delivery -> delivered(message.id(), delivery));
  }

  /** What a party has said of a message by now. */
  void delivered(StatementId id, Delivery delivery) {
    Message message = messages.get(id);
    Optional<Delivery.Answered> answer = delivery.finalAnswer();
    if (message != null && answer.isPresent() && message.answered().add(delivery.party())) {
      count(message, delivery.party()).answers.add(answer.get().timeUs() - message.saidUs());
    }
  }

  /** Whether a message is known: all that are kept were said in the line's mode. */
  boolean knows(StatementId id) {
    return messages.containsKey(id);
  }

  private Count count(Message message, String party) {
    return counts.computeIfAbsent(new Key(message.week(), message.kind(), party), _ -> new Count());
  }

  List<Report.WeeklyAnswers> byWeek(Week first, Week last) {
    List<Report.WeeklyAnswers> all = new ArrayList<>();
    counts.forEach((key, count) -> {
      if (Statistics.isWithin(key.week(), first, last)) {
        all.add(new Report.WeeklyAnswers(key.week(), count.of(key.kind(), key.party())));
      }
    });
    return all;
  }

  List<Report.Answers> overall(Week first, Week last) {
    Map<Line, Count> sums = new TreeMap<>(LINES);
    counts.forEach((key, count) -> {
      if (Statistics.isWithin(key.week(), first, last)) {
        Count sum = sums.computeIfAbsent(new Line(key.kind(), key.party()), _ -> new Count());
        sum.asked += count.asked;
        sum.answers.add(count.answers);
      }
    });
    return sums.entrySet().stream()
        .map(each -> each.getValue().of(each.getKey().kind(), each.getKey().party()))
        .toList();
  }
}
