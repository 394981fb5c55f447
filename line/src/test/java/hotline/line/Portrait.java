package hotline.line;

import hotline.line.body.ThirdPartyBody;
import hotline.line.breach.Breach;
import hotline.line.message.LineMessage;
import hotline.line.notice.Notice;
import hotline.line.status.ChannelStatus;
import hotline.line.status.Contradiction;
import hotline.line.status.Offer;
import hotline.line.watch.Watch;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.stream.Stream;

/** All that can be read of a state, as text: two states are alike iff their portraits are. */
final class Portrait {
  private Portrait() {}

  static String of(LineState state) {
    return state.size() + "\n" + state.heads().toCbor() + "\n" + of(state.rules());
  }

  static String of(Rules rules) {
    List<String> parties = rules.terms.parties();
    return String.join(
        "\n",
        "mode " + rules.terms.mode(),
        "in force " + rules.terms.inForce().map(now -> now.hash() + " " + now.index()),
        "proposals "
            + rules.terms.proposals().stream()
                .map(each ->
                    each.hash()
                        + " "
                        + each.party()
                        + " "
                        + each.signedBy()
                        + each.lapsesUs()
                        + each.agreedIndex())
                .toList(),
        "ended " + rules.terms.ended().stream().map(each -> each.end().encoded()).toList(),
        "keys "
            + parties.stream()
                .map(party -> rules.keys.enrolled(party) + " " + rules.keys.revoked(party))
                .toList(),
        "statuses "
            + parties.stream()
                .flatMap(party -> rules.statuses.said(party).stream())
                .map(ChannelStatus::encoded)
                .toList(),
        "contradictions "
            + parties.stream()
                .flatMap(party -> rules.statuses.contradictions(party).stream())
                .map(Contradiction::encoded)
                .toList(),
        "offers " + rules.statuses.offers().stream().map(Offer::encoded).toList(),
        "notices " + rules.notices.live().stream().map(Notice::encoded).toList(),
        "over " + parties.stream().map(party -> rules.notices.endedOf(party, 1000)).toList(),
        "messages " + rules.messages.all().stream().map(LineMessage::encoded).toList(),
        "proven " + parties.stream().map(rules.messages::lineProven).toList(),
        "watches " + rules.watches.all().stream().map(Watch::encoded).toList(),
        "breaches " + rules.breaches.all().stream().map(Breach::encoded).toList(),
        "incidents " + rules.incidents.all().stream().map(each -> file(rules, each.id())).toList(),
        "loose " + parties.stream().map(party -> rules.incidents.loose(party, 1000)).toList(),
        "cases " + rules.cases.all().stream().map(each -> rules.cases.file(each.id())).toList(),
        "hand-offs " + rules.cases.handOffs(),
        "reaches " + rules.thirdParties.reaches(),
        "relays "
            + Stream.concat(
                    rules.messages.all().stream()
                        .map(each -> new ThirdPartyBody.What.Message(each.id())),
                    rules.notices.live().stream()
                        .map(each -> new ThirdPartyBody.What.Declared(each.ref())))
                .map(rules.thirdParties::relaysOf)
                .toList());
  }

  private static String file(Rules rules, StatementId id) {
    return rules.incidents.incident(id).orElseThrow().toString();
  }
}
