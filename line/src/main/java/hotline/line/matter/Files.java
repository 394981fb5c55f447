package hotline.line.matter;

import hotline.line.MatterRefusals;
import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which incidents and cases there are, and how much room each party has left in them.
 *
 * <p><b>Bounds</b>, of each party for itself, so that none can take another's room: {@value
 * #FILES_MAX} files, {@value #IN_FILE_MAX} statements in one file, {@value #IN_ALL_MAX} in all and
 * outside of any. What ends, signs or vetoes something always has room: there is one at most of
 * each party for each thing.
 */
public final class Files {
  /** Files that one party opens. */
  static final int FILES_MAX = 1_000;

  /** Statements of one party in one file. */
  static final int IN_FILE_MAX = 500;

  /** Statements of one party in all. */
  static final int IN_ALL_MAX = 100_000;

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

  private record File(Sort sort, Mode mode, Map<String, Integer> said) {}

  /** What a file is of; empty if there is none with this id. */
  public Optional<Sort> sort(StatementId file) {
    return Optional.ofNullable(files.get(file)).map(File::sort);
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
  public Optional<Ruling.Refused> closed(Spoken spoken, StatementId id, Sort sort) {
    return sort(id).filter(sort::equals).isEmpty()
        ? Optional.of(MatterRefusals.FILE_UNKNOWN.refuse(sort.word()))
        : closed(spoken, id);
  }

  /** Why a party may not say more in a file. */
  public Optional<Ruling.Refused> closed(Spoken spoken, StatementId id) {
    File file = files.get(id);
    if (file == null) {
      return Optional.of(MatterRefusals.FILE_UNKNOWN.refuse("incident or case"));
    }
    return wrongMode(spoken, file.mode())
        .or(() ->
            file.said().getOrDefault(spoken.party(), 0) < IN_FILE_MAX
                ? full(spoken)
                : Optional.of(MatterRefusals.FILE_FULL.refuse(IN_FILE_MAX)));
  }

  /** Why a party may not say this of what was said in another mode. */
  public static Optional<Ruling.Refused> wrongMode(Spoken spoken, Mode mode) {
    return spoken.mode() == mode
        ? Optional.empty()
        : Optional.of(Refusals.WRONG_MODE.refuse(spoken.mode(), mode));
  }

  /** Takes over that there is a file. */
  public void open(Sort sort, Said said) {
    files.put(said.id(), new File(sort, said.mode(), new TreeMap<>()));
    opened.merge(said.party(), 1, Integer::sum);
    count(said.party(), Optional.of(said.id()));
  }

  /** Takes over that a party has said something, in a file or outside of any. */
  public void count(String party, Optional<StatementId> in) {
    inAll.merge(party, 1, Integer::sum);
    in.map(files::get).ifPresent(file -> file.said().merge(party, 1, Integer::sum));
  }
}
