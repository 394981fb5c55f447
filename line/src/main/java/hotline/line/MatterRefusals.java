package hotline.line;

/**
 * Why a line refuses what the parties say when they quarrel: of breaches, incidents, cases and
 * third parties; see {@link Refusal}.
 */
public enum MatterRefusals implements Refusal {
  PARTY_UNKNOWN(
      "party-unknown",
      When.BREACH,
      "The terms in force know no other party %s. Choose one from the terms."),
  BREACH_UNKNOWN(
      "breach-unknown",
      When.BREACH,
      "No claim of a breach with this id is known. Look at the ledger and choose one."),
  BREACH_NOT_THEIRS(
      "breach-not-theirs",
      When.BREACH,
      "The notice is %s's, and the breach is claimed of another. Name the party whose notice it is."),
  BREACH_OF_ANOTHER(
      "breach-of-another",
      When.BREACH,
      "The breach is claimed of %s; only they answer it. Your party can follow it up by a comment."),
  BREACH_BY_ANOTHER(
      "breach-by-another",
      When.BREACH,
      "The breach is claimed by %s; only they narrow or withdraw it. Answer it, or comment on it."),
  BREACH_WITHDRAWN(
      "breach-withdrawn",
      When.BREACH,
      "The claim has been withdrawn. Comment on it, if something is left to say."),
  LEDGER_FULL(
      "ledger-full",
      When.BREACH,
      "Your party has %s claims in the ledger, as many as it holds for one. Follow up an earlier one,"
          + " or open a case."),
  SAID_ENOUGH(
      "said-enough",
      When.BREACH,
      "Your party has spoken of this %s times already, as often as is kept. Open a case about it."),

  FILE_UNKNOWN(
      "file-unknown", When.MATTER, "No %s with this id is known. Look at the list and choose one."),
  FILE_FULL(
      "file-full",
      When.MATTER,
      "Your party has said %s things in this file, as many as it holds for one. Open another that"
          + " refers to it."),
  FILE_CLOSED(
      "file-closed",
      When.MATTER,
      "Every party holds this %s for closed since %s. Reopen it and say why, or open another that"
          + " refers to it."),
  FILE_OPEN(
      "file-open",
      When.MATTER,
      "Your party does not hold this %s for closed. Say in it what is left to say."),
  FILES_FULL(
      "files-full",
      When.MATTER,
      "Your party has put %s on record here, as many as the line holds for one. What is there can"
          + " still be signed, vetoed and retracted."),
  REFERS_UNKNOWN(
      "refers-unknown",
      When.MATTER,
      "It refers to a statement that the record does not have. Refer to what it has, by id or"
          + " reference."),
  ITEM_UNKNOWN(
      "item-unknown",
      When.MATTER,
      "Nothing of this sort is known under this id. Look into the file and choose again."),
  ITEM_ENDED(
      "item-ended",
      When.MATTER,
      "It has been %s already. Make a new one, if something is left to say."),
  ITEM_SIGNED(
      "item-signed",
      When.MATTER,
      "Your party has signed this already; nothing is to be done until the others have."),
  NOT_YOURS(
      "not-yours",
      When.MATTER,
      "This is for %s alone to do. Assess it, sign it, veto it, or say your own word beside it."),
  OWN_ITEM(
      "own-item",
      When.MATTER,
      "This is your own party's; it is for the others to say this of it. You can retract or narrow"
          + " it, if it allows that."),
  OTHER_FILE(
      "other-file",
      When.MATTER,
      "It is in a file already, or not in that of what it goes with. Refer to it from here instead."),
  NO_DISSENT(
      "no-dissent",
      When.MATTER,
      "A %s is signed as it stands. Sign it without dissent, or veto it and word your own."),
  NO_VETO(
      "no-veto",
      When.MATTER,
      "A %s cannot be vetoed. Sign it with your dissent, or word your own."),
  VETO_NOT_YOURS(
      "veto-not-yours",
      When.MATTER,
      "By the terms only %s decide on this. State your position, or propose other terms."),
  SEAT_UNKNOWN(
      "seat-unknown",
      When.MATTER,
      "The terms in force give your party no seat %s in the working group. Choose one of: %s."),
  SEAT_MISSING(
      "seat-missing",
      When.MATTER,
      "In a case one speaks from a seat of the working group. Name one of: %s."),
  AGENDA_UNKNOWN(
      "agenda-unknown",
      When.MATTER,
      "The agenda has items 0 to %s. Choose one of them, or open another case."),
  URGENT_STAYS(
      "urgent-stays",
      When.MATTER,
      "A %s stays on the safety line. Answer it there; a case may refer to it."),

  NOT_RELEASED(
      "not-released",
      When.THIRD_PARTY,
      "%s has not released this notice to %s. Do not hand it on; ask for the release by a message."),
  RELAYED_ENOUGH(
      "relayed-enough",
      When.THIRD_PARTY,
      "Your party has named %s receivers of this already, as many as are kept. Tick those off.");

  private final String code;
  private final When when;
  private final String sentence;

  MatterRefusals(String code, When when, String sentence) {
    this.code = code;
    this.when = when;
    this.sentence = sentence;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public When when() {
    return when;
  }

  @Override
  public String template() {
    return sentence;
  }
}
