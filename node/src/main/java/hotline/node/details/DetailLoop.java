package hotline.node.details;

import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.ExactVolume;
import hotline.line.planning.Conflict;
import hotline.line.planning.KnownVolumes;
import hotline.line.planning.NoticeVolumes;
import hotline.line.terms.Separation;
import hotline.node.Backoff;
import hotline.node.Loop;
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

  /** Rounds are this far apart, so that one request asks for many notices. */
  private static final Duration GATHER = Duration.ofMillis(100);

  private final Details details;
  private final ConflictBook book;
  private final Supplier<Optional<Separation>> separation;
  private final Consumer<Meeting> known;
  private final Loop loop = new Loop("details", this::round);
  private final Map<String, Backoff> backoffs = new LinkedHashMap<>();

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
      Consumer<Meeting> known) {
    this.details = details;
    this.book = book;
    this.separation = separation;
    this.known = known;
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

  private Duration round() throws InterruptedException {
    Thread.sleep(GATHER);
    Duration pause = IDLE;
    for (Map.Entry<String, Map<NoticeRef, List<NoticeRef>>> peer : byPeer(take()).entrySet()) {
      Duration wait = askAll(peer.getKey(), peer.getValue());
      pause = wait.compareTo(pause) < 0 ? wait : pause;
    }
    return pause;
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
    Backoff backoff =
        backoffs.computeIfAbsent(
            party, _ -> new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5)));
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
    if (again.isEmpty()) {
      backoff.succeeded();
      return IDLE;
    }
    return backoff.failed();
  }

  /** False if the party gave no answer. */
  private boolean ask(String party, NoticeRef own, List<NoticeRef> others, List<Pair> again) {
    try {
      var told =
          details.ask(party, new DetailRequest(new DetailRequest.OnBehalfOf.Own(own), others));
      for (var each : told.entrySet()) {
        if (!settle(own, each.getKey(), each.getValue())) {
          again.add(new Pair(own.entity(), each.getKey().entity()));
        }
      }
      return true;
    } catch (IOException failed) {
      LOG.atDebug().addKeyValue("peer", party).setCause(failed).log("no details");
      String why = String.valueOf(failed.getMessage());
      others.forEach(other -> book.know(own, other, new Knowledge.Possible(why)));
      return false;
    }
  }

  /** Whether nothing more need be asked about the two. */
  private boolean settle(NoticeRef own, NoticeRef other, DetailAnswer.Told told)
      throws IOException {
    return switch (told) {
      case DetailAnswer.Told.Volumes _ -> {
        compare(own, other);
        yield true;
      }
      case DetailAnswer.Told.Nothing(String code) -> {
        boolean clear = code.equals("does-not-meet");
        Knowledge knowledge = clear ? new Knowledge.Clear() : new Knowledge.Possible(code);
        book.know(own, other, knowledge).ifPresent(known);
        // The other node may not have read the record as far as this one has.
        yield clear || code.equals("volumes-missing");
      }
      case DetailAnswer.Told.False(String code, String sentence) -> {
        LOG.atError()
            .addKeyValue("code", code)
            .log("an answer contradicts the record: {}", sentence);
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
    List<Conflict> conflicts =
        theirs.isEmpty()
            ? List.of()
            : KnownVolumes.of(List.of(new NoticeVolumes(other, theirs)), rules.get())
                .conflictsOf(new NoticeVolumes(own, mine.get()));
    Knowledge knowledge =
        conflicts.isEmpty() ? new Knowledge.Clear() : new Knowledge.Exact(conflicts.getFirst());
    book.know(own, other, knowledge).ifPresent(known);
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
