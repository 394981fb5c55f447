package hotline.line;

import java.util.Optional;

/** What a statement is: one constant for each kind of docs/format.md §5. */
public enum Kind {
  BEGIN(1, "BEGIN", Lanes.ROUTINE, Survival.ALWAYS),
  WITHDRAW(2, "WITHDRAW", Lanes.ROUTINE, Survival.ALWAYS),

  TERMS_PROPOSE(10, "TERMS-PROPOSE", Lanes.ROUTINE, Survival.ALWAYS),
  TERMS_SIGN(11, "TERMS-SIGN", Lanes.ROUTINE, Survival.ALWAYS),
  TERMS_REFUSE(12, "TERMS-REFUSE", Lanes.ROUTINE, Survival.ALWAYS),
  TERMS_BEGIN(13, "TERMS-BEGIN", Lanes.ROUTINE, Survival.ALWAYS),
  TERMS_WITHDRAW(14, "TERMS-WITHDRAW", Lanes.ROUTINE, Survival.ALWAYS),

  // Urgent: a stolen key is shut out where the word arrives first, with the host gone too.
  KEY_ENROL(15, "KEY-ENROL", Lanes.URGENT, Survival.ALWAYS),
  KEY_REVOKE(16, "KEY-REVOKE", Lanes.URGENT, Survival.ALWAYS),
  OFFICER_ENROL(17, "OFFICER-ENROL", Lanes.URGENT, Survival.ALWAYS),

  STATUS(20, "STATUS", Lanes.ROUTINE, Survival.ALWAYS),
  OFFER(21, "OFFER", Lanes.ROUTINE, Survival.ALWAYS),
  OFFER_ACCEPT(22, "OFFER-ACCEPT", Lanes.ROUTINE, Survival.ALWAYS),
  OFFER_REFUSE(23, "OFFER-REFUSE", Lanes.ROUTINE, Survival.ALWAYS),
  OFFER_WITHDRAW(24, "OFFER-WITHDRAW", Lanes.ROUTINE, Survival.ALWAYS),

  NOTICE(30, "NOTICE", Lanes.ROUTINE, Survival.BY_TERMS),
  NOTICE_STATE(31, "NOTICE-STATE", Lanes.ROUTINE, Survival.BY_TERMS),
  NOTICE_END(32, "NOTICE-END", Lanes.ROUTINE, Survival.ALWAYS),
  DISPUTE(33, "DISPUTE", Lanes.ROUTINE, Survival.BY_TERMS),

  STOP(40, "STOP", Lanes.URGENT, Survival.ALWAYS),
  DISTRESS(41, "DISTRESS", Lanes.URGENT, Survival.ALWAYS),
  WARNING(42, "WARNING", Lanes.URGENT, Survival.ALWAYS),
  QUERY(43, "QUERY", Lanes.ROUTINE, Survival.BY_TERMS),
  LINE_CHECK(44, "LINE-CHECK", Lanes.URGENT, Survival.ALWAYS),
  CONFLICT(45, "CONFLICT", Lanes.ROUTINE, Survival.BY_TERMS),
  TEXT(46, "TEXT", Lanes.ROUTINE, Survival.BY_TERMS),

  DELIVERED(50, "DELIVERED", Lanes.AS_THE_MESSAGE, Survival.ALWAYS),
  DISPLAYED(51, "DISPLAYED", Lanes.AS_THE_MESSAGE, Survival.ALWAYS),
  ACCEPTED(52, "ACCEPTED", Lanes.AS_THE_MESSAGE, Survival.ALWAYS),
  ANSWER(53, "ANSWER", Lanes.AS_THE_MESSAGE, Survival.ALWAYS),

  WATCH_TAKE(60, "WATCH-TAKE", Lanes.ROUTINE, Survival.ALWAYS),
  WATCH_HANDOVER(61, "WATCH-HANDOVER", Lanes.ROUTINE, Survival.ALWAYS),

  // Who quarrels must be able to go on talking: all that follows passes a suspension.
  BREACH(70, "BREACH", Lanes.ROUTINE, Survival.ALWAYS),
  BREACH_ANSWER(71, "BREACH-ANSWER", Lanes.ROUTINE, Survival.ALWAYS),
  BREACH_FOLLOW_UP(72, "BREACH-FOLLOW-UP", Lanes.ROUTINE, Survival.ALWAYS),

  INCIDENT(80, "INCIDENT", Lanes.ROUTINE, Survival.ALWAYS),
  ACCOUNT(81, "ACCOUNT", Lanes.ROUTINE, Survival.ALWAYS),
  EVIDENCE(82, "EVIDENCE", Lanes.ROUTINE, Survival.ALWAYS),
  DISCLOSURE(83, "DISCLOSURE", Lanes.ROUTINE, Survival.ALWAYS),
  CLAIM(84, "CLAIM", Lanes.ROUTINE, Survival.ALWAYS),
  ATTACH(85, "ATTACH", Lanes.ROUTINE, Survival.ALWAYS),
  ASSESS(86, "ASSESS", Lanes.ROUTINE, Survival.ALWAYS),
  FACT(87, "FACT", Lanes.ROUTINE, Survival.ALWAYS),
  FINDING(88, "FINDING", Lanes.ROUTINE, Survival.ALWAYS),
  DUE(89, "DUE", Lanes.ROUTINE, Survival.ALWAYS),
  DUE_DONE(90, "DUE-DONE", Lanes.ROUTINE, Survival.ALWAYS),

  CASE(91, "CASE", Lanes.ROUTINE, Survival.ALWAYS),
  POSITION(92, "POSITION", Lanes.ROUTINE, Survival.ALWAYS),
  PROPOSAL(93, "PROPOSAL", Lanes.ROUTINE, Survival.ALWAYS),
  MINUTES(94, "MINUTES", Lanes.ROUTINE, Survival.ALWAYS),
  AGREE(95, "AGREE", Lanes.ROUTINE, Survival.ALWAYS),
  VETO(96, "VETO", Lanes.ROUTINE, Survival.ALWAYS),
  RETRACT(97, "RETRACT", Lanes.ROUTINE, Survival.ALWAYS),
  HAND_OFF(98, "HAND-OFF", Lanes.ROUTINE, Survival.ALWAYS),

  REACH(100, "REACH", Lanes.ROUTINE, Survival.ALWAYS),
  RELAY(101, "RELAY", Lanes.ROUTINE, Survival.ALWAYS),

  CLOSE(110, "CLOSE", Lanes.ROUTINE, Survival.ALWAYS),
  REOPEN(111, "REOPEN", Lanes.ROUTINE, Survival.ALWAYS);

  /** The lanes that a kind may be said in. */
  public enum Lanes {
    URGENT,
    ROUTINE,
    /** An acknowledgement goes where its message went. */
    AS_THE_MESSAGE
  }

  /** Whether a kind passes while the channel is suspended. */
  public enum Survival {
    ALWAYS,
    /** If the terms list it, see {@code Terms.survives}. */
    BY_TERMS
  }

  private static final Kind[] BY_CODE = byCode();

  private final int code;
  private final String word;
  private final Lanes lanes;
  private final Survival survival;

  Kind(int code, String word, Lanes lanes, Survival survival) {
    this.code = code;
    this.word = word;
    this.lanes = lanes;
    this.survival = survival;
  }

  /** Its number in a statement's header. */
  public int code() {
    return code;
  }

  /** Its name as people see it, in the formats and on the pages. */
  public String word() {
    return word;
  }

  /** Where it may be said. */
  public Lanes lanes() {
    return lanes;
  }

  /** Whether it passes while the channel is suspended. */
  public Survival survival() {
    return survival;
  }

  /** Whether its content is a message. */
  public boolean isMessage() {
    return code >= STOP.code && code <= TEXT.code;
  }

  /** Whether it makes or ends terms or keys: whoever knows all of these knows every key. */
  public boolean isAboutTerms() {
    return code >= TERMS_PROPOSE.code && code < STATUS.code;
  }

  /** Whether a party's root key says it of the party's own keys. */
  public boolean isAboutKeys() {
    return this == KEY_ENROL || this == KEY_REVOKE || this == OFFICER_ENROL;
  }

  /** Whether it is about breaches, incidents, cases or third parties. */
  public boolean isAboutMatters() {
    return code > WATCH_HANDOVER.code;
  }

  /** The kind with this number; nothing for a number that this version does not know. */
  public static Optional<Kind> ofCode(long code) {
    return code < 0 || code >= BY_CODE.length
        ? Optional.empty()
        : Optional.ofNullable(BY_CODE[(int) code]);
  }

  private static Kind[] byCode() {
    Kind[] kinds = values();
    Kind[] table = new Kind[kinds[kinds.length - 1].code + 1];
    for (Kind kind : kinds) {
      table[kind.code] = kind;
    }
    return table;
  }
}
