package hotline.node.web;

import hotline.node.api.Drafted;
import hotline.node.api.KeyApi;
import hotline.node.api.LineApi;
import hotline.node.api.MatterApi;
import hotline.node.api.Past;
import hotline.node.api.Said;
import hotline.node.api.StickApi;
import hotline.node.peer.PeerEndpoints;
import hotline.testkit.Chance;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node that answers every question with some record of the right shape, by chance: whatever may
 * be null sometimes is. It keeps what it was asked.
 */
final class AnyLine {
  /** Texts that a careless writer of JSON would stumble over. */
  private static final List<String> TEXTS =
      List.of("", "a", "\"quoted\" \\ back", "line\nline", "<b>&amp;", "Привет", "\u202e", "😀");

  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("PartyStatus.state", List.of("IN_FORCE", "SUSPENDED", "UNKNOWN")),
          Map.entry(
              "RecordState.sequencer",
              List.of("RUNNING", "WAITING", "STOPPED", "REACHED", "UNREACHED")),
          Map.entry("Band.datum", List.of("W84", "STANDARD_PRESSURE")),
          Map.entry("Conflict.certainty", List.of("EXACT", "POSSIBLE")),
          Map.entry("Crossing.sort", List.of("LINE", "CORRIDOR")),
          Map.entry("Closing.step", List.of("CLOSE", "CLOSED", "REOPEN")),
          Map.entry("Conflict.state", List.of("OPEN", "CLEARED", "UNABLE")),
          Map.entry("Message.alarm", List.of("NONE", "UNACCEPTED", "ACCEPTED")),
          Map.entry("Message.way", List.of("RECORD", "DIRECT", "BOTH")),
          Map.entry("Breach.state", List.of("OPEN", "NARROWED", "WITHDRAWN")),
          Map.entry("BreachAnswer.word", List.of("ACCEPTS", "NEEDS_TIME")),
          Map.entry("FollowUp.step", List.of("COMMENT", "WITHDRAWN")),
          Map.entry("Exhibit.sort", List.of("INCIDENT", "DISCLOSURE", "BREACH")),
          Map.entry("Exhibit.holds", List.of("HOLDS", "FALSE", "UNKNOWN")),
          Map.entry("Exhibit.state", List.of("STANDS", "REPLACED")),
          Map.entry("View.word", List.of("DISPUTES", "NO_FIRM_INFORMATION", "NONE")),
          Map.entry("Motion.sort", List.of("FACT", "MINUTES")),
          Map.entry("Motion.state", List.of("OPEN", "VETOED")),
          Map.entry("Reach.word", List.of("CAN", "UNKNOWN")),
          Map.entry("Track.state", List.of("LIVE", "LOST")),
          Map.entry("Alert.state", List.of("PREDICTED", "PAST")),
          Map.entry("Relay.state", List.of("HANDED_ON", "COULD_NOT")),
          Map.entry("Feed.state", List.of("STOPPED", "RUNNING")));

  /** What was asked, with its arguments, oldest first. */
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** What statements are answered with. */
  volatile Said said = new Said(true, Said.State.RECORDED, "ok", "Recorded.", "00", 7L);

  /** The keys of the parties; null: some. */
  volatile @Nullable List<KeyApi.Key> keys;

  private final Chance chance;
  private volatile long change = 1;

  AnyLine(long seed) {
    chance = Chance.of(seed);
  }

  LineApi api() {
    return (LineApi)
        Proxy.newProxyInstance(
            LineApi.class.getClassLoader(),
            new Class<?>[] {LineApi.class},
            (_, method, arguments) -> answer(method, arguments));
  }

  private synchronized @Nullable Object answer(Method method, Object @Nullable [] arguments) {
    if (method.getName().equals("awaitChange")) {
      return change++;
    }
    asked.add(method.getName() + (arguments == null ? "" : Arrays.deepToString(arguments)));
    if (method.getReturnType() == Said.class) {
      return said;
    }
    if (method.getName().equals("entries")) {
      return List.of();
    }
    if (method.getName().equals("keys") && keys != null) {
      return keys;
    }
    if (method.getReturnType() == MatterApi.Exported.class) {
      return new MatterApi.Exported.Archive("incident \"I\".zip", chance.bytes(9));
    }
    if (method.getReturnType() == StickApi.Brought.class) {
      return record(StickApi.Brought.Taken.class);
    }
    if (method.getReturnType() == Drafted.class) {
      return record(Drafted.Checked.class);
    }
    if (method.getReturnType() == Past.class) {
      return Proxy.newProxyInstance(
          Past.class.getClassLoader(),
          new Class<?>[] {Past.class},
          (_, inner, _) ->
              inner.getName().equals("entries")
                  ? 7L
                  : value(inner.getAnnotatedReturnType(), inner.getName()));
    }
    return value(method.getAnnotatedReturnType(), method.getName());
  }

  private @Nullable Object value(AnnotatedType annotated, String path) {
    if (annotated.isAnnotationPresent(Nullable.class) && chance.oneIn(2)) {
      return null;
    }
    if (annotated.getType() instanceof ParameterizedType generic) {
      AnnotatedType inner =
          ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return chance.oneIn(3) ? Optional.empty() : Optional.of(some(inner, path));
      }
      List<Object> list = new ArrayList<>();
      for (long i = chance.between(0, 3); i > 0; i--) {
        list.add(some(inner, path));
      }
      return list;
    }
    return some(annotated, path);
  }

  private Object some(AnnotatedType annotated, String path) {
    if (annotated.getType() instanceof ParameterizedType) {
      return java.util.Objects.requireNonNull(value(annotated, path));
    }
    Class<?> type = (Class<?>) annotated.getType();
    if (type == String.class) {
      return chance.pick(WORDS.getOrDefault(path, TEXTS));
    }
    if (type == Instant.class) {
      return Instant.EPOCH.plusMillis(chance.between(0, 4_000_000_000_000L));
    }
    if (type == boolean.class) {
      return chance.oneIn(2);
    }
    if (type == int.class || type == Integer.class) {
      return (int) chance.between(0, 1_000);
    }
    if (type == long.class || type == Long.class) {
      return chance.between(-180_000_000_000L, 180_000_000_000L);
    }
    if (type == byte[].class) {
      return chance.bytes(9);
    }
    return record(type);
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          value(
              components[i].getAnnotatedType(),
              type.getSimpleName() + "." + components[i].getName());
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(type + " cannot be made", impossible);
    }
  }

  /** Peers that answer with what they were asked. */
  static final class EchoPeers implements PeerEndpoints {
    @Override
    public Answer post(Call call, byte[] body) {
      return Answer.cose(200, body);
    }

    @Override
    public Answer file(Log log, String path) {
      return new Answer(
          200, "text/plain", (log + " " + path).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
