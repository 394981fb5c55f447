package hotline.line.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hotline.line.body.NoticeRef;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.merkle.Hash;
import hotline.record.statement.LineId;
import hotline.testkit.Chance;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is committed can be opened, one by one, and nothing else can. */
class CommitmentTest {
  static LongStream seeds() {
    return Chance.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyVolumeOpensAloneAndOnlyInItsPlace(long seed) {
    Chance chance = Chance.of(seed);
    Subject subject = Draws.subject(chance, "north");
    List<ExactVolume> volumes = Draws.volumes(chance, 9);
    Commitment commitment = Commitment.of(subject, volumes, Draws.secret(chance));
    Hash root = commitment.root();
    int leaves = commitment.leaves();
    assertThat(Commitment.isLeafCount(leaves)).isTrue();
    for (int item = 0; item < volumes.size(); item++) {
      Opening opening = commitment.open(item);
      assertThat(opening.verify(subject, root, leaves).orElseThrow()).isEqualTo(volumes.get(item));
      NoticeRef notice = subject.notice();
      LineId otherLine = LineId.of(chance.bytes(LineId.BYTES));
      NoticeRef otherVersion =
          new NoticeRef(notice.entity(), notice.version() == 1 ? 2 : notice.version() - 1);
      for (Subject other :
          List.of(
              new Subject(otherLine, "north", notice),
              new Subject(subject.line(), "south", notice),
              new Subject(subject.line(), "north", Draws.notice(chance)),
              new Subject(subject.line(), "north", otherVersion))) {
        assertThat(opening.verify(other, root, leaves).fault()).isPresent();
      }
      assertThat(opening.verify(subject, root, 2L * leaves).fault()).isPresent();
      assertThat(opening.verify(subject, root, leaves + 1).fault()).isPresent();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noBitOfAnOpeningCanBeChanged(long seed) {
    Chance chance = Chance.of(seed);
    Subject subject = Draws.subject(chance, "north");
    List<ExactVolume> volumes = Draws.volumes(chance, 5);
    Commitment commitment = Commitment.of(subject, volumes, Draws.secret(chance));
    byte[] bytes = commitment.open((int) chance.between(0, volumes.size() - 1)).encoded().encode();
    for (int i = 0; i < 60; i++) {
      byte[] changed = bytes.clone();
      changed[(int) chance.between(0, bytes.length - 1)] ^= (byte) (1 << chance.between(0, 7));
      if (read(changed) instanceof Decoded.Value<Opening>(Opening opening)) {
        assertThat(opening.verify(subject, commitment.root(), commitment.leaves()).fault())
            .isPresent();
      }
    }
  }

  /** The bytes that open one volume hold nothing of another: no volume, no salt. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneOpeningRevealsNoOtherVolume(long seed) {
    Chance chance = Chance.of(seed);
    Subject subject = Draws.subject(chance, "north");
    List<ExactVolume> volumes = Draws.volumes(chance, 6);
    DisclosureSecret secret = Draws.secret(chance);
    Commitment commitment = Commitment.of(subject, volumes, secret);
    for (int item = 0; item < volumes.size(); item++) {
      String told = HexFormat.of().formatHex(commitment.open(item).encoded().encode());
      for (int other = 0; other < volumes.size(); other++) {
        String volume = HexFormat.of().formatHex(VolumeCodec.encode(volumes.get(other)));
        assertThat(told.contains(volume)).isEqualTo(other == item);
        assertThat(told.contains(secret.salt(subject, other).toString())).isEqualTo(other == item);
      }
    }
  }

  /** From the leaves and an opening nobody can tell how many are padding. */
  @Test
  void paddingHasTheCountAndTheLengthOfVolumes() {
    Chance chance = Chance.of(1);
    DisclosureSecret secret = Draws.secret(chance);
    Subject subject = Draws.subject(chance, "north");
    List<ExactVolume> eight =
        LongStream.range(0, 8).mapToObj(i -> Draws.volume(Chance.of(i))).toList();
    int[] leaves = {4, 4, 4, 4, 8, 8, 8, 8};
    for (int count = 1; count <= 8; count++) {
      Commitment commitment = Commitment.of(subject, eight.subList(0, count), secret);
      assertThat(commitment.leaves()).isEqualTo(leaves[count - 1]);
      assertThat(Commitment.leaves(count)).isEqualTo(leaves[count - 1]);
      // An opening's length is that of its volume and the depth; padding adds nothing to it.
      int rest =
          commitment.open(0).encoded().encode().length - commitment.open(0).volumeBytes().length;
      assertThat(rest)
          .isEqualTo(
              Commitment.of(subject, eight.subList(0, leaves[count - 1]), secret)
                      .open(0)
                      .encoded()
                      .encode()
                      .length
                  - VolumeCodec.encode(eight.getFirst()).length);
    }
    assertThat(secret.padding(subject, 5))
        .hasSize(Hash.LENGTH)
        .isNotEqualTo(secret.padding(subject, 6));
    assertThat(Commitment.leaves(Commitment.VOLUMES_MAX)).isEqualTo(Commitment.VOLUMES_MAX);
    assertThat(Commitment.isLeafCount(2)).isFalse();
    assertThat(Commitment.isLeafCount(6)).isFalse();
    assertThat(Commitment.isLeafCount(2L * Commitment.VOLUMES_MAX)).isFalse();
  }

  @Test
  void theSecretTellsSaltsApartAndIsNotPrinted() {
    Chance chance = Chance.of(2);
    Subject subject = Draws.subject(chance, "north");
    DisclosureSecret secret = Draws.secret(chance);
    assertThat(secret.salt(subject, 0)).isEqualTo(secret.salt(subject, 0));
    assertThat(secret.salt(subject, 0)).isNotEqualTo(secret.salt(subject, 1));
    assertThat(secret.salt(subject, 0).bytes()).isNotEqualTo(secret.padding(subject, 0));
    assertThat(secret.salt(subject, 0)).isNotEqualTo(Draws.secret(chance).salt(subject, 0));
    assertThat(secret.toString()).isEqualTo("DisclosureSecret[hidden]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Commitment.of(subject, List.of(), secret));
  }

  private static Decoded<Opening> read(byte[] bytes) {
    return CborReader.read(bytes, 1 << 16).then(value -> Field.decode(value, Opening::read));
  }
}
