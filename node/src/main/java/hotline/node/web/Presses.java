package hotline.node.web;

import hotline.node.api.KeyApi;
import hotline.node.api.LineApi;
import hotline.node.api.Visitor;
import hotline.node.officer.Draft;
import hotline.node.officer.Drafts;
import hotline.record.signature.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Forms that the officer's own key signs. The page's script hands a form in under a name of its own
 * making ({@code draft}) with the key it holds ({@code with}), signs what it is told to, as often
 * as it is told to, and then sends the form as any browser does, with that name: the answer is what
 * came of it. Under one name a form acts once, whatever of this gets lost.
 */
final class Presses {
  private final KeyApi line;

  Presses(LineApi line) {
    this.line = line;
  }

  /**
   * What a script is told.
   *
   * @param sign bytes to be signed, in base64url; null: no more
   */
  record Sign(@Nullable String sign) {}

  /** A form: begun if it comes with a key, else what came of it. */
  Outgoing act(
      Incoming request,
      Sessions.Session session,
      Visitor visitor,
      Map<String, List<String>> fields,
      Supplier<Outgoing> action) {
    String name = one(fields, "draft");
    if (!Drafts.isName(name)) {
      return action.get();
    }
    boolean begins = fields.containsKey("with");
    Draft.Key key = begins ? key(visitor, one(fields, "with")) : null;
    Draft<Outgoing> draft = session.drafts().begin(name, request.path(), key, action);
    if (!draft.form().equals(request.path())) {
      throw Problem.of(409, "draft-of-another-form", "Open the page again and repeat.").refusal();
    }
    try {
      return begins ? told(draft.next()) : draft.result();
    } catch (InterruptedException stopping) {
      throw stopping();
    }
  }

  /** A signature over what a script was told to sign. */
  Outgoing sign(Sessions.Session session, Map<String, List<String>> fields) {
    Draft<Outgoing> draft =
        session
            .drafts()
            .find(one(fields, "draft"))
            .orElseThrow(() ->
                Problem.of(404, "draft-unknown", "Nothing waits for this signature.").refusal());
    try {
      return told(draft.give(bytes(one(fields, "signature"))));
    } catch (InterruptedException stopping) {
      throw stopping();
    }
  }

  private static Problem.Refused stopping() {
    Thread.currentThread().interrupt();
    return Problem.of(503, "stopping", "The node is being stopped.").refusal();
  }

  private static Outgoing told(Optional<byte[]> sign) {
    return Outgoing.json(
        200,
        new Sign(sign.map(Base64.getUrlEncoder().withoutPadding()::encodeToString).orElse(null)));
  }

  /** The key, if the party has enrolled it for who is signed in, and the record knows that. */
  private Draft.@Nullable Key key(Visitor visitor, String typed) {
    String officer = visitor.officer();
    if (officer == null || !visitor.signedIn()) {
      return null;
    }
    String hex = HexFormat.of().formatHex(bytes(typed));
    return line.keys().stream()
        .filter(each -> each.own() && each.counts() && each.recorded())
        .filter(each -> officer.equals(each.officer()) && each.key().equals(hex))
        .findFirst()
        .flatMap(each -> PublicKey.decode(bytes(typed)))
        .map(each -> new Draft.Key(officer, each))
        .orElse(null);
  }

  private static byte[] bytes(String base64) {
    try {
      return base64.length() > 128 ? new byte[0] : Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException not) {
      return new byte[0];
    }
  }

  private static String one(Map<String, List<String>> fields, String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.size() == 1 ? values.getFirst() : "";
  }
}
