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
      "Your party has spoken of this %s times already, as often as is kept. Open a case about it.");

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
