package hotline.record.statement;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where every chain of a line stands: what {@link ChainRules} needs to know of the record.
 *
 * <p>It grows with the incarnations of nodes, at most {@value #INCARNATIONS_MAX} of a node in each
 * lane, and not with the record. Owned by one thread at a time.
 */
public final class ChainHeads {
  /** How many chains one node may begin in one lane: each costs every party memory for ever. */
  public static final int INCARNATIONS_MAX = 1_024;

  private final NavigableMap<Chain, RoutineHead> routine = new TreeMap<>();
  private final NavigableMap<Chain, UrgentChain> urgent = new TreeMap<>();

  /** No chain has begun. */
  public ChainHeads() {}

  /** The routine chains by who they belong to; a view that cannot be changed. */
  public SortedMap<Chain, RoutineHead> routine() {
    return Collections.unmodifiableSortedMap(routine);
  }

  /** Where a routine chain stands, if it has begun. */
  public Optional<RoutineHead> routine(Chain chain) {
    return Optional.ofNullable(routine.get(chain));
  }

  /** The highest number an urgent chain has used, if it has used one. */
  public Optional<Long> urgentHighest(Chain chain) {
    return Optional.ofNullable(urgent.get(chain)).map(UrgentChain::highest);
  }

  /**
   * Notes that a statement was ordered.
   *
   * @throws IllegalStateException if {@link ChainRules#check} does not admit it
   */
  public void admit(Claim claim) {
    if (!(ChainRules.check(this, claim) instanceof ChainVerdict.Admitted)) {
      throw new IllegalStateException("not checked before it was ordered: " + claim);
    }
    Chain chain = claim.header().chain();
    switch (chain.lane()) {
      case ROUTINE -> routine.put(chain, RoutineHead.after(claim));
      case URGENT ->
          urgent
              .computeIfAbsent(chain, _ -> new UrgentChain())
              .use(claim.header().sequence(), claim.id());
    }
  }

  Optional<UrgentChain> urgent(Chain chain) {
    return Optional.ofNullable(urgent.get(chain));
  }

  /** Whether the node may begin no further chain in this lane. */
  boolean isFull(Chain chain) {
    NavigableMap<Chain, ?> lane = chain.lane() == Lane.ROUTINE ? routine : urgent;
    return lane.subMap(edge(chain, 0), true, edge(chain, -1), true).size() >= INCARNATIONS_MAX;
  }

  private static Chain edge(Chain chain, long bits) {
    return new Chain(chain.party(), chain.node(), new Incarnation(bits, bits), chain.lane());
  }

  /** All of it, for a snapshot; the same heads give the same bytes. */
  public CborArray toCbor() {
    return CborArray.of(
        CborArray.of(
            routine.entrySet(),
            entry ->
                chain(entry.getKey())
                    .add(entry.getValue().sequence())
                    .add(entry.getValue().id().bytes())
                    .add(entry.getValue().link().bytes())
                    .addOrNull(
                        Optional.ofNullable(entry.getValue().before()),
                        id -> CborValue.of(id.bytes()))
                    .add(entry.getValue().timeUs())
                    .build()),
        CborArray.of(
            urgent.entrySet(),
            entry -> chain(entry.getKey()).add(entry.getValue().toCbor()).build()));
  }

  /** The heads of a snapshot. */
  public static Decoded<ChainHeads> of(CborValue snapshot) {
    return Field.decode(
        snapshot,
        field -> {
          ChainHeads heads = new ChainHeads();
          field.tuple(
              2,
              at -> {
                at.list(0, 0, Integer.MAX_VALUE, heads::readRoutine);
                return at.list(1, 0, Integer.MAX_VALUE, heads::readUrgent);
              });
          return heads;
        });
  }

  private Chain readRoutine(Field field) {
    return field.tuple(
        8,
        at -> {
          Chain chain = chain(at, Lane.ROUTINE);
          RoutineHead head =
              new RoutineHead(
                  at.integer(3, 0, Header.SEQUENCE_MAX),
                  StatementId.of(at.bytes(4, StatementId.BYTES)),
                  StatementId.of(at.bytes(5, StatementId.BYTES)),
                  at.nullable(6, id -> StatementId.of(id.bytes(StatementId.BYTES))).orElse(null),
                  at.integer(7, 0, Header.TIME_US_MAX));
          field.require(routine.put(chain, head) == null, "a chain that stands there once");
          return chain;
        });
  }

  private Chain readUrgent(Field field) {
    return field.tuple(
        4,
        at -> {
          Chain chain = chain(at, Lane.URGENT);
          UrgentChain used = at.tuple(3, 2, UrgentChain::read);
          field.require(urgent.put(chain, used) == null, "a chain that stands there once");
          return chain;
        });
  }

  private static CborArray.Builder chain(Chain chain) {
    return CborArray.builder()
        .add(chain.party())
        .add(chain.node())
        .add(chain.incarnation().bytes());
  }

  private static Chain chain(Fields at, Lane lane) {
    return new Chain(at.name(0), at.name(1), Incarnation.of(at.bytes(2, Incarnation.BYTES)), lane);
  }
}
