package hotline.line.disclosure;

import java.util.Optional;
import java.util.stream.Stream;

/** Why the exact volumes of a notice were not opened; each with a stable code and what to do. */
public enum Withheld {
  /** The notice on whose behalf was asked is not there, not the asker's, or not live. */
  NO_STANDING("no-standing", "Ask on behalf of a live notice of your own."),
  /** The enquiry spans more of the globe than the terms allow. */
  ENQUIRY_TOO_WIDE("enquiry-too-wide", "Make the enquiry smaller; the terms bound its area."),
  /** The enquiry spans more time than the terms allow. */
  ENQUIRY_TOO_LONG("enquiry-too-long", "Make the enquiry shorter; the terms bound its time."),
  /** The enquiry is finer than the terms allow. */
  ENQUIRY_TOO_FINE("enquiry-too-fine", "Round the enquiry outward to the steps of the terms."),
  /** No such notice of the party that was asked. */
  UNKNOWN_NOTICE(
      "unknown-notice", "Ask the party whose notice it is, for a version in the record."),
  /** The notice has ended, or has a newer version. */
  NOT_LIVE("not-live", "Ask for the newest version, and only while it lasts."),
  /** Cells, heights or times have nothing in common. */
  DOES_NOT_MEET("does-not-meet", "Nothing to do: the two cannot conflict."),
  /** The issuer's node does not have what its own notice is committed to. */
  VOLUMES_MISSING("volumes-missing", "Speak with the other post: its node lost these volumes."),
  /** The answer is as large as an answer may be. */
  ANSWER_FULL("answer-full", "Ask again for this notice alone.");

  private final String code;
  private final String sentence;

  Withheld(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The code on the wire; it never changes. */
  public String code() {
    return code;
  }

  /** What to do, for the officer or engineer who asked. */
  public String sentence() {
    return sentence;
  }

  /** The reason with this code, if this version knows it. */
  public static Optional<Withheld> ofCode(String code) {
    return Stream.of(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }
}
