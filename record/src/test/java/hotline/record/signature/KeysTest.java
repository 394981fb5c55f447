package hotline.record.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.testkit.Chance;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 8032 §7.1, tests 1 to 3: secret, public key, message, signature. */
  private static final List<List<String>> RFC_8032 =
      List.of(
          List.of(
              "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
              "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
              "",
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e"
                  + "39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
          List.of(
              "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
              "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
              "72",
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f"
                  + "3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
          List.of(
              "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
              "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
              "af82",
              "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67"
                  + "f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));

  @Test
  void signsAndVerifiesTheVectorsOfTheStandard() {
    for (List<String> vector : RFC_8032) {
      SigningKey key = SigningKey.fromSeed(HEX.parseHex(vector.get(0)));
      byte[] message = HEX.parseHex(vector.get(2));
      assertThat(key.publicKey().bytes()).isEqualTo(HEX.parseHex(vector.get(1)));
      assertThat(key.sign(message)).isEqualTo(HEX.parseHex(vector.get(3)));
      assertThat(key.publicKey().verifies(message, HEX.parseHex(vector.get(3)))).isTrue();
    }
  }

  /** A line must not depend on the engine that signed either. */
  @Test
  void everyEngineMakesTheSameSignature() throws GeneralSecurityException {
    for (List<String> vector : RFC_8032) {
      for (Engine engine : KeptVerdictsTest.loaded(Algorithm.ED25519)) {
        assertThat(engine.signing(HEX.parseHex(vector.get(0))).sign(HEX.parseHex(vector.get(2))))
            .as(engine.name())
            .isEqualTo(HEX.parseHex(vector.get(3)));
      }
    }
  }

  @Test
  void everyBitOfASignatureCounts() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    byte[] message = {1, 2, 3};
    byte[] signature = key.sign(message);
    for (int bit = 0; bit < 8 * signature.length; bit++) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.publicKey().verifies(message, changed)).as("bit %d", bit).isFalse();
    }
    for (int length = 0; length < 130; length++) {
      assertThat(key.publicKey().verifies(message, Arrays.copyOf(signature, length)))
          .isEqualTo(length == signature.length);
    }
  }

  @Test
  void aKeyHasOneEncodedFormAndNoOtherIsReadBack() {
    PublicKey key = SigningKey.generate(new SecureRandom()).publicKey();
    byte[] encoded = key.encoded();
    assertThat(encoded).hasSize(33).startsWith(1);
    assertThat(PublicKey.decode(encoded)).contains(key);
    for (int length = 0; length < 70; length++) {
      if (length != encoded.length) {
        assertThat(PublicKey.decode(Arrays.copyOf(encoded, length))).isEmpty();
      }
    }
    for (int code = 0; code < 256; code++) {
      byte[] other = encoded.clone();
      other[0] = (byte) code;
      assertThat(PublicKey.decode(other).isPresent()).isEqualTo(code == 1);
    }
  }

  @Test
  void whatIsHandedOutDoesNotReachTheKey() {
    byte[] seed = Chance.of(1).bytes(32);
    SigningKey key = SigningKey.fromSeed(seed);
    byte[] kept = seed.clone();
    seed[0]++;
    key.seed()[1]++;
    key.publicKey().bytes()[0]++;
    key.publicKey().encoded()[1]++;
    assertThat(key.seed()).isEqualTo(kept);
    assertThat(key.publicKey()).isEqualTo(SigningKey.fromSeed(kept).publicKey());
    assertThat(key.publicKey()).hasSameHashCodeAs(SigningKey.fromSeed(kept).publicKey());
  }

  @Test
  void textNeverShowsTheSecret() {
    SigningKey key = SigningKey.fromSeed(Chance.of(2).bytes(32));
    String seed = HEX.formatHex(key.seed());
    assertThat(key.toString())
        .contains(key.publicKey().id().toString())
        .doesNotContain(seed.substring(0, 8));
  }

  @Test
  void aSeedOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> SigningKey.fromSeed(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keyIdsReadBackAndOrderUnsigned() {
    KeyId id = SigningKey.fromSeed(Chance.of(3).bytes(32)).publicKey().id();
    assertThat(KeyId.of(id.bytes())).contains(id);
    assertThat(KeyId.of(new byte[7])).isEmpty();
    assertThat(KeyId.of(new byte[9])).isEmpty();
    assertThat(new KeyId(-1)).isGreaterThan(new KeyId(1)).hasToString("ffffffffffffffff");
  }

  @Test
  void algorithmsAreFoundByTheirNumbersAndNoOthers() {
    for (Algorithm algorithm : Algorithm.values()) {
      assertThat(Algorithm.ofCode(algorithm.code())).contains(algorithm);
      assertThat(Algorithm.ofCose(algorithm.cose())).contains(algorithm);
    }
    assertThat(Algorithm.ofCode(0)).isEmpty();
    assertThat(Algorithm.ofCose(Long.MIN_VALUE)).isEmpty();
    assertThat(Algorithm.ofCose((1L << 32) - 8)).isEmpty();
  }

  /** As a hardware module would: DER to r‖s, made low; its twin with high S is refused. */
  @Test
  void es256TakesTheLowTwinOnly() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var pair = generator.generateKeyPair();
    ECPublicKey point = (ECPublicKey) pair.getPublic();
    BigInteger order = point.getParams().getOrder();
    byte[] raw = new byte[65];
    raw[0] = 4;
    put(point.getW().getAffineX(), raw, 1);
    put(point.getW().getAffineY(), raw, 33);
    PublicKey key = PublicKey.enrol(Algorithm.ES256, raw).orElseThrow();
    byte[] message = {9};
    for (int i = 0; i < 20; i++) {
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      byte[] one = signer.sign();
      byte[] twin = one.clone();
      put(order.subtract(new BigInteger(1, one, 32, 32)), twin, 32);
      assertThat(key.verifies(message, one)).isNotEqualTo(key.verifies(message, twin));
    }
    assertThat(PublicKey.decode(key.encoded())).contains(key);
  }

  @Test
  void es256RefusesPointsOffTheCurveOutOfTheFieldOrInOtherForms() {
    byte[] good =
        KeptVerdicts.all().stream()
            .filter(kept -> kept.algorithm() == Algorithm.ES256)
            .findFirst()
            .orElseThrow()
            .key();
    assertThat(PublicKey.enrol(Algorithm.ES256, good)).isPresent();
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] off = good.clone();
      off[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(PublicKey.enrol(Algorithm.ES256, off)).as("bit %d", bit).isEmpty();
    }
    byte[] beyond = new byte[65];
    Arrays.fill(beyond, (byte) -1);
    beyond[0] = 4;
    assertThat(PublicKey.enrol(Algorithm.ES256, beyond)).isEmpty();
    assertThat(PublicKey.enrol(Algorithm.ES256, Arrays.copyOf(good, 33))).isEmpty();
    assertThat(PublicKey.enrol(Algorithm.ES256, new byte[65])).isEmpty();
    assertThat(PublicKey.enrol(Algorithm.ED25519, good)).isEmpty();
  }

  private static void put(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    for (int i = 0; i < 32; i++) {
      int from = bytes.length - 32 + i;
      into[at + i] = from < 0 ? 0 : bytes[from];
    }
  }
}
