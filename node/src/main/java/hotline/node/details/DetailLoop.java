package hotline.node.details;

import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.RecordedNotice;
import hotline.line.planning.Conflict;
import hotline.line.planning.KnownVolumes;
import hotline.line.planning.NoticeVolumes;
import hotline.line.terms.Separation;
import hotline.node.Backoff;
import hotline.node.Loop;
import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.details.ConflictBook.Knowledge;
import hotline.node.details.ConflictBook.Meeting;
import hotline.node.details.ConflictBook.Pair;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what is behind each coarse meeting: asks the other party's node, as often as it takes,
 * and compares volumes. Until it knows, a meeting is a possible conflict. One thread.
 */
public final class DetailLoop implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(DetailLoop.class);
  private static final Duration IDLE = Duration.ofMinutes(1);

  /** What proves a false answer is signed soon after. */
  private static final Duration ACCUSE_AGAIN = Duration.ofSeconds(1);

  /** Rounds are this far apart, so that one request asks for many notices. */
  private static final Duration GATHER = Duration.ofMillis(100);

  private final Details details;
  private final ConflictBook book;
  private final Supplier<Optional<Separation>> separation;
  private final Troubles troubles;
  private final Consumer<Meeting> known;
  private final Loop loop;
  private final Map<String, Waits> waits = new LinkedHashMap<>();

  /** Pairs to be found out about; guarded by this. */
  private final Set<Pair> wanted = new LinkedHashSet<>();

  /**
   * Not started.
   *
   * @param known told of each pair that was found out about
   */
  public DetailLoop(
      Details details,
      ConflictBook book,
      Supplier<Optional<Separation>> separation,
      Troubles troubles,
      Pace pace,
      Consumer<Meeting> known) {
    this.details = details;
    this.book = book;
    this.separation = separation;
    this.troubles = troubles;
    this.known = known;
    this.loop = pace.loop("details", GATHER, this::round);
  }

  /** Begins. */
  public void start() {
    loop.start();
  }

  /** These are to be found out about. */
  public void want(Collection<Pair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    synchronized (this) {
      wanted.addAll(pairs);
    }
    loop.wake();
  }

  private synchronized List<Pair> take() {
    List<Pair> all = new ArrayList<>(wanted);
    wanted.clear();
    return all;
  }

  private synchronized void putBack(Collection<Pair> pairs) {
    wanted.addAll(pairs);
  }

  private Duration round() {
    Duration pause = IDLE;
    for (Map.Entry<String, Map<NoticeRef, List<NoticeRef>>> peer : byPeer(take()).entrySet()) {
      Duration wait = askAll(peer.getKey(), peer.getValue());
      pause = wait.compareTo(pause) < 0 ? wait : pause;
    }
    return details.accuse() && pause.compareTo(ACCUSE_AGAIN) > 0 ? ACCUSE_AGAIN : pause;
  }

  /** By party, then by own notice: what of the party's is wanted. */
  private Map<String, Map<NoticeRef, List<NoticeRef>>> byPeer(List<Pair> pairs) {
    Map<String, Map<NoticeRef, List<NoticeRef>>> all = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      book.meeting(pair)
          .filter(meeting -> !meeting.gone())
          .ifPresent(meeting ->
              all.computeIfAbsent(meeting.otherParty(), _ -> new LinkedHashMap<>())
                  .computeIfAbsent(meeting.own(), _ -> new ArrayList<>())
                  .add(meeting.other()));
    }
    return all;
  }

  /** How long to wait before the rest is asked for. */
  private Duration askAll(String party, Map<NoticeRef, List<NoticeRef>> byOwn) {
    Waits waits = this.waits.computeIfAbsent(party, _ -> new Waits());
    List<Pair> again = new ArrayList<>();
    boolean unreached = false;
    for (Map.Entry<NoticeRef, List<NoticeRef>> own : byOwn.entrySet()) {
      List<NoticeRef> others = own.getValue().stream().sorted().distinct().toList();
      for (int from = 0; from < others.size(); from += DetailRequest.WANTED_MAX) {
        List<NoticeRef> batch =
            others.subList(from, Math.min(others.size(), from + DetailRequest.WANTED_MAX));
        // After one failure the rest waits with it: one time-out a round is enough.
        unreached |= unreached || loop.isClosed() || !ask(party, own.getKey(), batch, again);
        if (unreached) {
          batch.forEach(other -> again.add(new Pair(own.getKey().entity(), other.entity())));
        }
      }
    }
    putBack(again);
    return waits.after(unreached, !again.isEmpty());
  }

  /** How long each party is left alone after it did not answer, or refused. */
  private static final class Waits {
    private final Backoff unreached = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    /** At first it may only be behind with the record; later every try is one more log entry. */
    private final Backoff refused = new Backoff(Duration.ofMillis(100), Duration.ofMinutes(1));

    Duration after(boolean wasUnreached, boolean rests) {
      if (wasUnreached) {
        return unreached.failed();
      }
      unreached.succeeded();
      if (rests) {
        return refused.failed();
      }
      refused.succeeded();
      return IDLE;
    }
  }

  /** False if the party gave no answer. */
  private boolean ask(String party, NoticeRef own, List<NoticeRef> others, List<Pair> again) {
    SortedMap<NoticeRef, RecordedNotice> record = new TreeMap<>();
    if (details.recorded(own).filter(RecordedNotice::live).isPresent()) {
      for (NoticeRef other : others) {
        details
            .recorded(other)
            .filter(RecordedNotice::live)
            .ifPresent(recorded -> record.put(other, recorded));
      }
    }
    if (record.isEmpty()) {
      // Overtaken, ended or past: there is nothing left to find out.
      return true;
    }
    try {
      var told =
          details.ask(
              party,
              new DetailRequest(
                  new DetailRequest.OnBehalfOf.Own(own), List.copyOf(record.keySet())),
              record);
      for (var each : told.entrySet()) {
        if (!settle(party, own, each.getKey(), each.getValue())) {
          again.add(new Pair(own.entity(), each.getKey().entity()));
        }
      }
      return true;
    } catch (Details.BadAnswer bad) {
      LOG.atWarn().addKeyValue("peer", party).log("an answer was refused: {}", bad.getMessage());
      return unknown(own, others, String.valueOf(bad.getMessage()));
    } catch (IOException failed) {
      LOG.atDebug().addKeyValue("peer", party).setCause(failed).log("no details");
      return unknown(own, others, String.valueOf(failed.getMessage()));
    }
  }

  private boolean unknown(NoticeRef own, List<NoticeRef> others, String why) {
    others.forEach(other -> book.know(own, other, new Knowledge.Possible(why)));
    return false;
  }

  /**
   * Whether nothing more need be asked about the two. Only volumes make a pair known: the record
   * says that the two meet, so that a party that says otherwise, or nothing, clears nothing.
   */
  private boolean settle(String party, NoticeRef own, NoticeRef other, DetailAnswer.Told told)
      throws IOException {
    return switch (told) {
      case DetailAnswer.Told.Volumes _ -> {
        compare(own, other);
        yield true;
      }
      case DetailAnswer.Told.Nothing(String code) -> {
        book.know(own, other, new Knowledge.Possible(code)).ifPresent(known);
        yield false;
      }
      case DetailAnswer.Told.False(String code, String sentence) -> {
        troubles.raise(
            "false-details",
            "The node of "
                + party
                + " signed an answer that the record contradicts ("
                + code
                + ": "
                + sentence
                + "). The notice stays a possible conflict. Call the other post; the answer is kept"
                + " with the disclosures, and in evidence/ with what proves it.");
        book.know(own, other, new Knowledge.Possible(sentence)).ifPresent(known);
        yield true;
      }
    };
  }

  /** Compares what is known of two notices; told before, perhaps before a restart. */
  void compare(NoticeRef own, NoticeRef other) throws IOException {
    Optional<List<ExactVolume>> mine = details.store().own(own);
    Optional<Separation> rules = separation.get();
    if (mine.isEmpty() || rules.isEmpty()) {
      book.know(own, other, new Knowledge.Possible("the own volumes are not here"))
          .ifPresent(known);
      return;
    }
    List<ExactVolume> theirs = List.copyOf(details.store().opened(other).values());
    Knowledge knowledge =
        conflict(own, mine.get(), other, theirs, rules.get())
            .<Knowledge>map(Knowledge.Exact::new)
            .orElseGet(Knowledge.Clear::new);
    book.know(own, other, knowledge).ifPresent(known);
  }

  /**
   * The conflict of an own notice with the volumes that are known of another's, if they overlap.
   */
  public static Optional<Conflict> conflict(
      NoticeRef own,
      List<ExactVolume> mine,
      NoticeRef other,
      List<ExactVolume> theirs,
      Separation separation) {
    return theirs.isEmpty()
        ? Optional.empty()
        : KnownVolumes.of(List.of(new NoticeVolumes(other, theirs)), separation)
            .conflictsOf(new NoticeVolumes(own, mine))
            .stream()
            .findFirst();
  }

  /** What was told before a restart need not be asked again. */
  public List<Pair> recall(List<Pair> pairs) {
    List<Pair> rest = new ArrayList<>();
    for (Pair pair : pairs) {
      Meeting meeting = book.meeting(pair).orElse(null);
      try {
        if (meeting != null && details.store().isTold(meeting.own(), meeting.other())) {
          compare(meeting.own(), meeting.other());
        } else {
          rest.add(pair);
        }
      } catch (IOException failed) {
        rest.add(pair);
      }
    }
    return rest;
  }

  @Override
  public void close() {
    loop.close();
  }
}
