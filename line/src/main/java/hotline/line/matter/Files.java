package hotline.line.matter;

import hotline.line.MatterRefusals;
import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.UtcText;
import hotline.line.body.MatterBody;
import hotline.line.effect.MatterEffect;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents and cases there are, and how much room each party has left in them.
 *
 * <p><b>Bounds</b>, of each party for itself, so that none can take another's room: {@value
 * #FILES_MAX} files, {@value #IN_FILE_MAX} statements in one file, {@value #IN_ALL_MAX} in all and
 * outside of any. What ends, signs or vetoes something always has room: there is one at most of
 * each party for each thing. It closes a file, and reopens it, {@value #CLOSINGS_MAX} times.
 */
public final class Files {
  /** Files that one party opens. */
  static final int FILES_MAX = 1_000;

  /** Statements of one party in one file. */
  static final int IN_FILE_MAX = 500;

  /** Statements of one party in all. */
  static final int IN_ALL_MAX = 100_000;

  /** How often a party closes one file, and how often it reopens it. */
  static final int CLOSINGS_MAX = 16;

  private final Map<StatementId, File> files = new HashMap<>();
  private final Map<String, Integer> opened = new TreeMap<>();
  private final Map<String, Integer> inAll = new TreeMap<>();

  /** What a file is of. */
  public enum Sort {
    INCIDENT("incident"),
    CASE("case");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    /** As a sentence has it. */
    public String word() {
      return word;
    }
  }

  /** A file, and what was said of its closing. */
  private static final class File {
    private final Sort sort;
    private final Mode mode;
    private final Map<String, Integer> said = new TreeMap<>();
    private final List<Closing> closings = new ArrayList<>();

    /** The last entry by which something was said in it, a reopening too. */
    private long lastIndex;

    private File(Sort sort, Mode mode) {
      this.sort = sort;
      this.mode = mode;
    }

    private boolean isClosed() {
      return !closings.isEmpty() && closings.getLast().step() == Closing.Step.CLOSED;
    }

    private List<String> closedBy() {
      return closings.stream()
          .filter(each -> each.said().index() > lastIndex)
          .map(each -> each.said().party())
          .distinct()
          .sorted()
          .toList();
    }

    private long count(String party, Closing.Step step) {
      return closings.stream()
          .filter(each -> each.said().party().equals(party))
          .filter(each -> (each.step() == Closing.Step.REOPEN) == (step == Closing.Step.REOPEN))
          .count();
    }
  }

  /** What a file is of; empty if there is none with this id. */
  public Optional<Sort> sort(StatementId file) {
    return Optional.ofNullable(files.get(file)).map(each -> each.sort);
  }

  /** Why a party may not open a file. */
  public Optional<Ruling.Refused> fullForFile(Spoken spoken) {
    return opened.getOrDefault(spoken.party(), 0) < FILES_MAX
        ? full(spoken)
        : Optional.of(MatterRefusals.FILES_FULL.refuse(FILES_MAX + " files"));
  }

  /** Why a party may not say more outside of any file. */
  public Optional<Ruling.Refused> full(Spoken spoken) {
    return inAll.getOrDefault(spoken.party(), 0) < IN_ALL_MAX
        ? Optional.empty()
        : Optional.of(MatterRefusals.FILES_FULL.refuse(IN_ALL_MAX + " statements"));
  }

  /** Why a party may not say more in a file of this sort. */
  public Optional<Ruling.Refused> barred(Spoken spoken, StatementId id, Sort sort) {
    return sort(id).filter(sort::equals).isEmpty()
        ? Optional.of(MatterRefusals.FILE_UNKNOWN.refuse(sort.word()))
        : barred(spoken, id);
  }

  /** Why a party may not say more in a file. */
  public Optional<Ruling.Refused> barred(Spoken spoken, StatementId id) {
    File file = files.get(id);
    if (file == null) {
      return Optional.of(MatterRefusals.FILE_UNKNOWN.refuse("incident or case"));
    }
    return wrongMode(spoken, file.mode)
        .or(() -> closed(id))
        .or(() ->
            file.said.getOrDefault(spoken.party(), 0) < IN_FILE_MAX
                ? full(spoken)
                : Optional.of(MatterRefusals.FILE_FULL.refuse(IN_FILE_MAX)));
  }

  /** Why nothing can be said in a file, if it is closed. */
  Optional<Ruling.Refused> closed(StatementId id) {
    File file = files.get(id);
    return file != null && file.isClosed()
        ? Optional.of(
            MatterRefusals.FILE_CLOSED.refuse(
                file.sort.word(), UtcText.of(file.closings.getLast().said().saidUs())))
        : Optional.empty();
  }

  /** Why nothing can be said of what is in a file, if that is closed; null: it is in none. */
  public Optional<Ruling.Refused> closedAround(@Nullable StatementId id) {
    return id == null ? Optional.empty() : closed(id);
  }

  /** What the rules say to a CLOSE, apart from its seat. */
  Ruling close(Spoken spoken, MatterBody.Close close, List<String> parties) {
    File file = files.get(close.file());
    if (file == null) {
      return MatterRefusals.FILE_UNKNOWN.refuse("incident or case");
    }
    Optional<Ruling.Refused> refused = wrongMode(spoken, file.mode).or(() -> closed(close.file()));
    if (refused.isPresent()) {
      return refused.get();
    }
    List<String> by = file.closedBy();
    if (by.contains(spoken.party())) {
      return MatterRefusals.ITEM_SIGNED.refuse();
    }
    if (file.count(spoken.party(), Closing.Step.CLOSE) >= CLOSINGS_MAX) {
      return MatterRefusals.SAID_ENOUGH.refuse(CLOSINGS_MAX);
    }
    boolean last =
        parties.stream().allMatch(party -> party.equals(spoken.party()) || by.contains(party));
    return Ruling.grant(
        new MatterEffect.FileClosing(
            new Closing(
                Said.of(spoken),
                close.file(),
                last ? Closing.Step.CLOSED : Closing.Step.CLOSE,
                close.words(),
                close.seat().orElse(null))));
  }

  /** What the rules say to a REOPEN, apart from its seat. */
  Ruling reopen(Spoken spoken, MatterBody.Reopen reopen) {
    File file = files.get(reopen.file());
    if (file == null) {
      return MatterRefusals.FILE_UNKNOWN.refuse("incident or case");
    }
    Optional<Ruling.Refused> refused = wrongMode(spoken, file.mode);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!file.closedBy().contains(spoken.party())) {
      return MatterRefusals.FILE_OPEN.refuse(file.sort.word());
    }
    return file.count(spoken.party(), Closing.Step.REOPEN) < CLOSINGS_MAX
        ? Ruling.grant(
            new MatterEffect.FileClosing(
                new Closing(
                    Said.of(spoken),
                    reopen.file(),
                    Closing.Step.REOPEN,
                    reopen.reason(),
                    reopen.seat().orElse(null))))
        : MatterRefusals.SAID_ENOUGH.refuse(CLOSINGS_MAX);
  }

  /** Takes over what a party holds of a file's being closed. */
  void on(Closing closing) {
    File file = files.get(closing.file());
    if (file != null) {
      file.closings.add(closing);
      if (closing.step() == Closing.Step.REOPEN) {
        file.lastIndex = closing.said().index();
      }
    }
  }

  /** Who holds a file for closed. */
  Closings closings(StatementId id) {
    File file = files.get(id);
    return file == null
        ? Closings.NONE
        : new Closings(file.closings, file.closedBy(), file.isClosed());
  }

  /** Why a party may not say this of what was said in another mode. */
  public static Optional<Ruling.Refused> wrongMode(Spoken spoken, Mode mode) {
    return spoken.mode() == mode
        ? Optional.empty()
        : Optional.of(Refusals.WRONG_MODE.refuse(spoken.mode(), mode));
  }

  /** Takes over that there is a file. */
  public void open(Sort sort, Said said) {
    files.put(said.id(), new File(sort, said.mode()));
    opened.merge(said.party(), 1, Integer::sum);
    count(said, Optional.of(said.id()));
  }

  /** Takes over that a party has put something, in a file or outside of any. */
  public void count(Said said, Optional<StatementId> in) {
    inAll.merge(said.party(), 1, Integer::sum);
    in.map(files::get).ifPresent(file -> file.said.merge(said.party(), 1, Integer::sum));
    touch(said, in.orElse(null));
  }

  /** Takes over that something was said in a file: closings before it stand no more. */
  public void touch(Said said, @Nullable StatementId in) {
    File file = in == null ? null : files.get(in);
    if (file != null) {
      file.lastIndex = said.index();
    }
  }
}
