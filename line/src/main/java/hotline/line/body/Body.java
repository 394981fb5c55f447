package hotline.line.body;

import hotline.line.Kind;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Fields;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.function.Function;

/** The content of a statement, as what it says: one record for each content of docs/format.md. */
public sealed interface Body
    permits ChainBody,
        TermsBody,
        KeyBody,
        StatusBody,
        NoticeBody,
        MessageBody,
        WatchBody,
        BreachBody,
        IncidentBody,
        MatterBody,
        WorkingGroupBody,
        ThirdPartyBody {
  /** What it is. */
  Kind kind();

  /** Its one form on the wire. */
  CborMap content();

  /**
   * Whether it binds by the terms, so that its signer must have named those in force. What ends,
   * reports or answers something must always get through.
   */
  default boolean needsTerms() {
    return false;
  }

  /** Whether it passes while the channel is suspended, whatever the terms say. */
  default boolean alwaysPasses() {
    return kind().survival() == Kind.Survival.ALWAYS;
  }

  /** Statements of whatever kind that it refers to, and that must be in the record before it. */
  default List<StatementId> refers() {
    return List.of();
  }

  /** Reads the content of a statement of this kind; total. */
  static Decoded<Body> decode(Kind kind, CborMap content) {
    Function<Fields, Body> reading =
        switch (kind) {
          case BEGIN -> ChainBody.Begin::read;
          case WITHDRAW -> ChainBody.Withdraw::read;
          case TERMS_PROPOSE -> TermsBody.Propose::read;
          case TERMS_SIGN -> TermsBody.Sign::read;
          case TERMS_REFUSE -> TermsBody.Refuse::read;
          case TERMS_BEGIN -> TermsBody.Begin::read;
          case TERMS_WITHDRAW -> TermsBody.Withdraw::read;
          case KEY_ENROL -> KeyBody.Enrol::read;
          case KEY_REVOKE -> KeyBody.Revoke::read;
          case OFFICER_ENROL -> KeyBody.EnrolOfficer::read;
          case STATUS -> StatusBody.State::read;
          case OFFER -> StatusBody.Offer::read;
          case OFFER_ACCEPT -> StatusBody.Accept::read;
          case OFFER_REFUSE -> StatusBody.Refuse::read;
          case OFFER_WITHDRAW -> StatusBody.Withdraw::read;
          case NOTICE -> NoticeBody.Declare::read;
          case NOTICE_STATE -> NoticeBody.Move::read;
          case NOTICE_END -> NoticeBody.End::read;
          case DISPUTE -> NoticeBody.Dispute::read;
          case STOP, DISTRESS, WARNING, QUERY, LINE_CHECK, CONFLICT, TEXT ->
              fields -> MessageBody.Message.read(kind, fields);
          case DELIVERED -> MessageBody.Delivered::read;
          case DISPLAYED -> MessageBody.Displayed::read;
          case ACCEPTED -> MessageBody.Accepted::read;
          case ANSWER -> MessageBody.Answer::read;
          case WATCH_TAKE -> WatchBody.Take::read;
          case WATCH_HANDOVER -> WatchBody.Handover::read;
          case BREACH -> BreachBody.Claim::read;
          case BREACH_ANSWER -> BreachBody.Answer::read;
          case BREACH_FOLLOW_UP -> BreachBody.FollowUp::read;
          case INCIDENT -> IncidentBody.Open::read;
          case ACCOUNT -> IncidentBody.Account::read;
          case EVIDENCE -> IncidentBody.Evidence::read;
          case DISCLOSURE -> IncidentBody.Disclosure::read;
          case CLAIM -> IncidentBody.Claim::read;
          case ATTACH -> IncidentBody.Attach::read;
          case ASSESS -> IncidentBody.Assess::read;
          case FACT -> MatterBody.Fact::read;
          case FINDING -> IncidentBody.Finding::read;
          case DUE -> MatterBody.Due::read;
          case DUE_DONE -> MatterBody.DueDone::read;
          case CASE -> WorkingGroupBody.Open::read;
          case POSITION -> WorkingGroupBody.Position::read;
          case PROPOSAL -> WorkingGroupBody.Proposal::read;
          case MINUTES -> WorkingGroupBody.Minutes::read;
          case AGREE -> MatterBody.Agree::read;
          case VETO -> MatterBody.Veto::read;
          case RETRACT -> MatterBody.Retract::read;
          case HAND_OFF -> WorkingGroupBody.HandOff::read;
          case REACH -> ThirdPartyBody.Reach::read;
          case RELAY -> ThirdPartyBody.Relay::read;
          case CLOSE -> MatterBody.Close::read;
          case REOPEN -> MatterBody.Reopen::read;
        };
    return Fields.decode(content, reading);
  }
}
