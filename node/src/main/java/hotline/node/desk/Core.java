package hotline.node.desk;

import hotline.line.LineState;
import hotline.line.Outcome;
import hotline.line.key.OfficerWord;
import hotline.line.terms.Genesis;
import hotline.line.terms.Terms;
import hotline.node.Changes;
import hotline.node.NodeConfig;
import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.api.SignedBy;
import hotline.node.outbox.Outbox;
import hotline.node.outbox.Sender;
import hotline.node.record.Confirmations;
import hotline.node.record.Follower;
import hotline.node.record.History;
import hotline.node.record.Host;
import hotline.node.record.Keyring;
import hotline.node.record.LocalRecord;
import hotline.node.stick.StickBook;
import hotline.node.urgent.UrgentLane;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every desk has at hand.
 *
 * @param host the host's side of the record, if this node hosts
 * @param follower the follower's side, if another party hosts
 * @param stick what came by stick
 * @param outlook from where views look; what is said is always said now
 */
public record Core(
    NodeConfig config,
    Genesis genesis,
    InstantSource clock,
    Pace pace,
    LocalRecord record,
    Keyring keyring,
    Voice voice,
    UrgentLane urgent,
    Outbox outbox,
    Sender sender,
    Confirmations confirmations,
    Troubles troubles,
    Changes changes,
    Optional<Host> host,
    Optional<Follower> follower,
    StickBook stick,
    Outlook outlook) {
  /** Looking from now. */
  public Core(
      NodeConfig config,
      Genesis genesis,
      InstantSource clock,
      Pace pace,
      LocalRecord record,
      Keyring keyring,
      Voice voice,
      UrgentLane urgent,
      Outbox outbox,
      Sender sender,
      Confirmations confirmations,
      Troubles troubles,
      Changes changes,
      Optional<Host> host,
      Optional<Follower> follower,
      StickBook stick) {
    this(
        config,
        genesis,
        clock,
        pace,
        record,
        keyring,
        voice,
        urgent,
        outbox,
        sender,
        confirmations,
        troubles,
        changes,
        host,
        follower,
        stick,
        Outlook.now(record, confirmations, urgent, clock));
  }

  /** The same, looking from an instant that is past. */
  Core at(Instant at, History history) throws IOException {
    return new Core(
        config,
        genesis,
        clock,
        pace,
        record,
        keyring,
        voice,
        urgent,
        outbox,
        sender,
        confirmations,
        troubles,
        changes,
        host,
        follower,
        stick,
        outlook.at(at, history));
  }

  /** Whose node it is. */
  String party() {
    return config.party();
  }

  /** Whether it is a party of the line; a guest sees and does not speak. */
  boolean speaks() {
    return genesis.parties().contains(config.party());
  }

  /** The terms in force. */
  Optional<Terms> terms() {
    return outlook.read(LineState::terms);
  }

  <T> T read(Function<LineState, T> look) {
    return outlook.read(look);
  }

  /**
   * Who of its party has signed a statement beside the node, where it stands.
   *
   * @param index its place; greater than any, if it has none yet
   */
  SignedBy signedBy(Statement statement, long index) {
    if (statement.officer().isEmpty()) {
      return SignedBy.NODE;
    }
    var spoken = new hotline.line.Spoken(index, statement);
    return switch (record.read(state -> state.keys().officer(spoken))) {
      case OfficerWord.None _ -> SignedBy.NODE;
      case OfficerWord.Signed signed -> new SignedBy(signed.by().officer(), Outcome.OK);
      case OfficerWord.Bad bad -> new SignedBy(null, bad.why().refusal().code());
    };
  }

  /** The id in these hex digits, if it is one. */
  static Optional<StatementId> id(String hex) {
    try {
      return hex.length() == 2 * StatementId.BYTES
          ? Optional.of(StatementId.of(HexFormat.of().parseHex(hex)))
          : Optional.empty();
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }
}
