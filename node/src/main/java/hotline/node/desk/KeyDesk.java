package hotline.node.desk;

import hotline.line.LineState;
import hotline.line.Outcome;
import hotline.line.Refusals;
import hotline.line.body.KeyBody;
import hotline.line.body.WatchBody;
import hotline.line.key.Enrolment;
import hotline.line.key.OfficerKey;
import hotline.line.key.Revocation;
import hotline.line.terms.PartyTerms;
import hotline.node.Times;
import hotline.node.api.KeyApi;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.officer.KeyRequests;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.record.HeardKeys;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Header;
import hotline.record.statement.Lane;
import hotline.record.statement.Malformed;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of the parties: shown, and what a root key says of them handed on. */
final class KeyDesk implements KeyApi {
  private static final Logger LOG = LoggerFactory.getLogger(KeyDesk.class);

  /** So long everyone's page tells that a party has revoked a key. */
  private static final Duration TOLD = Duration.ofHours(24);

  private final Core core;
  private final OwnKey own;
  private final KeyRequests requests;
  private final Instant since;

  KeyDesk(Core core, OwnKey own) {
    this.core = core;
    this.own = own;
    this.requests = new KeyRequests(core.config().data());
    this.since = core.clock().instant();
  }

  @Override
  public List<Key> keys() {
    return core.read(state ->
        core.genesis().parties().stream().flatMap(party -> keys(state, party).stream()).toList());
  }

  /** What is known of a key while its row is put together. */
  private static final class Row {
    private final String purpose;
    private final @Nullable String node;
    private final @Nullable String officer;
    private @Nullable Long enrolled;
    private @Nullable Long revoked;
    private @Nullable Instant said;
    private @Nullable String reason;
    private boolean recorded = true;
    private boolean counts = true;

    Row(String purpose, @Nullable String node) {
      this(purpose, node, null);
    }

    Row(String purpose, @Nullable String node, @Nullable String officer) {
      this.purpose = purpose;
      this.node = node;
      this.officer = officer;
    }
  }

  private List<Key> keys(LineState state, String party) {
    Map<PublicKey, Row> rows = new LinkedHashMap<>();
    core.keyring().party(party).ifPresent(terms -> named(terms, rows));
    for (Enrolment each : state.keys().enrolled(party)) {
      Row row = rows.computeIfAbsent(each.key(), _ -> new Row("node", each.node()));
      row.enrolled = each.index();
      row.said = Times.instant(each.saidUs());
      row.counts = core.keyring().speaking(party, each.node(), each.key().id()).isPresent();
    }
    for (OfficerKey each : state.keys().officers(party)) {
      Row row = new Row("officer", null, each.officer());
      row.enrolled = each.index();
      row.said = Times.instant(each.saidUs());
      rows.putIfAbsent(each.key(), row);
    }
    List<HeardKeys.Heard> heard = core.keyring().heard().of(party);
    for (HeardKeys.Heard each : heard) {
      if (each.body() instanceof KeyBody.Enrol enrol && !rows.containsKey(enrol.key())) {
        Row row = new Row("node", enrol.node());
        row.recorded = false;
        row.said = Times.instant(each.saidUs());
        rows.put(enrol.key(), row);
      }
      if (each.body() instanceof KeyBody.EnrolOfficer enrol && !rows.containsKey(enrol.key())) {
        Row row = new Row("officer", null, enrol.officer());
        row.recorded = false;
        row.said = Times.instant(each.saidUs());
        rows.put(enrol.key(), row);
      }
    }
    for (HeardKeys.Heard each : heard) {
      if (each.body() instanceof KeyBody.Revoke revoke) {
        end(rows, revoke, each.saidUs()).recorded = false;
      }
    }
    for (Revocation each : state.keys().revoked(party)) {
      Row row = end(rows, new KeyBody.Revoke(each.key(), each.reason()), each.saidUs());
      row.revoked = each.index();
      row.recorded = true;
    }
    return rows.entrySet().stream()
        .map(each -> view(party, each.getKey(), each.getValue()))
        .toList();
  }

  private static Row end(Map<PublicKey, Row> rows, KeyBody.Revoke revoke, long saidUs) {
    Row row = rows.computeIfAbsent(revoke.key(), _ -> new Row("other", null));
    row.counts = false;
    row.said = Times.instant(saidUs);
    row.reason = revoke.reason();
    return row;
  }

  private static void named(PartyTerms terms, Map<PublicKey, Row> rows) {
    rows.put(terms.rootKey(), new Row("root", null));
    terms.nodes().forEach(each -> rows.put(each.key(), new Row("node", each.node())));
    rows.put(terms.logKey(), new Row("log", null));
    rows.put(terms.outcomeKey(), new Row("outcomes", null));
    rows.put(terms.cosignerKey(), new Row("cosigner", null));
  }

  private Key view(String party, PublicKey key, Row row) {
    boolean mine = party.equals(core.party());
    return new Key(
        party,
        mine,
        row.purpose,
        row.node,
        row.officer,
        key.id().toString(),
        HexFormat.of().formatHex(key.encoded()),
        row.counts,
        row.enrolled,
        row.revoked,
        row.recorded,
        row.said,
        row.reason,
        mine && key.equals(own.key()));
  }

  @Override
  public Said askForKey(String officer, String typed) {
    Optional<PublicKey> key = read(typed);
    if (key.isEmpty() || officer.isBlank() || officer.length() > WatchBody.OFFICER_MAX) {
      return Said.refused("not-a-key", "That is no sound key of an officer: make it again.");
    }
    try {
      requests.add(officer, key.get(), core.clock().instant());
    } catch (IOException failed) {
      return Said.refused("disk", "The key was not kept: " + failed.getMessage());
    }
    return new Said(
        true,
        Said.State.RECORDED,
        Outcome.OK,
        "Your public key %s is kept here. Whoever has the party's root key enrols it; compare the key with that person first."
            .formatted(key.get().id()),
        null,
        null);
  }

  @Override
  public List<KeyRequest> keyRequests() {
    Set<String> decided =
        keys().stream().filter(Key::own).map(Key::key).collect(Collectors.toSet());
    List<KeyRequest> open = new ArrayList<>();
    for (KeyRequests.Asked each : asked()) {
      if (!decided.contains(each.key())) {
        read(each.key())
            .ifPresent(key ->
                open.add(
                    new KeyRequest(
                        each.officer(),
                        key.id().toString(),
                        each.key(),
                        Times.instant(each.askedUs()))));
      }
    }
    return open;
  }

  private static Optional<PublicKey> read(String hex) {
    try {
      return PublicKey.decode(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  private List<KeyRequests.Asked> asked() {
    try {
      return requests.all();
    } catch (IOException unreadable) {
      LOG.atWarn().setCause(unreadable).log("the officers' requests cannot be read");
      return List.of();
    }
  }

  @Override
  public Said tellKeys(byte[] bytes) {
    return switch (Statements.parse(bytes)) {
      case Malformed(String code, String sentence) -> Said.refused(code, sentence);
      case Statement statement -> tell(statement);
    };
  }

  private Said tell(Statement statement) {
    Header header = statement.header();
    if (!header.line().equals(core.genesis().lineId())) {
      return Voice.refused(Refusals.WRONG_LINE, header.line());
    }
    Optional<KeyBody> body = KeyBody.of(statement);
    if (header.chain().lane() != Lane.URGENT || body.isEmpty()) {
      return Voice.refused(Refusals.KEYS_BY_ROOT, header.chain().party());
    }
    if (header.mode() != core.config().mode()) {
      return Voice.refused(Refusals.WRONG_MODE, header.mode(), core.config().mode());
    }
    if (!header.chain().party().equals(core.party())) {
      return ofAnother(statement);
    }
    if (core.keyring().key(statement).filter(statement::signedBy).isEmpty()) {
      return Voice.refused(Refusals.BAD_SIGNATURE, core.party() + "/" + PartyTerms.ROOT_NODE);
    }
    return sent(core.urgent().tell(statement).kept(), statement);
  }

  /** Whoever was robbed of its node as well may hand its word in at any other party's. */
  private Said ofAnother(Statement statement) {
    PeerEndpoints.Answer answer = core.urgent().receive(statement.bytes());
    return answer.status() == 204
        ? sent(true, statement)
        : Said.refused(PeerAnswers.code(answer), PeerAnswers.sentence(answer));
  }

  private static Said sent(boolean kept, Statement statement) {
    return new Said(
        true,
        Said.State.QUEUED,
        Outcome.OK,
        kept
            ? "It counts here at once, and is on its way to every party and to the record."
            : "It counts here at once and is on its way to every party; NOT kept on this node's"
                + " disk, which cannot be written. Keep the file, and send it again.",
        statement.id().toString(),
        null);
  }

  /** With what people have to know of keys now. */
  List<Views.Trouble> with(List<Views.Trouble> others) {
    List<Views.Trouble> all = new ArrayList<>(others);
    if (core.speaks() && own.isRevoked()) {
      all.add(new Views.Trouble(since, "own-key-revoked", own.whatToDo()));
    } else if (core.speaks() && !own.isKnown()) {
      all.add(new Views.Trouble(since, "own-key-unknown", own.howToEnrol()));
    }
    Instant lately = core.clock().instant().minus(TOLD);
    for (Key each : keys()) {
      if (!each.own() && !each.counts() && each.said() != null && each.said().isAfter(lately)) {
        all.add(new Views.Trouble(each.said(), "key-revoked-" + each.party(), revoked(each)));
      }
    }
    return all;
  }

  private static String whose(Key key) {
    return key.officer() != null
        ? " of its officer " + key.officer()
        : key.node() == null ? "" : " of its node " + key.node();
  }

  private static String revoked(Key key) {
    return "%s has revoked the key %s%s%s. What it signs from %s on counts for nothing; what it signed before stands, so ask %s by voice about anything odd that it said lately."
        .formatted(
            key.party(),
            key.id(),
            whose(key),
            key.reason() == null || key.reason().isEmpty() ? "" : " (“" + key.reason() + "”)",
            key.revoked() == null ? "now" : "entry " + key.revoked(),
            key.party());
  }
}
