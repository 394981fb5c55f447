package hotline.record.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.statement.ChainVerdict.Admitted;
import hotline.record.statement.ChainVerdict.BegunAgain;
import hotline.record.statement.ChainVerdict.ChainsFull;
import hotline.record.statement.ChainVerdict.DoubleUsed;
import hotline.record.statement.ChainVerdict.Duplicate;
import hotline.record.statement.ChainVerdict.Gap;
import hotline.record.statement.ChainVerdict.NamesNothing;
import hotline.record.statement.ChainVerdict.NotBegun;
import hotline.record.statement.ChainVerdict.TimeWentBack;
import hotline.record.statement.ChainVerdict.TooLate;
import hotline.record.statement.ChainVerdict.Used;
import hotline.record.statement.ChainVerdict.Withdrawn;
import hotline.record.statement.ChainVerdict.WrongPrevious;
import hotline.testkit.Chance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainRulesTest {
  private static final Claim BEGIN = routine(1, 0, null, Header.BEGIN);
  private static final Claim ONE = routine(2, 1, BEGIN, 46);
  private static final Claim WITHDRAW_ONE = withdraw(3, 1, BEGIN, ONE);
  private static final Claim TWO = routine(4, 2, ONE, 46);

  private final ChainHeads heads = new ChainHeads();

  static LongStream seeds() {
    return Chance.seeds();
  }

  @Test
  void aChainGoesOnInOrder() {
    assertThat(check(ONE)).isEqualTo(new NotBegun());
    admit(BEGIN);
    assertThat(check(BEGIN)).isEqualTo(new Duplicate());
    assertThat(check(TWO)).isEqualTo(new Gap(1));
    assertThat(check(routine(9, 1, null, 46))).isEqualTo(new WrongPrevious(BEGIN.id()));
    assertThat(check(routine(9, 1, BEGIN, Header.BEGIN))).isEqualTo(new BegunAgain());
    admit(ONE);
    assertThat(check(ONE)).isEqualTo(new Duplicate());
    assertThat(check(routine(9, 1, BEGIN, 46))).isEqualTo(new DoubleUsed(ONE.id()));
    admit(TWO);
    assertThat(check(ONE)).isEqualTo(new Used(1));
    assertThat(check(BEGIN)).isEqualTo(new Used(0));
  }

  @Test
  void aChainBeginsWithABeginOnly() {
    assertThat(check(routine(9, 0, null, 46))).isEqualTo(new NotBegun());
    assertThat(check(routine(9, 0, null, Header.WITHDRAW))).isEqualTo(new NotBegun());
    assertThat(check(routine(9, 0, ONE, Header.BEGIN))).isEqualTo(new WrongPrevious(null));
    admit(BEGIN);
    assertThat(check(routine(9, 0, null, Header.BEGIN))).isEqualTo(new DoubleUsed(BEGIN.id()));
    assertThat(check(withdraw(9, 0, null, BEGIN))).isEqualTo(new NotBegun());
  }

  @Test
  void whicheverOfTheTwoIsOrderedFirstCountsAndTheNextLinksToTheOriginal() {
    admit(BEGIN);
    admit(ONE);
    assertThat(check(WITHDRAW_ONE)).isEqualTo(new TooLate(ONE.id()));
    admit(TWO);

    ChainHeads other = new ChainHeads();
    other.admit(BEGIN);
    other.admit(WITHDRAW_ONE);
    assertThat(ChainRules.check(other, ONE)).isEqualTo(new Withdrawn(WITHDRAW_ONE.id()));
    assertThat(ChainRules.check(other, WITHDRAW_ONE)).isEqualTo(new Duplicate());
    assertThat(ChainRules.check(other, routine(9, 2, WITHDRAW_ONE, 46)))
        .isEqualTo(new WrongPrevious(ONE.id()));
    other.admit(TWO);
    assertThat(other.routine(chain(1)).orElseThrow().link()).isEqualTo(TWO.id());
  }

  @Test
  void aWithdrawNamesWhatItStandsFor() {
    admit(BEGIN);
    assertThat(check(routine(9, 1, BEGIN, Header.WITHDRAW))).isEqualTo(new NamesNothing());
    assertThatThrownBy(() -> new Claim(id(9), ONE.header(), id(8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void signedTimesNeverGoBack() {
    admit(BEGIN);
    Claim earlier = at(ONE, Samples.TIME_US - 1);
    assertThat(check(earlier)).isEqualTo(new TimeWentBack(Samples.TIME_US));
    assertThat(check(at(ONE, Samples.TIME_US))).isEqualTo(new Admitted());
  }

  /** An old incarnation goes on beside the new one. */
  @Test
  void incarnationsAreChainsOfTheirOwn() {
    admit(BEGIN);
    admit(new Claim(id(9), Samples.header(chain(2), 0, null, Header.BEGIN), null));
    admit(ONE);
    assertThat(heads.routine()).hasSize(2);
  }

  @Test
  void urgentNumbersComeInAnyOrderEachOnce() {
    admit(urgent(1, 5));
    admit(urgent(2, 0));
    assertThat(check(urgent(1, 5))).isEqualTo(new Duplicate());
    assertThat(check(urgent(3, 5))).isEqualTo(new DoubleUsed(id(1)));
    admit(urgent(3, Header.SEQUENCE_MAX));
    admit(urgent(4, 4));
    assertThat(heads.urgentHighest(Samples.URGENT)).contains(Header.SEQUENCE_MAX);
    assertThat(heads.routine()).isEmpty();
  }

  /** What was shouted cannot be unsaid. */
  @Test
  void anUrgentWithdrawIsASecondUse() {
    admit(urgent(1, 0));
    Header header = Samples.header(Samples.URGENT, 0, null, Header.WITHDRAW);
    assertThat(check(new Claim(id(2), header, id(1)))).isEqualTo(new DoubleUsed(id(1)));
    assertThat(ChainRules.compare(urgent(1, 0), new Claim(id(2), header, id(1))))
        .isEqualTo(new DoubleUsed(id(1)));
  }

  /** Against a plain set, in an order by chance, with few and with many gaps. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void urgentNumbersAgreeWithASet(long seed) {
    Chance chance = Chance.of(seed);
    long top = chance.between(1, 300);
    Set<Long> used = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      long sequence = chance.between(0, top);
      Claim claim = urgent(1_000 + sequence, sequence);
      boolean isNew = used.add(sequence);
      assertThat(check(claim)).isEqualTo(isNew ? new Admitted() : new Duplicate());
      if (isNew) {
        admit(claim);
      }
    }
    assertThat(heads.urgentHighest(Samples.URGENT))
        .contains(used.stream().max(Long::compare).orElseThrow());
    CborArray snapshot = heads.toCbor();
    assertThat(ChainHeads.of(snapshot).orElseThrow().toCbor()).isEqualTo(snapshot);
  }

  /** Years of messages in one chain: the memory stays, and old numbers stay used. */
  @Test
  void anUrgentChainStaysSmall() {
    for (int i = 0; i < 5_000; i++) {
      admit(urgent(10_000 + i, i));
    }
    assertThat(check(urgent(10_000, 0))).isEqualTo(new Used(0));
    assertThat(check(urgent(14_999, 4_999))).isEqualTo(new Duplicate());
    int small = heads.toCbor().encode().length;
    for (int i = 0; i < 5_000; i++) {
      admit(urgent(20_000 + i, 10_000 + 2L * i));
    }
    int most = 45 * (UrgentChain.RECENT_MAX + UrgentChain.RUNS_MAX);
    assertThat(small).isLessThan(most);
    assertThat(heads.toCbor().encode().length).isLessThan(most);
    assertThat(check(urgent(9, 6_000))).as("given up").isEqualTo(new Used(6_000));
    assertThat(check(urgent(9, 19_999))).as("a gap still open").isEqualTo(new Admitted());
  }

  @Test
  void oneNodeCannotFillEveryonesMemoryWithChains() {
    for (int i = 0; i < ChainHeads.INCARNATIONS_MAX; i++) {
      admit(new Claim(id(i), Samples.header(chain(i), 0, null, Header.BEGIN), null));
    }
    Header more = Samples.header(chain(-1), 0, null, Header.BEGIN);
    assertThat(check(new Claim(id(-1), more, null))).isEqualTo(new ChainsFull());
    Chain another = new Chain("north", "n2", new Incarnation(0, 0), Lane.ROUTINE);
    admit(new Claim(id(-2), Samples.header(another, 0, null, Header.BEGIN), null));
    admit(urgent(1, 0));
    assertThat(ChainHeads.of(heads.toCbor()).orElseThrow().toCbor()).isEqualTo(heads.toCbor());
  }

  @Test
  void whatIsNotAdmittedCannotBeNoted() {
    assertThatThrownBy(() -> heads.admit(ONE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBrokenSnapshotIsAFault() {
    admit(BEGIN);
    admit(urgent(1, 3));
    CborArray twice =
        CborArray.of(
            CborArray.builder()
                .add(((CborArray) heads.toCbor().items().getFirst()).items().getFirst())
                .add(((CborArray) heads.toCbor().items().getFirst()).items().getFirst())
                .build(),
            CborArray.of());
    assertThat(ChainHeads.of(twice).fault()).isPresent();
    assertThat(ChainHeads.of(CborMap.empty()).fault()).isPresent();
  }

  @Test
  void aStatementSaysItsOwnClaim() {
    Statement begin = Statements.sign(Samples.KEY, Samples.begin(), CborMap.empty());
    assertThat(begin.claim()).isEqualTo(new Claim(begin.id(), Samples.begin(), null));
    Header header = Samples.header(Samples.ROUTINE, 1, begin.id(), Header.WITHDRAW);
    CborMap names = CborMap.builder().put(1, begin.id().bytes()).build();
    assertThat(Statements.sign(Samples.KEY, header, names).claim().withdraws())
        .isEqualTo(begin.id());
    assertThat(Statements.sign(Samples.KEY, header, Samples.content()).claim().withdraws())
        .isNull();
  }

  @Test
  void everyVerdictHasItsOwnCodeAndASentence() {
    List<ChainVerdict> all =
        List.of(
            new Admitted(),
            new Duplicate(),
            new Used(1),
            new DoubleUsed(id(1)),
            new Withdrawn(id(1)),
            new TooLate(id(1)),
            new Gap(1),
            new WrongPrevious(null),
            new NotBegun(),
            new BegunAgain(),
            new TimeWentBack(1),
            new NamesNothing(),
            new ChainsFull());
    assertThat(all).extracting(ChainVerdict::code).doesNotHaveDuplicates();
    assertThat(all).extracting(ChainVerdict::sentence).allMatch(said -> said.endsWith("."));
    assertThat(ChainVerdict.class.getPermittedSubclasses()).hasSameSizeAs(all);
  }

  private ChainVerdict check(Claim claim) {
    return ChainRules.check(heads, claim);
  }

  private void admit(Claim claim) {
    assertThat(check(claim)).isEqualTo(new Admitted());
    heads.admit(claim);
  }

  static StatementId id(long number) {
    byte[] bytes = new byte[StatementId.BYTES];
    for (int i = 0; i < 8; i++) {
      bytes[StatementId.BYTES - 1 - i] = (byte) (number >>> (8 * i));
    }
    return StatementId.of(bytes);
  }

  private static Chain chain(long number) {
    return new Chain("north", "n1", new Incarnation(0, number), Lane.ROUTINE);
  }

  static Claim routine(long id, long sequence, @Nullable Claim previous, int kind) {
    StatementId link = previous == null ? null : previous.id();
    return new Claim(id(id), Samples.header(chain(1), sequence, link, kind), null);
  }

  static Claim withdraw(long id, long sequence, @Nullable Claim previous, Claim original) {
    Claim plain = routine(id, sequence, previous, Header.WITHDRAW);
    return new Claim(plain.id(), plain.header(), original.id());
  }

  private static Claim urgent(long id, long sequence) {
    return new Claim(id(id), Samples.header(Samples.URGENT, sequence, null, 40), null);
  }

  private static Claim at(Claim claim, long timeUs) {
    Header header = claim.header();
    return new Claim(
        claim.id(),
        new Header(
            header.line(),
            header.chain(),
            header.sequence(),
            header.previous(),
            null,
            null,
            header.mode(),
            header.kind(),
            timeUs),
        null);
  }
}
