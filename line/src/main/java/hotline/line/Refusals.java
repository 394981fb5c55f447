package hotline.line;

/** Why a line refuses what is said in its everyday work; see {@link Refusal}. */
public enum Refusals implements Refusal {
  WRONG_LINE(
      "wrong-line",
      When.ADMISSION,
      "This statement belongs to another line (%s). Check which line the node is set up for."),
  NOT_FOUNDED(
      "not-founded",
      When.ADMISSION,
      "The record of a line begins with a BEGIN by a root key that carries the genesis with this"
          + " line's id. Send that first."),
  UNKNOWN_KEY(
      "unknown-key",
      When.ADMISSION,
      "No key %s speaks for %s under the terms in force. Check the terms, or sign with a key that"
          + " they name or that the party has enrolled."),
  KEY_REVOKED(
      "key-revoked",
      When.ADMISSION,
      "The key %s of %s was revoked at entry %s: nothing that it signs counts from there on. Ask the"
          + " party by another way; its node signs with another key."),
  OBSERVER_SILENT(
      "observer-silent",
      When.ADMISSION,
      "By the terms in force %s is an observer: it sees and does not speak. Let a party say it."),
  WITNESS_SILENT(
      "witness-silent",
      When.ADMISSION,
      "By the terms in force %s is a witness: it holds digests, cosigns, and does not speak. Let a"
          + " party say it."),
  BAD_SIGNATURE(
      "bad-signature",
      When.ADMISSION,
      "The signature does not hold under the key of %s. Do not trust what it says; ask its sender"
          + " by another way."),

  UNKNOWN_KIND(
      "unknown-kind",
      When.EVERY,
      "This version of the rules knows no statement of kind %s. Bring all nodes to one version."),
  BAD_CONTENT(
      "bad-content",
      When.EVERY,
      "The content of this %s cannot be read: %s. Report it to whoever wrote the sending program."),
  OFFICER_UNKNOWN(
      "officer-unknown",
      When.EVERY,
      "%s has enrolled no officer's key %s. Let its root key enrol it, or say this again without"
          + " the officer's signature."),
  OFFICER_REVOKED(
      "officer-revoked",
      When.EVERY,
      "The key %s of the officer %s was revoked at entry %s: nothing that it signs counts from there"
          + " on. Sign in again, and let the party enrol the new key."),
  OFFICER_SIGNATURE(
      "officer-signature",
      When.EVERY,
      "The signature inside does not hold under the key of the officer %s. Do not trust what it"
          + " says; ask the officer by another way."),
  OFFICER_STALE(
      "officer-stale",
      When.EVERY,
      "The officer %s signed this more than ten minutes before the node, or after it. Set the clocks"
          + " right, and sign it again."),
  OFFICER_REPLAYED(
      "officer-replayed",
      When.EVERY,
      "This signature of the officer %s was used before, or may have been. Each is for one statement:"
          + " sign again."),
  WRONG_LANE("wrong-lane", When.EVERY, "%s goes in the %s lane. Sign it again there."),
  WRONG_MODE(
      "wrong-mode",
      When.EVERY,
      "This is said in mode %s, what it is about in mode %s; the two are kept apart. Say it again"
          + " in the right mode."),
  NO_TERMS(
      "no-terms",
      When.EVERY,
      "No terms are in force on this line yet. All parties sign the first terms with their root"
          + " keys; then say it again."),
  ROOT_ONLY_TERMS(
      "root-only-terms",
      When.EVERY,
      "A root key speaks for terms and keys only. Sign this with the key of a node."),
  GENESIS_AGAIN(
      "genesis-again",
      When.EVERY,
      "Only the first entry of a line carries a genesis. Begin the chain without it."),
  BASIS_UNKNOWN(
      "basis-unknown",
      When.EVERY,
      "It names a record of %s entries that is not this line's. Either this node or the signer has"
          + " been shown another history: compare checkpoints by voice, and keep both."),
  STALE_TERMS(
      "stale-terms",
      When.EVERY,
      "It was signed under other terms than those in force. %s Read the terms in force and sign"
          + " again."),
  SUSPENDED(
      "suspended",
      When.EVERY,
      "%s While that holds, only what the terms list still passes; STOP and warnings always do."
          + " Restore the channel first, by a status or an offer."),

  TERMS_INVALID(
      "terms-invalid", When.TERMS, "These are no good terms: %s. Correct and propose them again."),
  TERMS_NOT_NEXT(
      "terms-not-next",
      When.TERMS,
      "The next terms have number %s and name those in force as previous. Correct and propose them"
          + " again."),
  TERMS_PARTIES(
      "terms-parties",
      When.TERMS,
      "The parties of a line are those of its genesis: %s. To add or leave out one, found a new"
          + " line."),
  TERMS_HOST(
      "terms-host",
      When.TERMS,
      "The host, its epoch and its log keys change only by a handover, which these rules do not"
          + " know yet. Leave them as they are."),
  NEEDS_ROOT(
      "needs-root",
      When.TERMS,
      "These terms change keys, or are the first. Propose and sign them with the root key."),
  TERMS_UNKNOWN(
      "terms-unknown",
      When.TERMS,
      "No terms with this hash are proposed now: they may be in force, refused or replaced. Look at"
          + " the proposals."),
  TERMS_LAPSED(
      "terms-lapsed",
      When.TERMS,
      "The time to sign these terms ended at %s, before this was signed. Propose them again."),
  TERMS_AGREED(
      "terms-agreed",
      When.TERMS,
      "All parties have signed these terms; they wait for their time. Ask the party that proposed"
          + " them to withdraw them, or propose others."),
  TERMS_NOT_AGREED(
      "terms-not-agreed",
      When.TERMS,
      "No terms with this hash are signed by all and wait for their time. Look at the proposals:"
          + " whoever has not signed has to sign first."),
  TERMS_TOO_EARLY("terms-too-early", When.TERMS, "These terms begin at %s. Say it again then."),
  OTHERS_TERMS(
      "others-terms",
      When.TERMS,
      "%s proposed these terms; only they can withdraw them. You can refuse them until all have"
          + " signed."),
  TERMS_SIGNED(
      "terms-signed",
      When.TERMS,
      "Your party has signed these terms already; nothing is to be done until the others have."),

  KEYS_BY_ROOT(
      "keys-by-root",
      When.KEYS,
      "Only the root key of %s enrols and revokes its keys. Sign this with that."),
  NODE_UNKNOWN(
      "node-unknown",
      When.KEYS,
      "The terms in force give your party no node %s. Choose one of: %s."),
  KEY_KNOWN(
      "key-known",
      When.KEYS,
      "Your party has a key %s already, and each key has one purpose. Make a new one."),
  KEY_SPENT(
      "key-spent",
      When.KEYS,
      "The key %s was revoked at entry %s and never counts again. If a node needs one, make a new"
          + " key and enrol that."),
  KEY_BY_TERMS(
      "key-by-terms",
      When.KEYS,
      "The root, log and outcome keys change by terms alone, which all sign. Propose terms with"
          + " another key, and call the others."),
  KEYS_FULL(
      "keys-full",
      When.KEYS,
      "Your party has enrolled or revoked as many keys as a line keeps for one. Agree on terms that"
          + " name other keys, or found a new line."),

  UNKNOWN_CATEGORY(
      "unknown-category",
      When.STATUS,
      "The terms in force have no category %s. Choose one of: %s."),
  UNKNOWN_ZONE(
      "unknown-zone", When.STATUS, "The terms in force have no zone %s. Choose one of: %s."),
  STATUSES_FULL(
      "statuses-full",
      When.STATUS,
      "What %s has said of parts of the line fills all the room there is for it. Let it say its"
          + " status of the whole line first."),
  OFFERS_FULL(
      "offers-full",
      When.STATUS,
      "Your party has as many offers open as one may. Withdraw one before you make another."),
  OFFER_UNKNOWN(
      "offer-unknown",
      When.STATUS,
      "No such offer is known. Look at the offers and choose one of them."),
  OWN_OFFER(
      "own-offer",
      When.STATUS,
      "This is your own party's offer; the others answer it. You can withdraw it."),
  OTHERS_OFFER(
      "others-offer",
      When.STATUS,
      "This is %s's offer; only they can withdraw it. You can accept or refuse it."),
  OFFER_LAPSED(
      "offer-lapsed",
      When.STATUS,
      "The offer lapsed at %s, before this was signed. Ask for a new one, or make your own."),
  OFFER_ENDED(
      "offer-ended", When.STATUS, "The offer has been %s. Ask for a new one, or make your own."),
  NOT_ASKED(
      "not-asked",
      When.STATUS,
      "By the terms the offer asks only %s; your party's refusal does not end it. Say your party's"
          + " own status instead."),
  OFFER_ACCEPTED(
      "offer-accepted",
      When.STATUS,
      "Your party has accepted this offer already; it binds when all others have."),

  BASIS_MISSING(
      "basis-missing",
      When.NOTICE,
      "A notice names the record that was checked before it was signed; this one names none. Sign"
          + " it again with a basis."),
  STALE(
      "stale",
      When.NOTICE,
      "Something newer is in the record than what was checked: %s. Read on, check for conflicts"
          + " again, and send it again."),
  NOTICE_UNKNOWN(
      "notice-unknown",
      When.NOTICE,
      "No notice %s is known in that version. Look at the list of notices."),
  NOT_OWNER(
      "not-owner",
      When.NOTICE,
      "This notice is %s's; only they can change it. You can dispute it, or send a message."),
  OWN_NOTICE(
      "own-notice",
      When.NOTICE,
      "This is your own party's notice. Change or end it instead of disputing it."),
  NOTICE_ENDED(
      "notice-ended",
      When.NOTICE,
      "The notice has ended. Declare a new one, or raise the matter by a message."),
  VERSION_NOT_NEXT(
      "version-not-next",
      When.NOTICE,
      "The next version of this notice is %s. Look at it as it is now, and amend that."),
  VERSION_OLD(
      "version-old",
      When.NOTICE,
      "The notice is at version %s by now. Look at it as it is now, and say it of that."),
  WRONG_TRANSITION(
      "wrong-transition",
      When.NOTICE,
      "A notice that is %s does not become %s. Look at it as it is now."),
  BAD_EXTENTS(
      "bad-extents",
      When.NOTICE,
      "Its extents are not as the terms ask: %s. Round outward and declare it again."),
  OUTSIDE_AREA(
      "outside-area",
      When.NOTICE,
      "It has cells outside the area of the terms in force. Declare only what is inside, or agree on"
          + " terms with another area."),
  THIRD_PARTY_UNKNOWN(
      "third-party-unknown",
      When.NOTICE,
      "The terms in force have no third party %s. Choose of: %s."),
  TOO_MANY_VOLUMES(
      "too-many-volumes",
      When.NOTICE,
      "A notice commits to 4 to %s leaves, a power of two. Declare the activity in parts."),
  TOO_MANY_NOTICES(
      "too-many-notices",
      When.NOTICE,
      "Your party has as many live notices as a line holds for one. End those that are over."),
  MEETS_TOO_MANY(
      "meets-too-many",
      When.NOTICE,
      "The notice meets more than %s others as coarsely as it is declared. Declare it finer, or in"
          + " parts."),
  TOO_MANY_DISPUTES(
      "too-many-disputes",
      When.NOTICE,
      "As many disputes as one notice holds are on record. Raise the matter by a message."),

  ADDRESSEE_UNKNOWN(
      "addressee-unknown",
      When.MESSAGE,
      "The terms in force know no %s. Choose the post from the terms."),
  CONFLICT_NEEDS_TWO(
      "conflict-needs-two",
      When.MESSAGE,
      "A CONFLICT names one notice of each of two parties, in versions that are known. Choose the"
          + " two."),
  MESSAGE_UNKNOWN(
      "message-unknown",
      When.MESSAGE,
      "No such message is known, or it is too long ago. Look at the messages."),
  NOT_ADDRESSED(
      "not-addressed",
      When.MESSAGE,
      "The message is not for %s. Only those it is for say what became of it."),
  ALREADY_SAID(
      "already-said",
      When.MESSAGE,
      "Your party has said this of the message already; nothing is to be done."),

  POST_UNKNOWN(
      "post-unknown",
      When.WATCH,
      "The terms in force give your party no post %s. Choose one of them."),
  NO_WATCH("no-watch", When.WATCH, "Nobody has the watch at %s. Take it before you hand it over.");

  private final String code;
  private final When when;
  private final String sentence;

  Refusals(String code, When when, String sentence) {
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
