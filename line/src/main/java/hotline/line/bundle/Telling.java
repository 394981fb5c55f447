package hotline.line.bundle;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.line.UtcText;
import hotline.line.body.Body;
import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.body.WatchBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a statement says, in plain words: enough to follow what happened. The statement itself is
 * what counts.
 */
final class Telling {
  private static final int ID_DIGITS = 12;
  private static final double NANODEGREES = 1e9;

  private Telling() {}

  /** In one line, without who and when. */
  static String of(Body body, Names names) {
    return switch (body) {
      case StatusBody.State state -> state(state);
      case StatusBody.Offer offer ->
          "offers to restore: “" + offer.words() + "”" + condition(offer.condition().orElse(null));
      case StatusBody.Accept accept -> "accepts offer " + names.id(accept.offer());
      case StatusBody.Refuse refuse ->
          "refuses offer " + names.id(refuse.offer()) + ": “" + refuse.reason() + "”";
      case NoticeBody.Declare notice ->
          "declares notice %s version %d, %s"
              .formatted(Names.entity(notice.entity()), notice.version(), notice.category());
      case NoticeBody.Move move ->
          "notice %s is %s"
              .formatted(Names.entity(move.entity()), move.state().name().toLowerCase(Locale.ROOT));
      case NoticeBody.End end -> "ends notice " + Names.entity(end.entity());
      case NoticeBody.Dispute dispute ->
          "disputes notice " + Names.entity(dispute.entity()) + ": “" + dispute.reason() + "”";
      case MessageBody.Message message -> message(message);
      case MessageBody.Delivered delivered -> "has " + names.id(delivered.message());
      case MessageBody.Displayed displayed ->
          "shows " + names.id(displayed.message()) + " at " + displayed.post();
      case MessageBody.Accepted accepted ->
          "%s (%s) has accepted %s"
              .formatted(accepted.officer(), accepted.post(), names.id(accepted.message()));
      case MessageBody.Answer answer ->
          "answers "
              + names.id(answer.message())
              + ": "
              + answer.word().name()
              + answer.text().map(text -> ", “" + text + "”").orElse("");
      case WatchBody.Take take -> take.officer() + " takes the watch at " + take.post();
      case WatchBody.Handover handover ->
          "hands the watch at " + handover.post() + " over to " + handover.to();
      case TermsBody.Propose _ -> "proposes terms";
      case TermsBody.Sign sign -> "signs terms " + sign.terms().hex().substring(0, ID_DIGITS);
      case TermsBody.Refuse refuse ->
          "refuses terms "
              + refuse.terms().hex().substring(0, ID_DIGITS)
              + ": “"
              + refuse.reason()
              + "”";
      case KeyBody.Enrol enrol -> "gives its node " + enrol.node() + " the key " + enrol.key().id();
      case KeyBody.EnrolOfficer enrol ->
          "gives its officer " + enrol.officer() + " the key " + enrol.key().id();
      case KeyBody.Revoke revoke ->
          "revokes its key " + revoke.key().id() + ": “" + revoke.reason() + "”";
      default -> MatterTelling.of(body, names);
    };
  }

  private static String state(StatusBody.State state) {
    return (state.state() == ChannelState.SUSPENDED ? "suspends" : "is in force")
        + " from "
        + UtcText.of(state.effectiveUs())
        + ": “"
        + state.words()
        + "”"
        + condition(state.condition().orElse(null));
  }

  private static String condition(@org.jspecify.annotations.Nullable Condition condition) {
    return condition == null ? "" : ", on the condition “" + condition.words() + "”";
  }

  private static String message(MessageBody.Message message) {
    List<String> parts = new ArrayList<>();
    parts.add(message.kind().word());
    if (!message.to().isEmpty()) {
      parts.add(
          "to "
              + String.join(
                  ", ",
                  message.to().stream()
                      .map(each -> each.party() + each.post().map(post -> "/" + post).orElse(""))
                      .toList()));
    }
    message.position().ifPresent(position -> parts.add("at " + place(position)));
    message.band().ifPresent(band -> parts.add(band(band)));
    for (NoticeRef notice : message.notices()) {
      parts.add("about notice " + Names.entity(notice.entity()));
    }
    message.text().ifPresent(text -> parts.add("“" + text + "”"));
    return String.join(" ", parts);
  }

  /** Degrees with their five decimals: a metre, roughly. */
  static String place(Position position) {
    return String.format(
        Locale.ROOT,
        "%.5f, %.5f",
        position.latNanodegrees() / NANODEGREES,
        position.lngNanodegrees() / NANODEGREES);
  }

  /** A band with its datum. */
  static String band(HeightBand band) {
    return band.datum() == Datum.W84
        ? Math.floorDiv(band.floor(), 1000) + " to " + Math.ceilDiv(band.ceiling(), 1000) + " m W84"
        : band.floor() + " to " + band.ceiling() + " ft STD";
  }
}
