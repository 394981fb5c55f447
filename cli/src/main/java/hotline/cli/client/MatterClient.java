package hotline.cli.client;

import hotline.node.api.MatterApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.Said;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link MatterApi} of a node elsewhere, with what is said told as {@link Said}. Thread-safe. */
class MatterClient extends ViewClient implements MatterApi {
  MatterClient(Wire wire) {
    super(wire, Optional.empty());
  }

  final Said said(String path, @Nullable Object body) {
    return said(wire.post(path, body));
  }

  /** A refusal comes as a problem; what was said comes as it is. */
  final Said said(HttpResponse<byte[]> answer) {
    if (answer.statusCode() < 300) {
      return wire.read(answer.body(), Said.class);
    }
    Problem problem = Wire.problem(answer);
    return new Said(
        false, Said.State.REFUSED, problem.code(), problem.detail(), problem.id(), problem.index());
  }

  /** A JSON object of names and values in turn. */
  private static Map<String, Object> body(@Nullable Object... members) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      if (members[i + 1] != null) {
        body.put(String.valueOf(members[i]), members[i + 1]);
      }
    }
    return body;
  }

  @Override
  public Said claimBreach(MatterRequests.Breach breach) {
    return said("breaches", breach);
  }

  @Override
  public Said answerBreach(MatterRequests.BreachAnswer answer) {
    return said(
        "breaches/" + part(answer.breach()) + "/answer",
        body("word", answer.word(), "until", answer.until(), "text", answer.text()));
  }

  @Override
  public Said followUpBreach(MatterRequests.FollowUp followUp) {
    return said(
        "breaches/" + part(followUp.breach()) + "/follow-up",
        body("step", followUp.step(), "words", followUp.words()));
  }

  @Override
  public Said openIncident(MatterRequests.Incident incident) {
    return said("incidents", incident);
  }

  @Override
  public Said account(String incident, String words) {
    return said("incidents/" + part(incident) + "/account", body("words", words));
  }

  @Override
  public Said seal(MatterRequests.Seal seal) {
    return said("evidence", seal);
  }

  @Override
  public Said keepSealed(byte[] bytes) {
    return said(wire.postBytes("evidence/bytes", "application/octet-stream", bytes));
  }

  @Override
  public Optional<byte[]> keptSealed(String item) {
    return wire.get("evidence/" + part(item) + "/bytes");
  }

  @Override
  public Said disclose(MatterRequests.Disclose disclose) {
    return said(
        "incidents/" + part(disclose.incident()) + "/disclosures",
        body(
            "notice",
            disclose.notice(),
            "version",
            disclose.version(),
            "item",
            disclose.item(),
            "evidence",
            disclose.evidence()));
  }

  @Override
  public Said claim(MatterRequests.Claim claim) {
    return said("claims", claim);
  }

  @Override
  public Said attach(String incident, String item) {
    return said("incidents/" + part(incident) + "/attach", body("item", item));
  }

  @Override
  public Said assess(MatterRequests.Assess assess) {
    return said(
        "items/" + part(assess.item()) + "/assess",
        body("word", assess.word(), "reason", assess.reason()));
  }

  @Override
  public Said agree(MatterRequests.Agree agree) {
    return said(
        "items/" + part(agree.item()) + "/agree",
        body("dissent", agree.dissent(), "seat", agree.seat()));
  }

  @Override
  public Said veto(MatterRequests.Veto veto) {
    return said(
        "items/" + part(veto.item()) + "/veto",
        body("scope", veto.scope(), "reason", veto.reason(), "seat", veto.seat()));
  }

  @Override
  public Said close(MatterRequests.Closing closing) {
    return said(file(closing.file()) + "/close", closing(closing));
  }

  @Override
  public Said reopen(MatterRequests.Closing closing) {
    return said(file(closing.file()) + "/reopen", closing(closing));
  }

  private static Map<String, Object> closing(MatterRequests.Closing closing) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("words", closing.words());
    body.put("seat", closing.seat());
    return body;
  }

  @Override
  public Said retract(String item, String reason) {
    return said("items/" + part(item) + "/retract", body("reason", reason));
  }

  /** The node finds the file wherever it is asked for; a case by its reference is asked as one. */
  private static String file(String id) {
    return (id.startsWith("K-") ? "cases/" : "incidents/") + part(id);
  }

  @Override
  public Said fact(MatterRequests.Wording fact) {
    return said(file(fact.file()) + "/facts", body("words", fact.words(), "refers", fact.refers()));
  }

  @Override
  public Said finding(MatterRequests.Wording finding) {
    return said(
        "incidents/" + part(finding.file()) + "/findings",
        body("words", finding.words(), "refers", finding.refers()));
  }

  @Override
  public Said due(MatterRequests.Due due) {
    return said(
        file(due.file()) + "/dues",
        body("party", due.party(), "words", due.words(), "due", due.due()));
  }

  @Override
  public Said dueDone(String due, String words) {
    return said("dues/" + part(due) + "/done", body("words", words));
  }

  @Override
  public Said openCase(MatterRequests.Case opened) {
    return said("cases", opened);
  }

  @Override
  public Said position(MatterRequests.Position position) {
    return said(
        "cases/" + part(position.file()) + "/positions",
        body("item", position.item(), "words", position.words(), "seat", position.seat()));
  }

  @Override
  public Said propose(MatterRequests.Proposal proposal) {
    return said(
        "cases/" + part(proposal.file()) + "/proposals",
        body(
            "words",
            proposal.words(),
            "narrows",
            proposal.narrows(),
            "terms",
            proposal.terms(),
            "seat",
            proposal.seat()));
  }

  @Override
  public Said minutes(MatterRequests.Minutes minutes) {
    return said(
        "cases/" + part(minutes.file()) + "/minutes",
        body("words", minutes.words(), "next", minutes.next(), "seat", minutes.seat()));
  }

  @Override
  public Said handOff(MatterRequests.HandOff handOff) {
    return said(
        "messages/" + part(handOff.message()) + "/hand-off",
        body("file", handOff.file(), "words", handOff.words()));
  }

  @Override
  public Said reach(String thirdParty, boolean can, String words) {
    return said("third-parties/" + part(thirdParty) + "/reach", body("can", can, "words", words));
  }

  @Override
  public Said relay(MatterRequests.Relay relay) {
    return said("relays", relay);
  }

  @Override
  public Exported exportIncident(String incident) {
    HttpResponse<byte[]> answer = wire.answer("incidents/" + part(incident) + "/bundle");
    if (answer.statusCode() >= 300) {
      Problem problem = Wire.problem(answer);
      return new Exported.Refused(problem.code(), problem.detail());
    }
    return new Exported.Archive(name(answer), answer.body());
  }

  private static String name(HttpResponse<byte[]> answer) {
    List<String> parts =
        answer
            .headers()
            .firstValue("Content-Disposition")
            .map(each -> List.of(each.split("\"", -1)))
            .orElse(List.of());
    return parts.size() == 3 ? parts.get(1) : "incident.zip";
  }
}
