package hotline.node.api;

import org.jspecify.annotations.Nullable;

/**
 * What became of something that was to be said over the line.
 *
 * @param done whether it took effect or is safely on its way; false when it was refused
 * @param state how far it got
 * @param code {@code ok}, or the stable code of the refusal
 * @param sentence for a person: what happened, and after a refusal what to do
 * @param id the statement's id in hex; null when nothing was signed
 * @param index its place in the record, counted from 0; null until it has one
 */
public record Said(
    boolean done,
    State state,
    String code,
    String sentence,
    @Nullable String id,
    @Nullable Long index) {

  /** How far a statement got. */
  public enum State {
    /** Signed and kept in this node's outbox; nobody else has it. */
    QUEUED,
    /** In the record, not confirmed by the others. */
    RECORDED,
    /** In the record, and cosigned by all whose receipt the terms ask for. */
    CONFIRMED,
    /** Without effect. */
    REFUSED
  }

  /** A refusal before anything was signed. */
  public static Said refused(String code, String sentence) {
    return new Said(false, State.REFUSED, code, sentence, null, null);
  }
}
