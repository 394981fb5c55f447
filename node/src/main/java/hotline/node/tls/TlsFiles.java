package hotline.node.tls;

import hotline.node.keys.SecretFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Keys and certificates as PEM files (RFC 7468), which every other tool reads too. */
final class TlsFiles {
  private static final int FILE_BYTES_MAX = 16_384;
  private static final String KEY = "PRIVATE KEY";
  private static final String CERTIFICATE = "CERTIFICATE";

  private TlsFiles() {}

  /** A private key as text. */
  static String text(PrivateKey key) {
    return block(KEY, key.getEncoded());
  }

  /** A certificate as text. */
  static String text(X509Certificate certificate) throws IOException {
    return block(CERTIFICATE, der(certificate));
  }

  /** The bytes of a certificate. */
  static byte[] der(X509Certificate certificate) throws IOException {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException malformed) {
      throw new IOException("a certificate cannot be written", malformed);
    }
  }

  private static String block(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  /** The private key in a file that nobody else may read. */
  static PrivateKey key(Path file) throws IOException {
    requireThere(file);
    SecretFiles.requireOwnerOnly(file);
    try {
      byte[] der = block(file, KEY);
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new IOException(file + " is no private key. Restore it from a backup.", wrong);
    }
  }

  /** The certificate in a file. */
  static X509Certificate certificate(Path file) throws IOException {
    try {
      return parse(block(file, CERTIFICATE));
    } catch (CertificateException | IllegalArgumentException wrong) {
      throw new IOException(file + " is no certificate.", wrong);
    }
  }

  private static byte[] block(Path file, String kind) throws IOException {
    String text = text(file);
    String begin = "-----BEGIN " + kind + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + kind + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no " + kind);
    }
    return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
  }

  /** The certificate with these bytes. */
  static X509Certificate parse(byte[] bytes) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    if (factory.generateCertificate(new ByteArrayInputStream(bytes))
        instanceof X509Certificate certificate) {
      return certificate;
    }
    throw new CertificateException("not an X.509 certificate");
  }

  private static void requireThere(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(file + " is missing. Restore it from a backup.");
    }
  }

  private static String text(Path file) throws IOException {
    requireThere(file);
    if (Files.size(file) > FILE_BYTES_MAX) {
      throw new IOException(file + " is too large for a key or a certificate.");
    }
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
