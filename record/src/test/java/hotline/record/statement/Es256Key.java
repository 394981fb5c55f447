package hotline.record.statement;

import hotline.record.signature.Algorithm;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** An ES256 key whose signatures are the same every time (RFC 6979), made low; for vectors only. */
final class Es256Key implements Signer {
  private final BigInteger secret;
  private final ECDomainParameters curve;
  private final PublicKey publicKey;

  Es256Key(byte[] secret) {
    X9ECParameters p256 = SECNamedCurves.getByName("secp256r1");
    this.curve = new ECDomainParameters(p256);
    this.secret = new BigInteger(1, secret).mod(curve.getN());
    byte[] point = curve.getG().multiply(this.secret).getEncoded(false);
    this.publicKey = PublicKey.enrol(Algorithm.ES256, point).orElseThrow();
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public byte[] sign(byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, curve));
    BigInteger[] pair = signer.generateSignature(sha256(message));
    byte[] signature = new byte[Algorithm.SIGNATURE_BYTES];
    put(pair[0], signature, 0);
    put(pair[1].min(curve.getN().subtract(pair[1])), signature, 32);
    return signature;
  }

  private static void put(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    int skip = Math.max(0, bytes.length - 32);
    System.arraycopy(bytes, skip, into, at + 32 - (bytes.length - skip), bytes.length - skip);
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
