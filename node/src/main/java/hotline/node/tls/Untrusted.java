package hotline.node.tls;

import java.security.cert.CertificateException;

/** A certificate that is not taken for a party's; its message is one sentence for people. */
public final class Untrusted extends CertificateException {
  private static final long serialVersionUID = 1;

  private final String party;
  private final boolean vouched;

  /**
   * Why.
   *
   * @param party whom it names, or who was called; empty if it names nobody
   * @param vouched whether that party's authority did issue it, so that the word is about the party
   *     and not about whoever uses its name
   */
  Untrusted(String party, boolean vouched, String sentence) {
    super(sentence);
    this.party = party;
    this.vouched = vouched;
  }

  /** Whom it is about; empty if nobody is known. */
  public String party() {
    return party;
  }

  /** Whether the party's own authority issued the certificate. */
  public boolean isVouched() {
    return vouched;
  }
}
