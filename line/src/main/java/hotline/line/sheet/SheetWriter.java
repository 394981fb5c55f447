package hotline.line.sheet;

import static hotline.line.terms.TermsWords.distance;
import static hotline.line.terms.TermsWords.duration;

import hotline.airspace.typed.TypedDistance;
import hotline.airspace.typed.TypedTime;
import hotline.line.Kind;
import hotline.line.terms.Granularity;
import hotline.line.terms.Limits;
import hotline.line.terms.Matter;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Planning;
import hotline.line.terms.Separation;
import hotline.line.terms.Terms;
import hotline.line.terms.Times;
import hotline.line.terms.Topic;
import java.util.ArrayList;
import java.util.List;

/** Writes every clause of terms onto a sheet, in the order of their numbers. */
final class SheetWriter {
  private static final String NAMES = "names, one a line";
  private final List<Clause> clauses = new ArrayList<>();

  private SheetWriter() {}

  static List<Clause> write(Terms terms) {
    SheetWriter sheet = new SheetWriter();
    sheet.one("host", Topic.HOST, "The party whose machines order the statements", terms.host());
    sheet.one("epoch", Topic.EPOCH, "Counts the hosts", Long.toString(terms.epoch()));
    sheet.parties(terms);
    sheet.separation(terms.separation());
    sheet.planning(terms.planning());
    sheet.coarseness(terms.granularity());
    sheet.many("categories", Topic.CATEGORIES, "Categories of activity", NAMES, terms.categories());
    sheet.places(terms);
    sheet.many(
        "while-suspended",
        Topic.SURVIVES,
        "What still passes while the channel is suspended",
        "kinds, one a line; STOP, DISTRESS, WARNING, LINE-CHECK and what answers them stay",
        terms.survives().stream().map(Kind::word).toList());
    sheet.limits(terms.limits());
    sheet.times(terms.times());
    sheet.where(terms);
    sheet.consent(terms);
    sheet.circle(terms);
    sheet.one(
        "keep-record",
        Topic.RETENTION,
        "The record is kept at least",
        duration(terms.retention().recordUs()));
    sheet.one(
        "keep-private",
        Topic.RETENTION,
        "Private things (exact volumes, own tracks, files) are kept at least",
        duration(terms.retention().privateUs()));
    sheet.add(
        new Clause(
            "effective",
            Topic.EFFECTIVE.number(),
            "In force from",
            "a time in UTC with its Z; empty: when the last party signs",
            false,
            terms.effectiveUs().map(TypedTime::write).stream().toList()));
    return List.copyOf(sheet.clauses);
  }

  private void add(Clause clause) {
    clauses.add(clause);
  }

  private void one(String name, Topic topic, String what, String value) {
    add(new Clause(name, topic.number(), what, "", false, List.of(value)));
  }

  private void many(String name, Topic topic, String what, String form, List<String> values) {
    add(new Clause(name, topic.number(), what, form, true, values));
  }

  private void parties(Terms terms) {
    for (PartyTerms party : terms.parties()) {
      String form = "WHAT = KEY, one a line; changed by root keys alone";
      String what = "Keys of " + party.party();
      many("keys-" + party.party(), Topic.KEYS, what, form, People.keys(party));
    }
    for (PartyTerms party : terms.parties()) {
      String what = "Posts of " + party.party();
      many("posts-" + party.party(), Topic.POSTS, what, NAMES, party.posts());
    }
  }

  private void separation(Separation apart) {
    one(
        "separation-horizontal",
        Topic.SEPARATION,
        "Least distance over the ground, where that in height is not kept",
        distance(apart.horizontalMm()));
    one(
        "separation-vertical",
        Topic.SEPARATION,
        "Least distance in height, where that over the ground is not kept",
        Text.feet(apart.verticalFt()));
    one(
        "buffer-horizontal",
        Topic.BUFFERS,
        "Put around a path on every side",
        distance(apart.bufferHorizontalMm()));
    one(
        "buffer-vertical",
        Topic.BUFFERS,
        "Put above and below a path",
        Text.feet(apart.bufferVerticalFt()));
    one(
        "buffer-time",
        Topic.BUFFERS,
        "Put before and after a path",
        duration(apart.bufferTimeUs()));
    one(
        "datum-margin",
        Topic.DATUMS,
        "Margin between W84 and standard-pressure heights",
        Text.feet(apart.datumMarginFt()));
  }

  private void planning(Planning planning) {
    one(
        "planning-segment",
        Topic.PLANNING,
        "How long one volume of a track lasts",
        duration(planning.segmentUs()));
    one(
        "planning-height-step",
        Topic.PLANNING,
        "Shifts in height are multiples of",
        Text.feet(planning.verticalStepFt()));
    one(
        "planning-height-limit",
        Topic.PLANNING,
        "and at most",
        Text.feet(planning.verticalLimitFt()));
    one(
        "planning-time-step",
        Topic.PLANNING,
        "Shifts in time are multiples of",
        duration(planning.timeStepUs()));
    one("planning-time-limit", Topic.PLANNING, "and at most", duration(planning.timeLimitUs()));
  }

  private void coarseness(Granularity coarse) {
    one(
        "record-cell-level",
        Topic.COARSENESS,
        "Finest S2 cells that the record shows, 0 to 13",
        Integer.toString(coarse.cellLevelMax()));
    one(
        "record-cells",
        Topic.COARSENESS,
        "Most cells of one extent",
        Integer.toString(coarse.cellsMax()));
    one("record-times", Topic.COARSENESS, "Times are rounded to", duration(coarse.timeUs()));
    one(
        "record-heights-w84",
        Topic.COARSENESS,
        "W84 heights are rounded to",
        TypedDistance.write(coarse.heightMm()));
    one(
        "record-heights-std",
        Topic.COARSENESS,
        "Standard-pressure heights are rounded to",
        Text.feet(coarse.heightFt()));
  }

  private void places(Terms terms) {
    many(
        "zones",
        Topic.ZONE,
        "Zones",
        PlaceText.ZONE + ", one zone a line; the last two where its minima are its own",
        terms.zones().stream().map(PlaceText::write).toList());
    many(
        "points",
        Topic.POINT,
        "Reference points",
        PlaceText.POINT + ", one a line",
        terms.points().stream().map(PlaceText::write).toList());
  }

  private void limits(Limits limits) {
    one(
        "notice-volumes",
        Topic.NOTICE_SIZE,
        "Most exact volumes of one notice",
        Integer.toString(limits.volumesPerNotice()));
    one(
        "notice-duration",
        Topic.NOTICE_SIZE,
        "Longest notice",
        duration(limits.noticeDurationUs()));
    one(
        "enquiry-cells",
        Topic.ENQUIRY_SIZE,
        "Most cells of one planning enquiry",
        Integer.toString(limits.enquiryCells()));
    one(
        "enquiry-duration",
        Topic.ENQUIRY_SIZE,
        "Longest planning enquiry",
        duration(limits.enquiryDurationUs()));
    one(
        "enquiry-per-minute",
        Topic.ENQUIRY_SIZE,
        "Most enquiries a minute that a party answers",
        Integer.toString(limits.enquiriesPerMinute()));
  }

  private void times(Times times) {
    one(
        "reply-by",
        Topic.REPLY_BY,
        "A question has its answer within",
        duration(times.replyByUs()));
    one(
        "accept-by",
        Topic.ACCEPT_BY,
        "A person accepts an urgent message within",
        duration(times.acceptByUs()));
    one(
        "line-check-every",
        Topic.LINE_CHECK,
        "Longest time between two line checks",
        duration(times.lineCheckEveryUs()));
    one(
        "notice-lead",
        Topic.NOTICE_LEAD,
        "How long ahead a notice is declared; later is late",
        duration(times.noticeLeadUs()));
  }

  private void where(Terms terms) {
    many(
        "area",
        Topic.AREA,
        "Where the arrangement holds",
        "its corners, one a line; none: no bound",
        PlaceText.write(terms.area()));
    many(
        "lines",
        Topic.LINE,
        "Agreed lines and corridors",
        PlaceText.LINE + "; all after the points may be left out",
        terms.lines().stream().map(PlaceText::write).toList());
  }

  private void consent(Terms terms) {
    for (Matter matter : Matter.values()) {
      many(
          People.agreementName(matter),
          Topic.AGREEMENT,
          "Who must agree on " + matter.words() + ", and may veto it",
          "parties, one a line; none: every party",
          People.agreed(terms, matter));
    }
    for (String party : terms.partyNames()) {
      String what = "Seats of " + party + " in the working group";
      many("seats-" + party, Topic.SEATS, what, NAMES, terms.seats(party));
    }
    many(
        "languages",
        Topic.LANGUAGES,
        "Languages; the terms are in the first",
        "two or three letters each, one a line",
        terms.languages());
    one(
        "liars",
        Topic.RECEIPT,
        "How many parties may lie before a receipt means nothing",
        Integer.toString(terms.liars()));
  }

  private void circle(Terms terms) {
    many(
        "third-parties",
        Topic.THIRD_PARTY,
        "Third parties, to whom notices may be handed on",
        People.THIRD + ", one a line",
        terms.thirdParties().stream().map(People::write).toList());
    many(
        "observers",
        Topic.OBSERVER,
        "Observers: they see, and do not speak",
        People.KEYED + ", one a line",
        terms.observers().stream().map(People::write).toList());
    many(
        "witnesses",
        Topic.WITNESS,
        "Witnesses: they hold digests and cosign",
        People.KEYED + ", one a line",
        terms.witnesses().stream().map(People::write).toList());
  }
}
