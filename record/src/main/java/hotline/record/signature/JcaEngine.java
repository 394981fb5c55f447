package hotline.record.signature;

import com.google.crypto.tink.subtle.EllipticCurves;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A security provider of the Java platform as an engine.
 *
 * <p>Keys come from the platform's own factory, with which the kept verdicts were tried. The key
 * object is kept; the {@code Signature} object is made for each check: it holds state, and keeping
 * one a thread gains 3 % (measured), less than it costs where threads are virtual.
 */
final class JcaEngine extends Engine {
  private static final byte[] X509_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] PKCS8_ED25519 =
      HexFormat.of().parseHex("302e020100300506032b657004220420");
  private static final ECParameterSpec P256 = EllipticCurves.getNistP256Params();
  private static final BigInteger HALF_ORDER = P256.getOrder().shiftRight(1);

  private final Provider provider;
  private final String signatureName;

  /**
   * The engine of this provider.
   *
   * @throws GeneralSecurityException if the provider lacks the algorithm, or cannot start
   */
  JcaEngine(String name, Provider provider, Algorithm algorithm) throws GeneralSecurityException {
    super(name);
    this.provider = provider;
    this.signatureName =
        switch (algorithm) {
          case ED25519 -> "Ed25519";
          case ES256 -> "SHA256withECDSA";
        };
    var _ = signature();
  }

  @Override
  Verification prepare(PublicKey key) {
    try {
      return switch (key.algorithm()) {
        case ED25519 -> {
          java.security.PublicKey point =
              publicKey("Ed25519", new X509EncodedKeySpec(join(X509_ED25519, key.bytes())));
          yield (message, signature) -> check(point, message, signature);
        }
        case ES256 -> {
          java.security.PublicKey point =
              publicKey("EC", new ECPublicKeySpec(point(key.bytes()), P256));
          yield (message, signature) ->
              isLowAndInRange(signature) && check(point, message, der(signature));
        }
      };
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(name() + " refuses an enrolled key", broken);
    }
  }

  @Override
  Signing signing(byte[] seed) throws GeneralSecurityException {
    PrivateKey secret =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(join(PKCS8_ED25519, seed)));
    return message -> {
      Signature signature = signature();
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    };
  }

  private boolean check(java.security.PublicKey key, byte[] message, byte[] encoded) {
    try {
      Signature signature = signature();
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(encoded);
    } catch (SignatureException notOne) {
      return false;
    } catch (InvalidKeyException broken) {
      throw new IllegalStateException(name() + " refuses an enrolled key", broken);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(name() + " no longer has " + signatureName, broken);
    }
  }

  /** 1 ≤ r < n and 1 ≤ s ≤ n/2: of the two signatures (r, s) and (r, n − s) only one is lawful. */
  private static boolean isLowAndInRange(byte[] signature) {
    BigInteger r = new BigInteger(1, signature, 0, 32);
    BigInteger s = new BigInteger(1, signature, 32, 32);
    return r.signum() > 0
        && r.compareTo(P256.getOrder()) < 0
        && s.signum() > 0
        && s.compareTo(HALF_ORDER) <= 0;
  }

  /** The form that providers read. */
  private static byte[] der(byte[] signature) {
    try {
      return EllipticCurves.ecdsaIeee2Der(signature);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("64 bytes are r and s", impossible);
    }
  }

  private Signature signature() throws GeneralSecurityException {
    return Signature.getInstance(signatureName, provider);
  }

  private static java.security.PublicKey publicKey(String factory, KeySpec spec)
      throws GeneralSecurityException {
    return KeyFactory.getInstance(factory).generatePublic(spec);
  }

  /** The coordinates of an uncompressed point that was enrolled. */
  private static ECPoint point(byte[] uncompressed) {
    return new ECPoint(
        new BigInteger(1, uncompressed, 1, 32), new BigInteger(1, uncompressed, 33, 32));
  }

  private static byte[] join(byte[] prefix, byte[] bytes) {
    byte[] joined = Arrays.copyOf(prefix, prefix.length + bytes.length);
    System.arraycopy(bytes, 0, joined, prefix.length, bytes.length);
    return joined;
  }
}
