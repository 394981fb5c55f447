package hotline.traffic.readsb;

import hotline.traffic.report.Rejects;
import hotline.traffic.report.TargetReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The reports of one {@code aircraft.json}
 * (https://github.com/wiedehopf/readsb/blob/dev/README-json.md).
 *
 * <p>The file says how old things are ({@code seen}, {@code seen_pos}), counted from when it was
 * written; a report is of the time of its place, or of its last message where it has no place.
 *
 * @param reports in the order of the file
 * @param rejects what was not used, by reason
 */
public record AircraftJson(List<TargetReport> reports, Map<Reject, Long> rejects) {
  /** Longer bodies are not looked at. */
  public static final int BYTES_MAX = 8 << 20;

  /** More aircraft in one file are counted as {@link Reject#TOO_MANY}. */
  public static final int AIRCRAFT_MAX = 20_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxNumberLength(40)
                  .maxNameLength(128)
                  .maxStringLength(4_096)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** Why a body, or an aircraft of it, was not used. */
  public enum Reject {
    /** Larger than {@link #BYTES_MAX}: nothing was read. */
    TOO_LONG,
    /** Not JSON, or not an object with {@code aircraft}: nothing of it is used. */
    MALFORMED,
    /** An aircraft of which something has not the type or range of its description. */
    BAD_AIRCRAFT,
    /** An aircraft without a transponder address, as TIS-B makes up: {@code ~2f1234}. */
    NO_ADDRESS,
    /** Beyond {@link #AIRCRAFT_MAX}. */
    TOO_MANY
  }

  /** Keeps unmodifiable copies. */
  public AircraftJson {
    reports = List.copyOf(reports);
    rejects = Map.copyOf(rejects);
  }

  /**
   * Decodes one body. Total.
   *
   * @param receivedUs when it came, µs since 1970 UTC: taken for when it was written
   */
  public static AircraftJson decode(byte[] body, long receivedUs) {
    if (body.length > BYTES_MAX) {
      return new AircraftJson(List.of(), Map.of(Reject.TOO_LONG, 1L));
    }
    Rejects<Reject> rejects = new Rejects<>(Reject.class);
    List<TargetReport> reports = new ArrayList<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (readAll(json, receivedUs, reports, rejects)) {
        return new AircraftJson(reports, rejects.counts());
      }
    } catch (JacksonException malformed) {
      // Not JSON: nothing of it is believed, and that is counted below.
    }
    return new AircraftJson(List.of(), Map.of(Reject.MALFORMED, 1L));
  }

  private static boolean readAll(
      JsonParser json, long receivedUs, List<TargetReport> reports, Rejects<Reject> rejects) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    boolean listed = false;
    int count = 0;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean aircraft = "aircraft".equals(json.currentName());
      JsonToken value = json.nextToken();
      if (!aircraft) {
        json.skipChildren();
        continue;
      }
      if (value != JsonToken.START_ARRAY) {
        return false;
      }
      listed = true;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() != JsonToken.START_OBJECT || ++count > AIRCRAFT_MAX) {
          rejects.add(count > AIRCRAFT_MAX ? Reject.TOO_MANY : Reject.BAD_AIRCRAFT);
          json.skipChildren();
          continue;
        }
        add(Entry.read(json), receivedUs, reports, rejects);
      }
    }
    return listed && json.nextToken() == null;
  }

  private static void add(
      @Nullable Entry entry, long receivedUs, List<TargetReport> reports, Rejects<Reject> rejects) {
    if (entry == null) {
      rejects.add(Reject.BAD_AIRCRAFT);
    } else if (entry.isMadeUp()) {
      rejects.add(Reject.NO_ADDRESS);
    } else {
      reports.add(entry.report(receivedUs));
    }
  }
}
