package hotline.line;

import hotline.line.breach.Breaches;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.KeyEffect;
import hotline.line.incident.Incidents;
import hotline.line.key.KeyBook;
import hotline.line.key.OfficerKey;
import hotline.line.key.OfficerUse;
import hotline.line.key.OfficerWord;
import hotline.line.matter.Matters;
import hotline.line.message.Messages;
import hotline.line.notice.Notices;
import hotline.line.status.Statuses;
import hotline.line.terms.Agreement;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsInForce;
import hotline.line.thirdparty.ThirdParties;
import hotline.line.watch.Watches;
import hotline.line.workinggroup.Cases;
import hotline.record.merkle.Merkle;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import hotline.record.statement.ChainHeads;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Malformed;
import hotline.record.statement.Parsed;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * What the entries of a record add up to. {@link #apply} is total and deterministic: every entry
 * has an outcome, the same at every node, whatever a party or the host put there.
 *
 * <p>One owner; not safe for use by several threads at once. What the reading methods return is
 * live and belongs to the owner too, except where it says otherwise; records in it never change.
 */
public final class LineState {
  /** The latest entries whose ids are known, so that a statement sent again is told its place. */
  static final int RECENT_MAX = 16_384;

  private final LineId line;
  private final Rules rules = new Rules();
  private final ChainHeads heads = new ChainHeads();
  private final SequencedMap<StatementId, Long> recent = new LinkedHashMap<>();
  private long size;

  private LineState(LineId line) {
    this.line = line;
  }

  /** The state of a line before its first entry. */
  public static LineState of(LineId line) {
    return new LineState(line);
  }

  /**
   * Takes one more entry.
   *
   * @throws IllegalArgumentException if it is not the next one, which is a fault of the caller
   */
  public Outcome apply(Entry entry) {
    return apply(entry, Statements.parse(entry.bytes()));
  }

  /**
   * As {@link #apply(Entry)}, for a caller that has parsed the entry's bytes already: reading them
   * is a third of the work.
   *
   * @param parsed what {@link Statements#parse} made of these very bytes
   */
  public Outcome apply(Entry entry, Parsed parsed) {
    if (entry.index() != size) {
      throw new IllegalArgumentException("entry " + entry.index() + " is not next: " + size);
    }
    Outcome outcome =
        switch (parsed) {
          case Malformed(String code, String sentence) ->
              Outcome.of(
                  size, Merkle.plain(entry.bytes()), Verdict.VOID, code, sentence, List.of());
          case Statement statement -> judge(entry, statement);
        };
    outcome.effects().forEach(this::on);
    size++;
    return outcome;
  }

  private Outcome judge(Entry entry, Statement statement) {
    return switch (Admission.check(this, statement, entry.verified())) {
      case Admission.Admit() -> judge(new Spoken(size, statement), entry);
      case Admission.Duplicate(OptionalLong index) ->
          outcome(
              statement,
              Verdict.VOID,
              Admission.Duplicate.CODE,
              "It is in the record already"
                  + (index.isPresent() ? ", at entry " + index.getAsLong() : "")
                  + "; the host should not have ordered it again.",
              List.of());
      case Admission.Refuse(String code, String sentence) ->
          outcome(statement, Verdict.VOID, code, sentence, List.of());
    };
  }

  private Outcome judge(Spoken spoken, Entry entry) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new ChainEffect.Advanced(spoken.statement().claim(), spoken.index()));
    OfficerWord officer = rules.keys.recorded(spoken);
    if (officer instanceof OfficerWord.Signed(OfficerKey by, OfficerUse use)) {
      effects.add(new KeyEffect.OfficerSigned(by, use));
    }
    return switch (ruling(spoken, officer, entry)) {
      case Ruling.Granted(List<Effect> changes) -> {
        effects.addAll(changes);
        yield outcome(spoken.statement(), Verdict.ACCEPTED, Outcome.OK, "", effects);
      }
      case Ruling.Refused(Refusal refusal, String sentence) ->
          outcome(spoken.statement(), Verdict.REFUSED, refusal.code(), sentence, effects);
    };
  }

  /**
   * What is urgent is never refused for its officer: the node has signed it too, which is enough
   * for an alarm, and is then all that counts.
   */
  private Ruling ruling(Spoken spoken, OfficerWord officer, Entry entry) {
    return officer instanceof OfficerWord.Bad(Ruling.Refused why) && spoken.lane() == Lane.ROUTINE
        ? why
        : rules.decide(spoken, entry.basisHolds(), entry.refersHold());
  }

  private Outcome outcome(
      Statement statement, Verdict verdict, String code, String sentence, List<Effect> effects) {
    return Outcome.of(size, statement.id().hash(), verdict, code, sentence, effects);
  }

  /** Takes an entry's effects without judging it again; for {@link Replay}. */
  void repeat(List<Effect> effects) {
    effects.forEach(this::on);
    size++;
  }

  /** The only way in which the state changes. */
  private void on(Effect effect) {
    if (effect instanceof ChainEffect.Advanced advanced) {
      heads.admit(advanced.claim());
      recent.put(advanced.claim().id(), advanced.index());
      if (recent.size() > RECENT_MAX) {
        recent.pollFirstEntry();
      }
    } else {
      rules.on(effect);
    }
  }

  /** The line. */
  public LineId line() {
    return line;
  }

  /** How many entries it has taken. */
  public long size() {
    return size;
  }

  /** Genesis, terms and proposals. */
  public Agreement agreement() {
    return rules.terms;
  }

  /** The terms in force, if there are. */
  public Optional<Terms> terms() {
    return rules.terms.inForce().map(TermsInForce::terms);
  }

  /** Channel statuses and offers. */
  public Statuses statuses() {
    return rules.statuses;
  }

  /** Notices. */
  public Notices notices() {
    return rules.notices;
  }

  /** Messages and what became of them. */
  public Messages messages() {
    return rules.messages;
  }

  /** Who has the watch. */
  public Watches watches() {
    return rules.watches;
  }

  /** The breach ledger. */
  public Breaches breaches() {
    return rules.breaches;
  }

  /** Incidents and what is in their files. */
  public Incidents incidents() {
    return rules.incidents;
  }

  /** The cases of the working group. */
  public Cases cases() {
    return rules.cases;
  }

  /** What is put for signature and what is due, in incidents and cases alike. */
  public Matters matters() {
    return rules.matters;
  }

  /** Those outside of the line. */
  public ThirdParties thirdParties() {
    return rules.thirdParties;
  }

  /** Where every chain stands; not to be changed. */
  public ChainHeads heads() {
    return heads;
  }

  /** What became of the keys that the terms name, and which were enrolled since. */
  public KeyBook keys() {
    return rules.keys;
  }

  /** The key with this name that speaks for a node of a party now, or for its root. */
  public Optional<PublicKey> key(String party, String node, KeyId kid) {
    return rules.keys.key(party, node, kid);
  }

  /** The place of a statement, if it was recorded lately. */
  public OptionalLong recentIndex(StatementId id) {
    Long index = recent.get(id);
    return index == null ? OptionalLong.empty() : OptionalLong.of(index);
  }

  /** The parts of the state, for the tests of this package. */
  Rules rules() {
    return rules;
  }
}
