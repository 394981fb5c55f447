package hotline.cli.client;

import hotline.node.api.MatterView;
import hotline.node.api.MatterViews;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the parties quarrel over, as a node elsewhere has it or had it. Thread-safe. */
class MatterViewClient implements MatterView {
  final Wire wire;
  private final String at;

  MatterViewClient(Wire wire, Optional<Instant> at) {
    this.wire = wire;
    this.at = at.map(instant -> "at=" + instant).orElse("");
  }

  /** Reads all that is at this path. */
  final <T> T read(String path, Class<T> type) {
    return wire.get(asked(path), type);
  }

  /** Reads what is at this path, if there is something. */
  final <T> Optional<T> find(String path, Class<T> type) {
    return wire.get(asked(path)).map(body -> wire.read(body, type));
  }

  /** The bytes at this path, if there are some. */
  final Optional<byte[]> bytes(String path) {
    return wire.get(asked(path));
  }

  private String asked(String path) {
    return at.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + at;
  }

  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public List<MatterViews.Breach> breaches() {
    return List.of(read("breaches", MatterViews.Breach[].class));
  }

  @Override
  public MatterViews.Statistics statistics() {
    return read("statistics", MatterViews.Statistics.class);
  }

  @Override
  public List<MatterViews.IncidentLine> incidents() {
    return List.of(read("incidents", MatterViews.IncidentLine[].class));
  }

  @Override
  public Optional<MatterViews.Incident> incident(String id) {
    return find("incidents/" + part(id), MatterViews.Incident.class);
  }

  @Override
  public List<MatterViews.Exhibit> unattached() {
    return List.of(read("unattached", MatterViews.Exhibit[].class));
  }

  @Override
  public List<MatterViews.CaseLine> cases() {
    return List.of(read("cases", MatterViews.CaseLine[].class));
  }

  @Override
  public Optional<MatterViews.Case> caseOf(String id) {
    return find("cases/" + part(id), MatterViews.Case.class);
  }

  @Override
  public List<MatterViews.HandedOff> handedOff() {
    return List.of(read("handed-off", MatterViews.HandedOff[].class));
  }

  @Override
  public List<MatterViews.ThirdParty> thirdParties() {
    return List.of(read("third-parties", MatterViews.ThirdParty[].class));
  }

  @Override
  public List<MatterViews.Guest> guests() {
    return List.of(read("guests", MatterViews.Guest[].class));
  }

  @Override
  public List<MatterViews.Relay> relays(int limit) {
    return List.of(read("relays?limit=" + limit, MatterViews.Relay[].class));
  }
}
