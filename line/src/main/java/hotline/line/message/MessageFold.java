package hotline.line.message;

import hotline.line.Kind;
import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.Address;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeRef;
import hotline.line.effect.Effect;
import hotline.line.effect.MessageEffect;
import hotline.line.effect.MessageEffect.DeliveryChanged;
import hotline.line.effect.MessageEffect.LineProven;
import hotline.line.effect.MessageEffect.MessageArrived;
import hotline.line.effect.MessageEffect.RepliedEarly;
import hotline.line.notice.Notices;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of messages.
 *
 * <p>Urgent messages are never refused for whom they name: one that names nobody the terms know is
 * for everyone. Replies to them may be ordered before the message itself, since both go directly
 * first; such a reply waits here until the message is in the record.
 */
public final class MessageFold implements Messages {
  /** Messages of one party that are kept; of another's, no flood of its own costs one. */
  static final int KEPT_MAX = 10_000;

  /** Replies of one party that may wait for their message. */
  static final int EARLY_MAX = 1_000;

  private final SequencedMap<StatementId, LineMessage> messages = new LinkedHashMap<>();

  /** By party, in the order of the record. */
  private final Map<String, Deque<StatementId>> kept = new TreeMap<>();

  private final Map<String, Proof> proofs = new TreeMap<>();

  /** By party, in the order in which they came. */
  private final Map<String, List<EarlyReply>> early = new TreeMap<>();

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, MessageBody body, Terms terms, Notices notices) {
    return switch (body) {
      case MessageBody.Message message -> message(spoken, message, terms, notices);
      case MessageBody.Reply reply -> reply(spoken, reply, terms, notices);
    };
  }

  private Ruling message(Spoken spoken, MessageBody.Message body, Terms terms, Notices notices) {
    List<Address> addressed = addressed(spoken.party(), body.to(), terms);
    if (spoken.lane() == Lane.ROUTINE) {
      Optional<Address> unknown = firstUnknown(spoken.party(), body.to(), terms);
      if (unknown.isPresent()) {
        return Refusals.ADDRESSEE_UNKNOWN.refuse(name(unknown.get()));
      }
    } else if (addressed.isEmpty()) {
      addressed = addressed(spoken.party(), List.of(), terms);
    }
    if (body.kind() == Kind.CONFLICT && !namesTwo(body.notices(), notices)) {
      return Refusals.CONFLICT_NEEDS_TWO.refuse();
    }
    LineMessage message =
        new LineMessage(
            spoken.id(),
            spoken.party(),
            body,
            spoken.lane(),
            spoken.mode(),
            spoken.timeUs(),
            spoken.index(),
            addressed,
            List.of());
    List<Effect> effects = new ArrayList<>();
    effects.add(new MessageArrived(message));
    effects.addAll(whatWasSaidBefore(message));
    return new Ruling.Granted(effects);
  }

  /** Posts of other parties, spelled out; without the ones that the terms do not know. */
  private static List<Address> addressed(String speaker, List<Address> to, Terms terms) {
    List<Address> posts = new ArrayList<>();
    for (PartyTerms party : terms.parties()) {
      for (String post : party.posts()) {
        Address address = new Address(party.party(), Optional.of(post));
        boolean named =
            to.isEmpty()
                || to.contains(address)
                || to.contains(new Address(party.party(), Optional.empty()));
        if (named && !party.party().equals(speaker)) {
          posts.add(address);
        }
      }
    }
    return posts;
  }

  private static Optional<Address> firstUnknown(String speaker, List<Address> to, Terms terms) {
    return to.stream()
        .filter(address ->
            address.party().equals(speaker)
                || terms.party(address.party()).isEmpty()
                || address.post().filter(post -> !terms.hasPost(address.party(), post)).isPresent())
        .findFirst();
  }

  private static String name(Address address) {
    return address
        .post()
        .map(post -> "post " + post + " of another party " + address.party())
        .orElse("other party " + address.party());
  }

  private static boolean namesTwo(List<NoticeRef> named, Notices notices) {
    if (named.size() != 2) {
      return false;
    }
    Optional<String> first = notices.owner(named.getFirst());
    Optional<String> second = notices.owner(named.getLast());
    return first.isPresent() && second.isPresent() && !first.equals(second);
  }

  /** Early replies count now, if their parties are addressed. */
  private List<Effect> whatWasSaidBefore(LineMessage arrived) {
    List<Effect> effects = new ArrayList<>();
    LineMessage message = arrived;
    for (List<EarlyReply> replies : early.values()) {
      for (EarlyReply each : replies) {
        if (each.reply().message().equals(arrived.id())
            && isAddressed(message, each.party(), each.reply())) {
          Optional<Delivery> changed =
              message.delivery(each.party()).with(each.reply(), each.statement(), each.timeUs());
          if (changed.isPresent()) {
            message = message.with(changed.get());
            effects.addAll(changed(message, changed.get(), each.reply(), each.timeUs()));
          }
        }
      }
    }
    return effects;
  }

  private Ruling reply(Spoken spoken, MessageBody.Reply reply, Terms terms, Notices notices) {
    LineMessage message = messages.get(reply.message());
    if (message == null) {
      return unknownYet(spoken, reply, terms);
    }
    if (spoken.lane() != message.lane()) {
      return Refusals.WRONG_LANE.refuse(
          "What is said of this message", message.lane() == Lane.URGENT ? "urgent" : "routine");
    }
    if (!isAddressed(message, spoken.party(), reply)) {
      String post = post(reply);
      return Refusals.NOT_ADDRESSED.refuse(
          post == null ? spoken.party() : "post " + post + " of " + spoken.party());
    }
    if (reply instanceof MessageBody.Answer answer
        && spoken.lane() == Lane.ROUTINE
        && answer.notice().isPresent()
        && !notices.owner(answer.notice().get()).equals(Optional.of(spoken.party()))) {
      return Refusals.NOTICE_UNKNOWN.refuse(answer.notice().get().entity() + " of your party");
    }
    return message
        .delivery(spoken.party())
        .with(reply, spoken.id(), spoken.timeUs())
        .<Ruling>map(
            changed -> new Ruling.Granted(changed(message, changed, reply, spoken.timeUs())))
        .orElseGet(Refusals.ALREADY_SAID::refuse);
  }

  private Ruling unknownYet(Spoken spoken, MessageBody.Reply reply, Terms terms) {
    List<EarlyReply> waiting = early.getOrDefault(spoken.party(), List.of());
    String post = post(reply);
    return spoken.lane() == Lane.URGENT
            && waiting.size() < EARLY_MAX
            && (post == null || terms.hasPost(spoken.party(), post))
        ? Ruling.grant(
            new RepliedEarly(new EarlyReply(spoken.party(), reply, spoken.id(), spoken.timeUs())))
        : Refusals.MESSAGE_UNKNOWN.refuse();
  }

  private static boolean isAddressed(LineMessage message, String party, MessageBody.Reply reply) {
    String post = post(reply);
    return post == null ? message.isFor(party) : message.isFor(party, post);
  }

  private static @Nullable String post(MessageBody.Reply reply) {
    return switch (reply) {
      case MessageBody.Delivered _, MessageBody.Answer _ -> null;
      case MessageBody.Displayed displayed -> displayed.post();
      case MessageBody.Accepted accepted -> accepted.post();
    };
  }

  private static List<Effect> changed(
      LineMessage message, Delivery delivery, MessageBody.Reply reply, long timeUs) {
    DeliveryChanged changed = new DeliveryChanged(message.id(), delivery);
    return message.kind() == Kind.LINE_CHECK && reply instanceof MessageBody.Answer
        ? List.of(changed, new LineProven(delivery.party(), message.id(), timeUs))
        : List.of(changed);
  }

  /** Takes a change over. */
  public void on(MessageEffect effect) {
    switch (effect) {
      case MessageArrived(LineMessage message) -> {
        messages.put(message.id(), message);
        early
            .values()
            .forEach(
                replies -> replies.removeIf(each -> each.reply().message().equals(message.id())));
        keep(message);
      }
      case DeliveryChanged(StatementId id, Delivery delivery) ->
          messages.computeIfPresent(id, (_, message) -> message.with(delivery));
      case RepliedEarly(EarlyReply reply) ->
          early.computeIfAbsent(reply.party(), _ -> new ArrayList<>()).add(reply);
      case LineProven(String party, StatementId check, long timeUs) ->
          proofs.put(party, new Proof(check, timeUs));
    }
  }

  private void keep(LineMessage message) {
    Deque<StatementId> own = kept.computeIfAbsent(message.party(), _ -> new ArrayDeque<>());
    own.add(message.id());
    if (own.size() > KEPT_MAX) {
      messages.remove(own.remove());
    }
  }

  @Override
  public Optional<LineMessage> message(StatementId id) {
    return Optional.ofNullable(messages.get(id));
  }

  @Override
  public List<LineMessage> all() {
    return List.copyOf(messages.values());
  }

  @Override
  public List<LineMessage> latest(int limit) {
    return messages.sequencedValues().reversed().stream().limit(limit).toList();
  }

  @Override
  public Optional<Proof> lineProven(String party) {
    return Optional.ofNullable(proofs.get(party));
  }
}
