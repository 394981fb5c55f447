package hotline.node.desk;

import hotline.line.Refusals;
import hotline.line.body.WatchBody;
import hotline.line.terms.PartyTerms;
import hotline.line.watch.Watch;
import hotline.node.Times;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who has the watch at which post. */
final class WatchDesk {
  private final Core core;

  WatchDesk(Core core) {
    this.core = core;
  }

  List<Views.Watch> watch() {
    return core.read(state -> {
      List<Views.Watch> all = new ArrayList<>();
      state
          .terms()
          .ifPresent(terms -> {
            for (PartyTerms party : terms.parties()) {
              for (String post : party.posts()) {
                all.add(view(party.party(), post, state.watches().at(party.party(), post)));
              }
            }
          });
      return all;
    });
  }

  private static Views.Watch view(String party, String post, Optional<Watch> watch) {
    return watch
        .map(known ->
            new Views.Watch(
                party, post, known.officer(), Times.instant(known.sinceUs()), known.handingTo()))
        .orElse(new Views.Watch(party, post, null, null, null));
  }

  /** Who has the watch at a post of this party; else the label from the settings. */
  String officerAt(String post) {
    return core.read(state -> state.watches().at(core.party(), post))
        .map(Watch::officer)
        .orElse(core.config().officer());
  }

  Said take(String post, String officer) {
    return core.terms().isEmpty()
        ? Voice.refused(Refusals.NO_TERMS)
        : core.voice().say(new WatchBody.Take(post, officer.strip()));
  }

  Said handOver(String post, String to, List<String> openItems) {
    if (core.terms().isEmpty()) {
      return Voice.refused(Refusals.NO_TERMS);
    }
    List<StatementId> open = new ArrayList<>();
    for (String item : openItems) {
      Optional<StatementId> id = Core.id(item);
      if (id.isEmpty()) {
        return Said.refused("not-understood", "“" + item + "” is no id of a statement.");
      }
      open.add(id.get());
    }
    return core.voice().say(new WatchBody.Handover(post, to.strip(), open));
  }
}
