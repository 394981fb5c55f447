package hotline.line.disclosure;

import hotline.line.body.NoticeRef;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import java.util.List;

/**
 * A party's question for the exact volumes of some notices of another, with what entitles it to
 * ask.
 *
 * @param wanted 1 to {@link #WANTED_MAX}, rising
 */
public record DetailRequest(OnBehalfOf onBehalfOf, List<NoticeRef> wanted) {
  /** The most notices one request asks about. */
  public static final int WANTED_MAX = 64;

  /** Refuses an empty question, and notices out of order or named twice. */
  public DetailRequest {
    wanted = List.copyOf(wanted);
    if (wanted.isEmpty() || wanted.size() > WANTED_MAX) {
      throw new IllegalArgumentException(
          "ask about 1 to " + WANTED_MAX + " notices, not " + wanted.size());
    }
    Rising.require(wanted);
  }

  /** What entitles a party to ask. */
  public sealed interface OnBehalfOf {
    /** One of its own notices, in the record and live. */
    record Own(NoticeRef notice) implements OnBehalfOf {}

    /** A planning enquiry: nothing is declared yet; the terms bound how much it may span. */
    record Enquiry(Extents extents) implements OnBehalfOf {}
  }

  /** The payload of docs/format.md §8, type 1. */
  public CborMap content() {
    return CborMap.builder()
        .put(1, encode(onBehalfOf))
        .put(2, CborArray.of(wanted, NoticeRef::encoded))
        .build();
  }

  /** Reads a hostile payload. */
  public static Decoded<DetailRequest> decode(CborMap payload) {
    return Fields.decode(
        payload,
        at ->
            new DetailRequest(
                readOnBehalfOf(at.at(1)), at.list(2, 1, WANTED_MAX, NoticeRef::read)));
  }

  private static CborValue encode(OnBehalfOf onBehalfOf) {
    return switch (onBehalfOf) {
      case OnBehalfOf.Own(NoticeRef notice) ->
          CborArray.builder().add(0).add(notice.entity().bytes()).add(notice.version()).build();
      case OnBehalfOf.Enquiry(Extents extents) -> CborArray.of(CborValue.of(1), extents.encoded());
    };
  }

  private static OnBehalfOf readOnBehalfOf(Field field) {
    boolean isOwn = field.value() instanceof CborArray array && array.size() == 3;
    return isOwn
        ? field.tuple(
            3,
            at -> {
              at.integer(0, 0, 0);
              return new OnBehalfOf.Own(Rising.notice(at, 1));
            })
        : field.tuple(
            2,
            at -> {
              at.integer(0, 1, 1);
              return new OnBehalfOf.Enquiry(Extents.read(at.at(1)));
            });
  }
}
