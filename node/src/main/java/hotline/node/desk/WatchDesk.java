package hotline.node.desk;

import hotline.line.Refusals;
import hotline.line.body.WatchBody;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.watch.Watch;
import hotline.node.Times;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.record.statement.StatementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has the watch at which post. */
final class WatchDesk {
  private final Core core;

  WatchDesk(Core core) {
    this.core = core;
  }

  /** A post of the terms, with its watch. */
  private record Post(String party, String post, Optional<Watch> watch) {}

  List<Views.Watch> watch() {
    List<Post> posts =
        core.read(state -> {
          List<Post> all = new ArrayList<>();
          for (PartyTerms party : state.terms().map(Terms::parties).orElse(List.of())) {
            for (String post : party.posts()) {
              all.add(new Post(party.party(), post, state.watches().at(party.party(), post)));
            }
          }
          return all;
        });
    return posts.stream().map(this::view).toList();
  }

  private Views.Watch view(Post post) {
    return post.watch()
        .map(known ->
            new Views.Watch(
                post.party(),
                post.post(),
                known.officer(),
                Times.instant(known.sinceUs()),
                known.handingTo(),
                known.handingTo() == null ? null : said(known.index()),
                known.open().stream().map(StatementId::toString).toList()))
        .orElse(new Views.Watch(post.party(), post.post(), null, null, null, null, List.of()));
  }

  private @Nullable Instant said(long index) {
    return core.record()
        .statement(index)
        .map(each -> Times.instant(each.header().timeUs()))
        .orElse(null);
  }

  /** With which watches of this party are handed over and not taken, for every page of it. */
  List<Views.Trouble> with(List<Views.Trouble> others) {
    List<Views.Trouble> all = new ArrayList<>(others);
    for (Views.Watch each : watch()) {
      if (each.party().equals(core.party()) && each.handingTo() != null) {
        Instant since = each.handed() == null ? core.clock().instant() : each.handed();
        all.add(
            new Views.Trouble(
                since,
                "handover-" + each.post(),
                "The watch at %s is handed over by %s to %s and not taken yet: until then %s has it. No test and no exercise before it is taken."
                    .formatted(each.post(), each.officer(), each.handingTo(), each.officer())));
      }
    }
    return all;
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
