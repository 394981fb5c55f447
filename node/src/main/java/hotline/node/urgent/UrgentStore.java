package hotline.node.urgent;

import hotline.node.Times;
import hotline.node.store.FramedFile;
import hotline.node.store.StatementFrames;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Frames: a type byte, then
 *   OWN       the statement
 *   RECEIVED  when (µs, 8 bytes), 1 if it came too late to alarm, 1 if by the record, the statement
 *   REACHED   the statement's id, the name of the party that has it
 *   RECORDED  the statement's id
 */
/**
 * The urgent statements of this node and of the others, on disk. Safe for use by many threads.
 *
 * <p>A disk that cannot be written keeps nobody from being warned: what it does not take is here
 * all the same, is told to be not kept, and is written as soon as that is possible.
 */
final class UrgentStore implements Closeable {
  /** What is older is dropped at the next start; the record has it. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** Of the others' statements this many are kept; then a party's oldest make room for its own. */
  private static final int RECEIVED_MAX = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(UrgentStore.class);

  private static final byte OWN = 1;
  private static final byte RECEIVED = 2;
  private static final byte REACHED = 3;
  private static final byte RECORDED = 4;

  private final FramedFile file;

  /** What is not known to be on disk, and its frame; guarded by this, as are the maps below. */
  private final Map<StatementId, Pending> pending = new LinkedHashMap<>();

  private final Map<StatementId, Own> own;

  private final Map<StatementId, Received> received;

  /** One statement of this node, and who has it. */
  static final class Own {
    private final Statement statement;
    private final Set<String> reached = new LinkedHashSet<>();
    private boolean recorded;

    private Own(Statement statement) {
      this.statement = statement;
    }
  }

  /**
   * One statement of another party.
   *
   * @param late whether it was signed so long before it came that it must not alarm
   * @param byRecord whether the record brought it first
   */
  record Received(Statement statement, Instant at, boolean late, boolean byRecord) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Pending(byte[] frame, FramedFile.@Nullable Ticket ticket) {}

  private UrgentStore(
      FramedFile file, Map<StatementId, Own> own, Map<StatementId, Received> received) {
    this.file = file;
    this.own = own;
    this.received = received;
  }

  /** Opens the file, or a new one. */
  static UrgentStore open(Path path, Instant now) throws IOException {
    FramedFile.Opened opened = FramedFile.open(path);
    Map<StatementId, Own> own = new LinkedHashMap<>();
    Map<StatementId, Received> received = new LinkedHashMap<>();
    for (byte[] frame : opened.contents()) {
      if (!apply(own, received, ByteBuffer.wrap(frame))) {
        opened.file().close();
        throw new IOException(
            path + " holds what this version does not know; use the version before");
      }
    }
    Instant oldest = now.minus(KEPT);
    boolean dropped = received.values().removeIf(each -> each.at().isBefore(oldest));
    while (received.size() > RECEIVED_MAX) {
      received.remove(received.keySet().iterator().next());
      dropped = true;
    }
    dropped |= own.values().removeIf(each -> each.recorded && signed(each).isBefore(oldest));
    if (!dropped) {
      return new UrgentStore(opened.file(), own, received);
    }
    opened.file().close();
    FramedFile.replace(path, frames(own, received));
    return new UrgentStore(FramedFile.open(path).file(), own, received);
  }

  private static Instant signed(Own own) {
    return Times.instant(own.statement.header().timeUs());
  }

  private static boolean apply(
      Map<StatementId, Own> own, Map<StatementId, Received> received, ByteBuffer frame) {
    if (!frame.hasRemaining()) {
      return false;
    }
    byte type = frame.get();
    return switch (type) {
      case OWN -> {
        Optional<Statement> statement = StatementFrames.statement(frame);
        statement.ifPresent(each -> own.put(each.id(), new Own(each)));
        yield statement.isPresent();
      }
      case RECEIVED -> {
        if (frame.remaining() < 10) {
          yield false;
        }
        Instant at = Times.instant(frame.getLong());
        boolean late = frame.get() == 1;
        boolean byRecord = frame.get() == 1;
        Optional<Statement> statement = StatementFrames.statement(frame);
        statement.ifPresent(
            each -> received.put(each.id(), new Received(each, at, late, byRecord)));
        yield statement.isPresent();
      }
      case REACHED, RECORDED -> {
        if (frame.remaining() < StatementId.BYTES) {
          yield false;
        }
        Own of = own.get(StatementId.of(StatementFrames.take(frame, StatementId.BYTES)));
        if (of != null && type == RECORDED) {
          of.recorded = true;
        } else if (of != null) {
          of.reached.add(
              new String(
                  StatementFrames.take(frame, frame.remaining()), StandardCharsets.US_ASCII));
        }
        yield true;
      }
      default -> false;
    };
  }

  private static List<byte[]> frames(
      Map<StatementId, Own> own, Map<StatementId, Received> received) {
    List<byte[]> frames = new ArrayList<>();
    received.values().forEach(each -> frames.add(frame(each)));
    for (Own each : own.values()) {
      frames.add(StatementFrames.of(OWN, each.statement.bytes()));
      byte[] id = each.statement.id().bytes();
      each.reached.forEach(party -> frames.add(StatementFrames.of(REACHED, id, ascii(party))));
      if (each.recorded) {
        frames.add(StatementFrames.of(RECORDED, id));
      }
    }
    return frames;
  }

  private static byte[] frame(Received each) {
    byte[] head =
        ByteBuffer.allocate(10)
            .putLong(Times.micros(each.at()))
            .put((byte) (each.late() ? 1 : 0))
            .put((byte) (each.byRecord() ? 1 : 0))
            .array();
    return StatementFrames.of(RECEIVED, head, each.statement().bytes());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes an own statement in; on disk only once {@link #isKept}. */
  synchronized void say(Statement statement) {
    own.put(statement.id(), new Own(statement));
    enqueue(statement.id(), StatementFrames.of(OWN, statement.bytes()));
  }

  /**
   * Takes another party's statement in.
   *
   * @return false if it was seen before; on disk only once {@link #isKept}
   */
  synchronized boolean receive(Received what) {
    StatementId id = what.statement().id();
    if (received.putIfAbsent(id, what) != null) {
      return false;
    }
    enqueue(id, frame(what));
    if (received.size() > RECEIVED_MAX) {
      String party = what.statement().header().chain().party();
      received.values().stream()
          .filter(each -> each.statement().header().chain().party().equals(party))
          .findFirst()
          .ifPresent(oldest -> received.remove(oldest.statement().id()));
    }
    return true;
  }

  private void enqueue(StatementId id, byte[] frame) {
    FramedFile.Ticket ticket = null;
    try {
      ticket = file.enqueue(frame);
    } catch (IOException full) {
      LOG.atError().setCause(full).log("the urgent file takes no more");
    }
    pending.put(id, new Pending(frame, ticket));
  }

  private boolean isLost(Pending each) {
    return each.ticket() == null || file.isLost(each.ticket());
  }

  /** Waits for the disk; whether a statement that was said or received is on it. */
  boolean isKept(StatementId id) {
    Pending mine;
    synchronized (this) {
      mine = pending.get(id);
    }
    if (mine == null) {
      return true;
    }
    if (mine.ticket() == null) {
      return false;
    }
    try {
      file.awaitDurable(mine.ticket());
    } catch (IOException failed) {
      LOG.atError().addKeyValue("id", id).setCause(failed).log("an urgent statement is not kept");
      return false;
    }
    synchronized (this) {
      boolean _ = pending.remove(id, mine);
    }
    return true;
  }

  /** Tries to write what the disk did not take; whether all is on disk now. */
  boolean keepAll() {
    List<StatementId> lost = new ArrayList<>();
    synchronized (this) {
      for (Map.Entry<StatementId, Pending> each : List.copyOf(pending.entrySet())) {
        if (isLost(each.getValue())) {
          enqueue(each.getKey(), each.getValue().frame());
          lost.add(each.getKey());
        }
      }
    }
    return lost.stream().allMatch(this::isKept);
  }

  /** Whether another party's statement was seen before. */
  synchronized Optional<Received> received(StatementId id) {
    return Optional.ofNullable(received.get(id));
  }

  /** All that was received and kept, oldest first. */
  synchronized List<Received> received() {
    return new ArrayList<>(received.values());
  }

  /** All own statements, oldest first. */
  synchronized List<Statement> own() {
    return own.values().stream().map(each -> each.statement).toList();
  }

  /** Written with the next that must be; losing it costs one more sending. */
  private void note(byte[] frame) {
    try {
      FramedFile.Ticket _ = file.enqueue(frame);
    } catch (IOException full) {
      LOG.atWarn().setCause(full).log("the urgent file takes no more");
    }
  }

  /** A party's node has an own statement on disk. Not forced: sending it again is harmless. */
  synchronized void reached(StatementId id, String party) {
    Own of = own.get(id);
    if (of != null && of.reached.add(party)) {
      note(StatementFrames.of(REACHED, id.bytes(), ascii(party)));
    }
  }

  /** An own statement is in the verified record. */
  synchronized void recorded(StatementId id) {
    Own of = own.get(id);
    if (of != null && !of.recorded) {
      of.recorded = true;
      note(StatementFrames.of(RECORDED, id.bytes()));
    }
  }

  /**
   * Own statements that this party's node does not have, as far as known; oldest first. What is in
   * the record and was signed before {@code worth} is left to the record.
   */
  synchronized List<Statement> notReached(String party, Instant worth) {
    return own.values().stream()
        .filter(each -> !each.reached.contains(party))
        .filter(each -> !each.recorded || !signed(each).isBefore(worth))
        .map(each -> each.statement)
        .toList();
  }

  /** Own statements that are not in the verified record; oldest first. */
  synchronized List<Statement> notRecorded() {
    return own.values().stream()
        .filter(each -> !each.recorded)
        .map(each -> each.statement)
        .toList();
  }

  /** Who has an own statement. */
  synchronized Set<String> reached(StatementId id) {
    Own of = own.get(id);
    return of == null ? Set.of() : new LinkedHashSet<>(of.reached);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
