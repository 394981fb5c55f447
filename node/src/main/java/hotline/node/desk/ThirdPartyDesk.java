package hotline.node.desk;

import hotline.line.Refusals;
import hotline.line.body.NoticeRef;
import hotline.line.body.ThirdPartyBody;
import hotline.line.body.ThirdPartyBody.To;
import hotline.line.body.ThirdPartyBody.What;
import hotline.line.terms.Terms;
import hotline.line.terms.ThirdParty;
import hotline.line.terms.WitnessParty;
import hotline.line.thirdparty.Reach;
import hotline.line.thirdparty.Relay;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import hotline.record.note.Checkpoint;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those outside of the line: who can reach them, and what was handed on to whom. */
final class ThirdPartyDesk {
  private static final int LIMIT_MAX = 10_000;

  private final Core core;
  private final NoticeDesk notices;
  private final Bylines bylines;

  ThirdPartyDesk(Core core, NoticeDesk notices) {
    this.core = core;
    this.notices = notices;
    bylines = new Bylines(core);
  }

  List<MatterViews.ThirdParty> thirdParties() {
    return core.terms().map(Terms::thirdParties).orElse(List.of()).stream()
        .map(each ->
            new MatterViews.ThirdParty(
                each.name(),
                each.title(),
                core.genesis().parties().stream().map(party -> reach(party, each)).toList()))
        .toList();
  }

  private MatterViews.Reach reach(String party, ThirdParty thirdParty) {
    Optional<Reach> said = core.read(state -> state.thirdParties().reach(party, thirdParty.name()));
    return new MatterViews.Reach(
        party,
        bylines.isOwn(party),
        said.map(each -> each.content().can() ? "CAN" : "CANNOT").orElse("UNKNOWN"),
        said.map(each -> each.content().words()).orElse(""),
        said.map(each -> bylines.by(each.said())).orElse(null));
  }

  /** Those who are let in and are no parties. */
  List<MatterViews.Guest> guests() {
    List<MatterViews.Guest> all = new ArrayList<>();
    core.terms()
        .ifPresent(terms -> {
          terms
              .observers()
              .forEach(each ->
                  all.add(
                      new MatterViews.Guest(
                          "OBSERVER",
                          each.name(),
                          each.title(),
                          each.key().id().toString(),
                          null)));
          terms
              .witnesses()
              .forEach(each ->
                  all.add(
                      new MatterViews.Guest(
                          "WITNESS",
                          each.name(),
                          each.title(),
                          each.cosignerKey().id().toString(),
                          cosigned(each))));
        });
    return all;
  }

  /** By the newest checkpoint that this node shows; of the past nothing is known of it. */
  private @Nullable Long cosigned(WitnessParty witness) {
    if (core.outlook().pastInstant().isPresent()) {
      return null;
    }
    if (core.host().isPresent()) {
      return core.host().get().witnessed(witness.name()).orElse(null);
    }
    String name = core.genesis().cosigner(witness.name());
    return core.record().entries().published().stream()
        .filter(note -> note.signatures().stream().anyMatch(line -> line.name().equals(name)))
        .map(note -> Checkpoint.of(note).size())
        .findFirst()
        .orElse(null);
  }

  List<MatterViews.Relay> relays(int limit) {
    return core.read(state -> state.thirdParties().latest(Math.clamp(limit, 1, LIMIT_MAX))).stream()
        .map(this::view)
        .toList();
  }

  private MatterViews.Relay view(Relay relay) {
    ThirdPartyBody.Relay content = relay.content();
    return new MatterViews.Relay(
        bylines.by(relay.said()),
        switch (content.what()) {
          case What.Message(StatementId id) -> id.toString();
          case What.Declared(NoticeRef notice) -> NoticeText.reference(notice.entity());
        },
        content.what() instanceof What.Declared,
        switch (content.to()) {
          case To.ThirdParty(String name) -> name;
          case To.Unit(String name) -> name;
        },
        content.step().name(),
        content.words().orElse(""));
  }

  Said reach(String thirdParty, boolean can, String words) {
    return Given.say(core, _ -> new ThirdPartyBody.Reach(thirdParty.strip(), can, words.strip()));
  }

  Said relay(MatterRequests.Relay request) {
    return Given.say(
        core,
        _ ->
            new ThirdPartyBody.Relay(
                what(request),
                to(request.to().strip()),
                Given.word(ThirdPartyBody.Step.values(), request.state()),
                Given.text(request.words())));
  }

  private What what(MatterRequests.Relay request) throws Given.Refused {
    Optional<String> message = Given.text(request.message());
    Optional<String> notice = Given.text(request.notice());
    Given.oneOf(
        "Say what was handed on: a message by its id, or a notice.",
        List.of(message.isPresent(), notice.isPresent()));
    return message.isPresent()
        ? new What.Message(Given.id(message.get(), Refusals.MESSAGE_UNKNOWN))
        : new What.Declared(
            notices
                .find(notice.orElseThrow())
                .orElseThrow(
                    () -> new Given.Refused(Refusals.NOTICE_UNKNOWN, notice.orElseThrow())));
  }

  /** A third party of the terms if it is called so; else a unit of this party's own. */
  private To to(String name) {
    return core.terms().filter(terms -> terms.thirdParty(name).isPresent()).isPresent()
        ? new To.ThirdParty(name)
        : new To.Unit(name);
  }
}
