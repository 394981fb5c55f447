package hotline.cli.client;

import hotline.node.api.AlertViews;
import hotline.node.api.ConformanceViews;
import hotline.node.api.Drafted;
import hotline.node.api.LineApi;
import hotline.node.api.Past;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import hotline.node.api.Views;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * {@link LineApi} of a node elsewhere, over {@code /line/v1}. Thread-safe. Throws {@link
 * Unreachable} when the node does not answer and {@link Refused} when it answers that it will not;
 * what became of something said is a {@link Said} in both cases.
 */
public final class LineClient extends StickClient implements LineApi, AutoCloseable {
  /** The API of the node at {@code node}; {@code token} is what {@code DATA/api.token} holds. */
  public LineClient(URI node, Optional<String> token) {
    this(node, token, Optional.empty());
  }

  /** The same, over TLS: {@code tls} says whom to believe. */
  public LineClient(URI node, Optional<String> token, Optional<SSLContext> tls) {
    super(new Wire(node, token, tls));
  }

  @Override
  public Views.Line line() {
    return wire.get("line", Views.Line.class);
  }

  @Override
  public Said declare(Requests.Declare notice) {
    return said("notices", notice);
  }

  @Override
  public Drafted draft(Requests.Declare notice) {
    HttpResponse<byte[]> answer = wire.post("notices/draft", notice);
    if (answer.statusCode() >= 300) {
      Problem problem = Wire.problem(answer);
      return new Drafted.Refused(problem.code(), problem.detail());
    }
    return wire.read(answer.body(), Drafted.Checked.class);
  }

  @Override
  public Said shift(Requests.Shift shift) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("verticalFeet", shift.verticalFeet());
    body.put("seconds", shift.seconds());
    body.put("answers", shift.answers());
    return said("notices/" + part(shift.entity()) + "/shift", body);
  }

  @Override
  public Optional<Requests.Shift> findShift(String entity) {
    HttpResponse<byte[]> answer = wire.post("notices/" + part(entity) + "/find-shift", null);
    Wire.checkDone(answer);
    return Optional.ofNullable(wire.read(answer.body(), FoundShift.class).shift());
  }

  @Override
  public Said noticeState(String entity, String state) {
    return said("notices/" + part(entity) + "/state", Map.of("state", state));
  }

  @Override
  public Said dispute(Requests.Dispute dispute) {
    return said("disputes", dispute);
  }

  @Override
  public Said send(Requests.Message message) {
    return said("messages", message);
  }

  @Override
  public List<Views.Message> alarms() {
    return List.of(wire.get("alarms", Views.Message[].class));
  }

  @Override
  public Said displayed(String message, String post) {
    return said("messages/" + part(message) + "/displayed", Map.of("post", post));
  }

  @Override
  public Said accept(String message, String post, String officer) {
    return said("messages/" + part(message) + "/accept", Map.of("post", post, "officer", officer));
  }

  @Override
  public Said answer(Requests.Answer answer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("word", answer.word());
    body.put("text", answer.text());
    return said("messages/" + part(answer.message()) + "/answer", body);
  }

  @Override
  public Said status(Requests.Status status) {
    return said("status", status);
  }

  @Override
  public Said offer(Requests.Offer offer) {
    return said("offers", offer);
  }

  @Override
  public Said offerVerb(String offer, String verb, String reason) {
    return said("offers/" + part(offer) + "/" + part(verb), Map.of("reason", reason));
  }

  @Override
  public Said proposeTerms(byte[] terms, @Nullable String lapses) {
    String path = lapses == null ? "terms" : "terms?lapses=" + part(lapses);
    return said(wire.postBytes(path, "application/cbor", terms));
  }

  @Override
  public Sheet termsSheet() {
    return wire.get("terms/sheet", Sheet.class);
  }

  @Override
  public Filled fillTerms(Requests.Sheet sheet) {
    HttpResponse<byte[]> answer = wire.post("terms/sheet/check", sheet);
    Wire.checkDone(answer);
    return wire.read(answer.body(), Filled.class);
  }

  @Override
  public Said proposeSheet(Requests.Sheet sheet, @Nullable String lapses) {
    return said(lapses == null ? "terms/sheet" : "terms/sheet?lapses=" + part(lapses), sheet);
  }

  @Override
  public List<Key> keys() {
    return List.of(wire.get("keys", Key[].class));
  }

  @Override
  public Said askForKey(String officer, String key) {
    return said("keys/requests", Map.of("officer", officer, "key", key));
  }

  @Override
  public List<KeyRequest> keyRequests() {
    return List.of(wire.get("keys/requests", KeyRequest[].class));
  }

  @Override
  public Said tellKeys(byte[] statement) {
    return said(wire.postBytes("keys", "application/cose", statement));
  }

  @Override
  public Said termsVerb(String hash, String verb, String reason, String scope) {
    return said("terms/" + part(hash) + "/" + part(verb), Map.of("reason", reason, "scope", scope));
  }

  @Override
  public Said takeWatch(String post, String officer) {
    return said("watch/" + part(post) + "/take", Map.of("officer", officer));
  }

  @Override
  public Said handOverWatch(String post, String toOfficer, List<String> openItems) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("toOfficer", toOfficer);
    body.put("openItems", openItems);
    return said("watch/" + part(post) + "/handover", body);
  }

  @Override
  public List<Views.Entry> entries(long from, int limit) {
    return List.of(
        wire.get("record/entries?from=" + from + "&limit=" + limit, Views.Entry[].class));
  }

  @Override
  public Optional<byte[]> entryBytes(long index) {
    return wire.get("record/entries/" + index);
  }

  @Override
  public Optional<String> prove(String statementId) {
    return wire.get("record/prove/" + part(statementId))
        .map(body -> new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public List<Views.Disclosure> disclosures(int limit) {
    return List.of(wire.get("disclosures?limit=" + limit, Views.Disclosure[].class));
  }

  @Override
  public Past past(Instant at) {
    return new PastClient(wire, at);
  }

  @Override
  public Said sequencer(boolean running) {
    return said("host/sequencer", Map.of("running", running));
  }

  @Override
  public List<TrafficViews.Feed> feeds() {
    return List.of(wire.get("feeds", TrafficViews.Feed[].class));
  }

  @Override
  public TrafficViews.Sky sky() {
    return wire.get("traffic", TrafficViews.Sky.class);
  }

  @Override
  public List<TrafficViews.Track> tracks(int limit) {
    return List.of(wire.get("tracks?limit=" + limit, TrafficViews.Track[].class));
  }

  @Override
  public List<TrafficViews.Alert> alerts(boolean all) {
    return List.of(wire.get("alerts?all=" + all, TrafficViews.Alert[].class));
  }

  @Override
  public List<ConformanceViews.Flight> conformance() {
    return List.of(wire.get("conformance", ConformanceViews.Flight[].class));
  }

  @Override
  public Said flownBy(String notice, ConformanceViews.FlownBy aircraft) {
    return said("notices/" + part(notice) + "/flown-by", aircraft);
  }

  @Override
  public Optional<AlertViews.Detail> alert(long number) {
    return find("alerts/" + number, AlertViews.Detail.class);
  }

  @Override
  public AlertViews.Counts alertCounts() {
    return wire.get("alerts/counts", AlertViews.Counts.class);
  }

  @Override
  public Said acceptAlerts(List<Long> numbers, String post, String officer) {
    return said("alerts/accept", Map.of("numbers", numbers, "post", post, "officer", officer));
  }

  @Override
  public Said markNuisance(long number, boolean nuisance, String post, String officer) {
    return said(
        "alerts/" + number + "/nuisance",
        Map.of("nuisance", nuisance, "post", post, "officer", officer));
  }

  @Override
  public Said warnOfAlert(long number, String post, String officer) {
    return said("alerts/" + number + "/warn", Map.of("post", post, "officer", officer));
  }

  @Override
  public Said runFeed(String name, boolean running) {
    return said("feeds/" + part(name) + "/run", Map.of("running", running));
  }

  @Override
  public long awaitChange(long seen, long atMostMs) throws InterruptedException {
    return wire.changeAfter(seen, atMostMs);
  }

  /** A new address that opens the page once. */
  public URI pageLink() {
    HttpResponse<byte[]> answer = wire.post("tickets", null);
    Wire.checkDone(answer);
    return wire.read(answer.body(), Ticket.class).url();
  }

  @Override
  public void close() {
    wire.close();
  }

  private record FoundShift(Requests.@Nullable Shift shift) {}

  private record Ticket(URI url) {}
}
