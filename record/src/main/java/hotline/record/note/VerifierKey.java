package hotline.record.note;

import hotline.record.merkle.Merkle;
import hotline.record.signature.Algorithm;
import hotline.record.signature.PublicKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A signer that notes may be checked against: its name, what kind of line it writes, its public
 * key. Written {@code name+keyid+base64}, the "vkey" of C2SP signed-note.
 *
 * @param name not empty, without spaces or plus signs
 * @param type what its lines assert
 * @param key an Ed25519 key
 */
public record VerifierKey(String name, Type type, PublicKey key) {
  /** No vkey is longer, in characters. */
  public static final int LENGTH_MAX = 1024;

  private static final int PUBLIC_KEY_BYTES = 32;

  /** The kinds of line this project writes and checks; one key pair serves one kind only. */
  public enum Type {
    /** A plain Ed25519 signature over the note's text: the log itself. */
    SIGNATURE(1),
    /** {@code cosignature/v1}: Ed25519 over a time and the note's text: a cosigner. */
    COSIGNATURE(4);

    private final int code;

    Type(int code) {
      this.code = code;
    }

    /** The byte before the public key in a vkey. */
    int code() {
      return code;
    }

    static Optional<Type> of(int code) {
      return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
  }

  /** Refuses a name no note may carry. */
  public VerifierKey {
    if (!isName(name)) {
      throw new IllegalArgumentException("no key can have the name '" + name + "'");
    }
    if (key.algorithm() != Algorithm.ED25519) {
      throw new IllegalArgumentException("notes are signed with Ed25519 keys");
    }
  }

  /** Reads a vkey; refuses a key id that does not belong to the name and key. */
  public static Parsed<VerifierKey> parse(String vkey) {
    int afterName = vkey.indexOf('+');
    int afterId = vkey.indexOf('+', afterName + 1);
    if (vkey.length() > LENGTH_MAX || afterName < 0 || afterId < 0) {
      return refused("a vkey is name+keyid+base64");
    }
    String name = vkey.substring(0, afterName);
    String id = vkey.substring(afterName + 1, afterId);
    Optional<byte[]> blob = Strict.base64(vkey.substring(afterId + 1));
    if (!isName(name) || blob.isEmpty() || blob.get().length == 0) {
      return refused("the name or the base64 of the vkey is malformed");
    }
    Optional<Type> type = Type.of(blob.get()[0]);
    if (type.isEmpty() || blob.get().length != 1 + PUBLIC_KEY_BYTES) {
      return refused("only Ed25519 keys of the types 01 and 04 are supported");
    }
    Optional<PublicKey> key =
        PublicKey.enrol(Algorithm.ED25519, Arrays.copyOfRange(blob.get(), 1, 33));
    if (key.isEmpty()) {
      return refused("the public key of the vkey is no canonical Ed25519 key");
    }
    VerifierKey read = new VerifierKey(name, type.get(), key.get());
    return HexFormat.of().toHexDigits(read.id()).equals(id)
        ? Parsed.good(read)
        : refused("the key id of the vkey does not belong to its name and key");
  }

  /** Those of these keys that have this name; a log's key is named by the log's origin. */
  public static List<VerifierKey> named(String name, VerifierKey... keys) {
    return Stream.of(keys).filter(key -> key.name().equals(name)).toList();
  }

  /** The first four bytes of SHA-256 over name, newline, type and public key. */
  public int id() {
    ByteArrayOutputStream preimage = new ByteArrayOutputStream();
    preimage.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    preimage.write('\n');
    preimage.writeBytes(typedKey());
    return ByteBuffer.wrap(Merkle.plain(preimage.toByteArray()).bytes()).getInt();
  }

  /** Whether the line, found under this text, is by this key and right. */
  public boolean verifies(String text, NoteSignature line) {
    if (!signed(line)) {
      return false;
    }
    byte[] blob = line.blob();
    return switch (type) {
      case SIGNATURE -> key.verifies(text.getBytes(StandardCharsets.UTF_8), blob);
      case COSIGNATURE ->
          Cosignature.parse(line)
              .map(read -> key.verifies(Cosignature.message(read.unixSeconds(), text), read.raw()))
              .orElse(false);
    };
  }

  /** Whether the line says that it is by this key. */
  public boolean signed(NoteSignature line) {
    return line.keyId() == id() && line.name().equals(name);
  }

  /** The vkey. */
  @Override
  public String toString() {
    return name
        + "+"
        + HexFormat.of().toHexDigits(id())
        + "+"
        + Base64.getEncoder().encodeToString(typedKey());
  }

  /** Whether a key may have this name: not empty, no Unicode space, no plus, no control. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(c ->
                c == '+'
                    || c == 0x85
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || c < 0x20
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private byte[] typedKey() {
    byte[] typed = new byte[1 + PUBLIC_KEY_BYTES];
    typed[0] = (byte) type.code();
    System.arraycopy(key.bytes(), 0, typed, 1, PUBLIC_KEY_BYTES);
    return typed;
  }

  private static Parsed<VerifierKey> refused(String sentence) {
    return Parsed.refused("note.vkey", sentence);
  }
}
