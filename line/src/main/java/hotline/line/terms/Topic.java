package hotline.line.terms;

import hotline.line.Kind;
import java.util.EnumSet;
import java.util.Set;

/** What a clause of terms is about, and to which statements that matters. */
public enum Topic {
  HOST,
  KEYS,
  POSTS,
  RECEIPT,
  SEPARATION,
  BUFFERS,
  DATUMS,
  PLANNING,
  COARSENESS,
  CATEGORIES,
  ZONE,
  POINT,
  SURVIVES,
  NOTICE_SIZE,
  ENQUIRY_SIZE,
  REPLY_BY,
  ACCEPT_BY,
  LINE_CHECK,
  NOTICE_LEAD,
  AREA,
  LINE,
  AGREEMENT,
  SEATS,
  LANGUAGES,
  THIRD_PARTY,
  OBSERVER,
  WITNESS,
  RETENTION,
  EFFECTIVE;

  /**
   * What a statement of this kind depends on: whoever signed it under other terms has to look at
   * these clauses again, and at no others.
   */
  public static Set<Topic> of(Kind kind) {
    return switch (kind) {
      case BEGIN, WITHDRAW -> EnumSet.of(KEYS);
      // Terms are judged as a whole.
      case TERMS_PROPOSE, TERMS_SIGN, TERMS_REFUSE, TERMS_BEGIN, TERMS_WITHDRAW ->
          EnumSet.allOf(Topic.class);
      case STATUS -> EnumSet.of(CATEGORIES, ZONE, SURVIVES, DATUMS);
      case OFFER, OFFER_ACCEPT, OFFER_REFUSE, OFFER_WITHDRAW ->
          EnumSet.of(CATEGORIES, ZONE, SURVIVES, DATUMS, AGREEMENT);
      case NOTICE ->
          EnumSet.of(
              SEPARATION,
              BUFFERS,
              DATUMS,
              PLANNING,
              COARSENESS,
              CATEGORIES,
              ZONE,
              NOTICE_SIZE,
              NOTICE_LEAD,
              AREA,
              LINE,
              THIRD_PARTY,
              OBSERVER);
      case NOTICE_STATE -> EnumSet.of(SEPARATION, DATUMS, ZONE, AREA, LINE);
      case NOTICE_END -> EnumSet.noneOf(Topic.class);
      case DISPUTE -> EnumSet.of(CATEGORIES, ZONE, SURVIVES);
      case CONFLICT -> EnumSet.of(SEPARATION, BUFFERS, DATUMS, PLANNING, POSTS, REPLY_BY, SURVIVES);
      case STOP, DISTRESS, WARNING -> EnumSet.of(POSTS, ACCEPT_BY, LANGUAGES, POINT);
      case LINE_CHECK -> EnumSet.of(POSTS, ACCEPT_BY, LINE_CHECK);
      case QUERY, TEXT -> EnumSet.of(POSTS, REPLY_BY, LANGUAGES, POINT, SURVIVES);
      case DELIVERED, DISPLAYED, ACCEPTED, ANSWER -> EnumSet.of(POSTS, ACCEPT_BY, REPLY_BY);
      case WATCH_TAKE, WATCH_HANDOVER -> EnumSet.of(POSTS);
      // What is claimed names what it rests on itself.
      case BREACH, BREACH_ANSWER, BREACH_FOLLOW_UP -> EnumSet.of(ZONE);
      case INCIDENT, ACCOUNT, EVIDENCE, DISCLOSURE, CLAIM, ATTACH, ASSESS ->
          EnumSet.noneOf(Topic.class);
      case FACT, FINDING, DUE, DUE_DONE -> EnumSet.noneOf(Topic.class);
      case CASE, POSITION, HAND_OFF -> EnumSet.of(SEATS);
      case PROPOSAL, MINUTES, AGREE, VETO, RETRACT -> EnumSet.of(SEATS, AGREEMENT);
      case REACH, RELAY -> EnumSet.of(THIRD_PARTY);
    };
  }
}
