package hotline.node.web;

import hotline.node.api.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies and answers of the API that are not already records of {@code hotline.node.api}. */
final class ApiBodies {
  private ApiBodies() {}

  /** One shift: exactly one of feet and seconds. */
  record ShiftBy(@Nullable Long verticalFeet, @Nullable Long seconds, @Nullable String answers) {}

  /** The first shift that clears a notice; null after an exhaustive search that found none. */
  record FoundShift(Requests.@Nullable Shift shift) {}

  /** A state of a notice. */
  record State(String state) {}

  /** Where a message stands. */
  record Shown(String post) {}

  /** Who accepts a message. */
  record Accepting(String post, String officer) {}

  /** An answer to the message in the path. */
  record Answering(String word, @Nullable String text) {}

  /** A STOP or what of it is known; the empty object or no body at all is a STOP too. */
  record Stop(
      @Nullable List<String> to,
      @Nullable String text,
      @Nullable String language,
      @Nullable String position,
      @Nullable String floor,
      @Nullable String ceiling,
      @Nullable List<String> notices,
      @Nullable Long replyWithinSeconds) {
    static final Stop EMPTY = new Stop(null, null, null, null, null, null, null, null);
  }

  /** Why. */
  record Reason(@Nullable String reason) {}

  /** Why, and what in the terms it is about. */
  record TermsReason(@Nullable String reason, @Nullable String scope) {}

  /** Who takes the watch. */
  record Taking(String officer) {}

  /** Who is to take the watch, with what is open. */
  record HandingOver(String toOfficer, List<String> openItems) {}

  /** Whose key it is, in hexadecimal digits. */
  record AskedKey(String officer, String key) {}

  /** Whether something of this node runs: its sequencer, a feed. */
  record Running(boolean running) {}

  /** Who has seen which alerts. */
  record AlertsSeen(List<Long> numbers, String post, String officer) {}

  /** Who acts on the alert in the path. */
  record AlertActing(String post, String officer) {}

  /** Who says whether the alert in the path is a nuisance. */
  record AlertMark(boolean nuisance, String post, String officer) {}

  /** A one-time link that opens the page. */
  record Ticket(String url, String expires) {}

  /** What an event of the stream says. */
  record Change(long change, long size) {}
}
