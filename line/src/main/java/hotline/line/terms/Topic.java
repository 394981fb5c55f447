package hotline.line.terms;

import hotline.line.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a clause of terms is about, its number, and to which statements it matters.
 *
 * <p>The number is the clause's key in docs/format.md §4, and a part of it where one key holds
 * several clauses: {@code 7.2}. It is the only number that a clause has, on every page, in every
 * difference and in a claim of a breach, and it never means anything else.
 */
public enum Topic {
  HOST(4),
  EPOCH(5),
  KEYS(6, 1),
  POSTS(6, 2),
  SEPARATION(7, 1),
  BUFFERS(7, 2),
  DATUMS(7, 3),
  PLANNING(8),
  COARSENESS(9),
  CATEGORIES(10),
  ZONE(11),
  POINT(12),
  SURVIVES(13),
  NOTICE_SIZE(14, 1),
  ENQUIRY_SIZE(14, 2),
  REPLY_BY(15, 1),
  ACCEPT_BY(15, 2),
  LINE_CHECK(15, 3),
  NOTICE_LEAD(15, 4),
  AREA(16),
  LINE(17),
  AGREEMENT(18),
  SEATS(19),
  LANGUAGES(20),
  RECEIPT(21),
  THIRD_PARTY(22),
  OBSERVER(23),
  WITNESS(24),
  RETENTION(25),
  EFFECTIVE(26);

  /** The first and the last key that is a clause; those before say which terms they are. */
  public static final int KEY_FIRST = 4;

  public static final int KEY_LAST = 26;

  /** What each key is about, from the first. */
  private static final List<String> TITLES =
      List.of(
          "the host",
          "the epoch",
          "the parties, their keys and posts",
          "the separation, buffers and height datums",
          "the planning",
          "what the record shows of a notice",
          "the categories of activity",
          "the zones",
          "the reference points",
          "what passes while suspended",
          "the limits",
          "the times to answer and to announce",
          "the area",
          "the agreed lines and corridors",
          "who must agree to what",
          "the seats of the working group",
          "the languages",
          "the receipts",
          "the third parties",
          "the observers",
          "the witnesses",
          "the retention",
          "the time from which the terms are in force");

  private final int key;

  /** From 1; 0 where the key is one clause, or a list of clauses of one sort. */
  private final int part;

  Topic(int key) {
    this(key, 0);
  }

  Topic(int key, int part) {
    this.key = key;
    this.part = part;
  }

  /** Its key in the terms. */
  public int key() {
    return key;
  }

  /** Its number as people say it: {@code 16}, {@code 7.2}. */
  public String number() {
    return part == 0 ? Integer.toString(key) : key + "." + part;
  }

  /** What a key of the terms is about: {@code the zones}. */
  public static String title(int key) {
    return TITLES.get(key - KEY_FIRST);
  }

  /**
   * What a statement of this kind depends on: whoever signed it under other terms has to look at
   * these clauses again, and at no others.
   */
  public static Set<Topic> of(Kind kind) {
    return switch (kind) {
      case BEGIN, WITHDRAW, KEY_ENROL, KEY_REVOKE, OFFICER_ENROL -> EnumSet.of(KEYS);
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
      case CLOSE, REOPEN -> EnumSet.of(SEATS);
    };
  }
}
