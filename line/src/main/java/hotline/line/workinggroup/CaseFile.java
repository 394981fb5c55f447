package hotline.line.workinggroup;

import hotline.line.matter.Closings;
import hotline.line.matter.Due;
import hotline.line.matter.Motion;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is in the file of a case, at one moment of the record.
 *
 * @param agenda in its order
 * @param agreed facts and proposals that all who have to have signed
 * @param differing facts and proposals that are open, vetoed or retracted
 * @param minutes in their order, agreed or not
 * @param next when the group meets next, by the latest minutes that stand; empty: not said
 * @param closings who holds it for closed
 * @param handOffs messages of the safety line that came to this case
 */
public record CaseFile(
    Case opened,
    List<AgendaItem> agenda,
    List<Motion> agreed,
    List<Motion> differing,
    List<Motion> minutes,
    Optional<Meeting> next,
    List<Due> dues,
    Closings closings,
    List<HandOff> handOffs) {
  public CaseFile {
    agenda = List.copyOf(agenda);
    agreed = List.copyOf(agreed);
    differing = List.copyOf(differing);
    minutes = List.copyOf(minutes);
    dues = List.copyOf(dues);
    handOffs = List.copyOf(handOffs);
  }

  /**
   * An item of the agenda.
   *
   * @param positions by party, each party's in their order: the last is its present one
   */
  public record AgendaItem(String text, SortedMap<String, List<Position>> positions) {
    public AgendaItem {
      positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    }

    /** A party's present position. */
    public Optional<Position> position(String party) {
      return Optional.ofNullable(positions.get(party)).map(List::getLast);
    }
  }

  /**
   * The next meeting.
   *
   * @param agreed whether the minutes that name it are agreed
   */
  public record Meeting(long timeUs, boolean agreed) {}
}
