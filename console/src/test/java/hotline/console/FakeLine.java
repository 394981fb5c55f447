package hotline.console;

import hotline.node.api.Crossing;
import hotline.node.api.Drafted;
import hotline.node.api.Past;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.SignedBy;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A node in memory: {@link Samples}, and what the pages then do to them. Its clock stands still.
 */
final class FakeLine extends FakeMatters {
  private String party = "north";
  private final List<Views.PartyStatus> parties =
      new ArrayList<>(List.of(Samples.inForce("north", true), Samples.inForce("south", false)));
  private final List<Views.Message> messages = new ArrayList<>(SampleMessages.messages());
  final List<Views.Notice> notices = new ArrayList<>(Samples.notices());
  private final List<Views.Conflict> conflicts = new ArrayList<>(List.of(Samples.conflict()));
  private final List<Views.Offer> offers = new ArrayList<>();
  private final List<Views.Watch> watch =
      new ArrayList<>(
          List.of(
              Samples.watch("north", "ops", "M. Okafor", Samples.at("06:02:00")),
              Samples.watch("south", "duty", "A. Петров", Samples.at("08:00:00"))));
  private final List<TermsViews.Terms> terms =
      new ArrayList<>(
          List.of(
              Samples.terms(7, "IN_FORCE", List.of("north", "south"), "3,000"),
              SampleChannel.terms(Samples.terms(8, "PROPOSED", List.of("south"), "2,500"), null)));

  /** What is wrong with the node. */
  final List<Views.Trouble> troubles = new ArrayList<>();

  /** This node's party is none of the line's from here on. */
  synchronized void observe() {
    party = "geneva";
    parties.replaceAll(party -> Samples.inForce(party.party(), false));
  }

  @Override
  public synchronized Views.Line line() {
    return new Views.Line(
        Samples.id(5),
        "North–South line",
        party,
        "a",
        "north",
        mode,
        Samples.NOW,
        List.copyOf(parties),
        new Views.RecordState(
            "hotline/north-south/0505050505050505",
            "RUNNING",
            48,
            Samples.ROOT,
            46,
            Samples.at("14:02:07"),
            48,
            Samples.ROOT),
        new Views.Outbox(
            1,
            List.of(
                new Views.Outbox.Waiting(
                    Samples.id(90), "TEXT", Samples.at("14:02:24"), "South has not cosigned it"))),
        Samples.at("14:01:49"),
        "south",
        (int) messages.stream().filter(m -> m.alarm().equals("UNACCEPTED")).count(),
        List.copyOf(troubles));
  }

  @Override
  public synchronized List<Views.Notice> notices(boolean all) {
    return List.copyOf(notices);
  }

  @Override
  public synchronized Optional<Views.Notice> notice(String entity) {
    return notices.stream()
        .filter(n -> n.entity().equals(entity) || n.reference().equals(entity))
        .findFirst();
  }

  /** Why a draft could not be declared; null: it could. */
  volatile Drafted.@Nullable Refused cannot;

  /** What a draft would cross. */
  final List<Crossing> crossings = new ArrayList<>();

  @Override
  public Drafted draft(Requests.Declare notice) {
    calls.add("draft " + notice);
    return cannot == null ? SampleDraft.checked(crossings) : cannot;
  }

  @Override
  public Said declare(Requests.Declare notice) {
    Said said = said("declare " + notice);
    if (said.done()) {
      addNotice(notice);
    }
    return said;
  }

  private synchronized void addNotice(Requests.Declare notice) {
    notices.add(Samples.declared(notice));
  }

  @Override
  public Said shift(Requests.Shift shift) {
    return said("shift " + shift);
  }

  @Override
  public Optional<Requests.Shift> findShift(String entity) {
    calls.add("find-shift " + entity);
    return Optional.of(new Requests.Shift(entity, 1_000L, null, null));
  }

  @Override
  public Said noticeState(String entity, String state) {
    return said("notice-state " + entity + " " + state);
  }

  @Override
  public Said dispute(Requests.Dispute dispute) {
    return said("dispute " + dispute);
  }

  @Override
  public synchronized List<Views.Conflict> conflicts(boolean all) {
    return List.copyOf(conflicts);
  }

  @Override
  public synchronized List<Views.Message> messages(int limit) {
    return messages.stream()
        .sorted(java.util.Comparator.comparing(Views.Message::signed).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Views.Message> message(String id) {
    return messages.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /** Puts a message there as if it had come. */
  synchronized void put(Views.Message message) {
    messages.add(message);
    changed();
  }

  /** Puts a notice there. */
  synchronized void put(Views.Notice notice) {
    notices.add(notice);
  }

  @Override
  public Said send(Requests.Message message) {
    Said said = said("send " + message);
    if (said.done() && said.id() != null) {
      Views.Message sent =
          Samples.message(0, message.kind(), "north", Samples.NOW, 1, message.text());
      put(
          new Views.Message(
              said.id(),
              sent.kind(),
              sent.urgent(),
              "north",
              true,
              message.to(),
              sent.signed(),
              null,
              message.text(),
              message.language(),
              null,
              null,
              List.of(),
              sent.delivery(),
              List.of(),
              "NONE",
              false,
              "DIRECT",
              "LIVE",
              null,
              SignedBy.NODE,
              null));
    }
    return said;
  }

  private synchronized void change(String id, UnaryOperator<Views.Message> how) {
    messages.replaceAll(m -> m.id().equals(id) ? how.apply(m) : m);
  }

  @Override
  public Said displayed(String message, String post) {
    Said said = said("displayed " + message + " " + post);
    change(message, m -> SampleMessages.reached(m, Samples.NOW, null));
    return said;
  }

  @Override
  public Said accept(String message, String post, String officer) {
    Said said = said("accept " + message + " " + post + " " + officer);
    if (said.done()) {
      change(message, m -> SampleMessages.reached(m, Samples.NOW, officer));
    }
    return said;
  }

  @Override
  public Said answer(Requests.Answer answer) {
    Said said = said("answer " + answer);
    if (said.done()) {
      change(
          answer.message(),
          m ->
              SampleMessages.answered(
                  m, new Views.Answer("north", answer.word(), answer.text(), Samples.NOW)));
    }
    return said;
  }

  @Override
  public Said status(Requests.Status status) {
    Said said = said("status " + status);
    if (said.done()) {
      set("north", status.state(), status.condition(), status.words());
    }
    return said;
  }

  /** Sets what a party says. */
  synchronized void set(
      String party, String state, Views.@Nullable Condition condition, String words) {
    parties.replaceAll(p ->
        p.party().equals(party)
            ? new Views.PartyStatus(
                party,
                p.own(),
                state,
                Samples.NOW,
                Samples.NOW,
                condition,
                words,
                Samples.id(66),
                false,
                p.heard())
            : p);
  }

  @Override
  public synchronized List<Views.Offer> offers() {
    return List.copyOf(offers);
  }

  @Override
  public Said offer(Requests.Offer offer) {
    Said said = said("offer " + offer);
    if (said.done() && said.id() != null) {
      put(
          new Views.Offer(
              said.id(),
              "north",
              true,
              offer.condition(),
              offer.words(),
              Samples.NOW,
              Samples.NOW.plusSeconds(offer.lapsesInSeconds()),
              "OPEN",
              List.of(),
              offer.scope() == null ? new Views.Scope(null, null) : offer.scope(),
              offer.counters()));
    }
    return said;
  }

  /** Puts an offer there. */
  synchronized void put(Views.Offer offer) {
    offers.addFirst(offer);
  }

  @Override
  public Said offerVerb(String offer, String verb, String reason) {
    Said said = said("offer-" + verb + " " + offer + " " + reason);
    if (said.done()) {
      decide(offer, verb);
    }
    return said;
  }

  private synchronized void decide(String offer, String verb) {
    String state =
        switch (verb) {
          case "accept" -> "ACCEPTED";
          case "refuse" -> "REFUSED";
          default -> "WITHDRAWN";
        };
    offers.replaceAll(o ->
        o.id().equals(offer)
            ? new Views.Offer(
                o.id(),
                o.party(),
                o.own(),
                o.condition(),
                o.words(),
                o.said(),
                o.lapses(),
                state,
                o.answers(),
                o.scope(),
                o.counters())
            : o);
  }

  @Override
  public synchronized Past past(Instant at) {
    boolean before = at.isBefore(Instant.parse("2026-10-31T10:00:00Z"));
    return new FakePast(this, at, before ? List.of() : List.copyOf(parties));
  }

  @Override
  public synchronized List<TermsViews.Terms> terms() {
    return List.copyOf(terms);
  }

  @Override
  public Said proposeTerms(byte[] bytes, @Nullable String lapses) {
    return said("propose " + bytes.length);
  }

  @Override
  public Said termsVerb(String hash, String verb, String reason, String scope) {
    return said(("terms-" + verb + " " + hash + " " + reason + " " + scope).stripTrailing());
  }

  @Override
  public synchronized List<Views.Watch> watch() {
    return List.copyOf(watch);
  }

  /** Leaves a post with nobody on watch. */
  synchronized void leave(String post) {
    watch.replaceAll(w -> w.post().equals(post) ? Samples.watch(w.party(), post, null, null) : w);
  }

  @Override
  public Said takeWatch(String post, String officer) {
    Said said = said("take " + post + " " + officer);
    synchronized (this) {
      watch.replaceAll(
          w -> w.post().equals(post) ? Samples.watch(w.party(), post, officer, Samples.NOW) : w);
    }
    return said;
  }

  @Override
  public Said handOverWatch(String post, String toOfficer, List<String> openItems) {
    Said said = said("handover " + post + " " + toOfficer + " " + openItems.size());
    synchronized (this) {
      watch.replaceAll(w -> w.post().equals(post) ? Samples.handed(w, toOfficer, openItems) : w);
    }
    return said;
  }

  @Override
  public List<Views.Entry> entries(long from, int limit) {
    return Samples.entries().stream().skip(from).limit(limit).toList();
  }

  @Override
  public Optional<byte[]> entryBytes(long index) {
    return index < 48 ? Optional.of(new byte[] {(byte) 0xd2, (byte) index}) : Optional.empty();
  }

  @Override
  public Optional<String> prove(String statementId) {
    return Optional.of("c2sp.org/tlog-proof@v1\n");
  }

  @Override
  public List<Views.Disclosure> disclosures(int limit) {
    return Samples.disclosures();
  }

  @Override
  public Said sequencer(boolean running) {
    return said("sequencer " + running);
  }
}
