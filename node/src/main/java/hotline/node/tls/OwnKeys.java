package hotline.node.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows this node's certificate of the moment, whatever is asked for: it has no other. */
final class OwnKeys extends X509ExtendedKeyManager {
  private static final String KEY_TYPE = "EC";

  private final TlsIdentity identity;

  OwnKeys(TlsIdentity identity) {
    this.identity = identity;
  }

  private String alias() {
    return identity.current().alias();
  }

  @Override
  public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {alias()};
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return alias(keyTypes);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return alias(keyTypes);
  }

  private @Nullable String alias(String[] keyTypes) {
    for (String type : keyTypes) {
      if (type.equals(KEY_TYPE)) {
        return alias();
      }
    }
    return null;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {alias()};
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return keyType.equals(KEY_TYPE) ? alias() : null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return keyType.equals(KEY_TYPE) ? alias() : null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    TlsIdentity.Credential shown = identity.find(alias);
    return shown == null ? null : new X509Certificate[] {shown.certificate()};
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    TlsIdentity.Credential shown = identity.find(alias);
    return shown == null ? null : shown.key();
  }
}
