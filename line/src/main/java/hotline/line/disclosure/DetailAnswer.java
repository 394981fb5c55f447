package hotline.line.disclosure;

import hotline.line.body.NoticeRef;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;
import hotline.record.statement.LineId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a party opens, and what it keeps, of the notices it was asked about.
 *
 * <p>An answer read from bytes is only well formed; {@link #check} holds it against the record.
 *
 * @param request the digest of the document that asked
 * @param opened rising by notice
 * @param withheld rising by notice
 */
public record DetailAnswer(Hash request, List<Opened> opened, List<Kept> withheld) {
  private static final int CODE_MAX = 40;

  /** Refuses lists out of order, and more than a request can ask for. */
  public DetailAnswer {
    opened = List.copyOf(opened);
    withheld = List.copyOf(withheld);
    if (opened.size() + withheld.size() > DetailRequest.WANTED_MAX) {
      throw new IllegalArgumentException(
          "answer for at most " + DetailRequest.WANTED_MAX + " notices");
    }
    Rising.require(opened.stream().map(Opened::notice).toList());
    Rising.require(withheld.stream().map(Kept::notice).toList());
  }

  /**
   * The volumes opened of one notice; none means that none meets what was asked about.
   *
   * @param openings rising by item
   */
  public record Opened(NoticeRef notice, List<Opening> openings) {
    /** Refuses openings out of order. */
    public Opened {
      openings = List.copyOf(openings);
      for (int i = 1; i < openings.size(); i++) {
        if (openings.get(i - 1).item() >= openings.get(i).item()) {
          throw new IllegalArgumentException("open volumes in rising order, each once");
        }
      }
    }
  }

  /**
   * A notice whose volumes were not opened.
   *
   * @param code of {@link Withheld}, or one that this version does not know
   */
  public record Kept(NoticeRef notice, String code) {
    /** Refuses what is no code. */
    public Kept {
      if (code.isEmpty() || code.length() > CODE_MAX || !code.matches("[a-z][a-z-]*")) {
        throw new IllegalArgumentException("a code is 1 to " + CODE_MAX + " of a–z and -");
      }
    }
  }

  /** What an answer told of one notice, once checked. */
  public sealed interface Told {
    /** These volumes, each proved; the issuer says that no other meets what was asked about. */
    record Volumes(SortedMap<Integer, ExactVolume> byItem) implements Told {
      /** Keeps an unmodifiable copy. */
      public Volumes {
        byItem = Collections.unmodifiableSortedMap(new TreeMap<>(byItem));
      }
    }

    /** Nothing, with the issuer's reason. */
    record Nothing(String code) implements Told {}

    /**
     * Something that the record contradicts: with the signature over the answer, evidence.
     *
     * @param code {@code not-committed} or {@code outside-extents}
     */
    record False(String code, String sentence) implements Told {}
  }

  /**
   * Holds the answer against what was asked and what the record has.
   *
   * <p>Only {@link Told.Volumes} may be taken as known; a notice told otherwise remains a possible
   * conflict. A fault means that this is no answer to the question at all.
   *
   * @param asked the digest of the document that asked, and what it asked
   * @param answerer the party that was asked and that signed
   * @param record the notices of the record
   * @return every wanted notice with what was told of it
   */
  public Decoded<SortedMap<NoticeRef, Told>> check(
      Hash asked,
      DetailRequest question,
      LineId line,
      String answerer,
      Function<NoticeRef, Optional<RecordedNotice>> record) {
    if (!request.equals(asked)) {
      return new Decoded.Fault<>("the answer is to another question");
    }
    SortedMap<NoticeRef, Told> told = new TreeMap<>();
    for (Opened one : opened) {
      told.put(one.notice(), judge(one, line, answerer, record.apply(one.notice())));
    }
    for (Kept one : withheld) {
      if (told.put(one.notice(), new Told.Nothing(one.code())) != null) {
        return new Decoded.Fault<>("a notice is both opened and withheld");
      }
    }
    return told.keySet().equals(new TreeSet<>(question.wanted()))
        ? new Decoded.Value<>(Collections.unmodifiableSortedMap(told))
        : new Decoded.Fault<>("the answer is not about the notices that were asked about");
  }

  /** What it told of one notice, if it opened anything of it. */
  public Optional<Told> told(RecordedNotice notice, LineId line) {
    return opened.stream()
        .filter(each -> each.notice().equals(notice.notice()))
        .findFirst()
        .map(each -> judge(each, line, notice.party(), Optional.of(notice)));
  }

  private static Told judge(
      Opened opened, LineId line, String answerer, Optional<RecordedNotice> record) {
    RecordedNotice notice = record.filter(known -> known.party().equals(answerer)).orElse(null);
    if (notice == null) {
      return new Told.False(
          "not-committed", "the record has no such notice of the party that opened it");
    }
    SortedMap<Integer, ExactVolume> volumes = new TreeMap<>();
    for (Opening opening : opened.openings()) {
      switch (opening.verify(notice.subject(line), notice.commitment(), notice.leaves())) {
        case Decoded.Fault<ExactVolume>(String sentence) -> {
          return new Told.False("not-committed", sentence);
        }
        case Decoded.Value<ExactVolume>(ExactVolume volume) -> {
          if (!notice.extents().hold(volume)) {
            return new Told.False(
                "outside-extents",
                "volume " + opening.item() + " does not lie within what its notice declared");
          }
          volumes.put(opening.item(), volume);
        }
      }
    }
    return new Told.Volumes(volumes);
  }

  /** The payload of docs/format.md §8, type 2. */
  public CborMap content() {
    return CborMap.builder()
        .put(1, request.bytes())
        .put(
            2,
            CborArray.of(
                opened,
                one ->
                    CborArray.builder()
                        .add(one.notice().entity().bytes())
                        .add(one.notice().version())
                        .add(CborArray.of(one.openings(), Opening::encoded))
                        .build()))
        .put(
            3,
            CborArray.of(
                withheld,
                one ->
                    CborArray.builder()
                        .add(one.notice().entity().bytes())
                        .add(one.notice().version())
                        .add(one.code())
                        .build()))
        .build();
  }

  /** Reads a hostile payload. */
  public static Decoded<DetailAnswer> decode(CborMap payload) {
    return Fields.decode(
        payload,
        at ->
            new DetailAnswer(
                Hash.of(at.bytes(1, Hash.LENGTH)),
                at.list(
                    2,
                    0,
                    DetailRequest.WANTED_MAX,
                    field -> field.tuple(3, DetailAnswer::readOpened)),
                at.list(
                    3,
                    0,
                    DetailRequest.WANTED_MAX,
                    field ->
                        field.tuple(
                            3, one -> new Kept(Rising.notice(one, 0), one.text(2, CODE_MAX))))));
  }

  private static Opened readOpened(Fields at) {
    return new Opened(Rising.notice(at, 0), at.list(2, 0, Commitment.VOLUMES_MAX, Opening::read));
  }
}
