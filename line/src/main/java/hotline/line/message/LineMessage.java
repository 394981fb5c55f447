package hotline.line.message;

import hotline.line.Kind;
import hotline.line.body.Address;
import hotline.line.body.MessageBody;
import hotline.record.cbor.CborArray;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message in the record.
 *
 * @param addressed who it is for: parties and posts, spelled out, in their order
 * @param deliveries what each addressed party has said of it, in the order of the parties' names
 */
public record LineMessage(
    StatementId id,
    String party,
    MessageBody.Message body,
    Lane lane,
    Mode mode,
    long saidUs,
    long index,
    List<Address> addressed,
    List<Delivery> deliveries) {
  public LineMessage {
    addressed = List.copyOf(addressed);
    deliveries = List.copyOf(deliveries);
  }

  /** What it is. */
  public Kind kind() {
    return body.kind();
  }

  /** Whether it is for a party. */
  public boolean isFor(String to) {
    return addressed.stream().anyMatch(address -> address.party().equals(to));
  }

  /** Whether it is for a post of a party. */
  public boolean isFor(String to, String post) {
    return addressed.contains(new Address(to, Optional.of(post)));
  }

  /** What a party has said of it; nothing of it all if it has said nothing. */
  public Delivery delivery(String of) {
    return deliveries.stream()
        .filter(each -> each.party().equals(of))
        .findFirst()
        .orElseGet(() -> Delivery.none(of));
  }

  LineMessage with(Delivery delivery) {
    List<Delivery> others = new ArrayList<>(deliveries);
    others.removeIf(each -> each.party().equals(delivery.party()));
    others.add(delivery);
    others.sort(Comparator.comparing(Delivery::party));
    return new LineMessage(id, party, body, lane, mode, saidUs, index, addressed, others);
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(id.bytes())
        .add(party)
        .add(body.kind().code())
        .add(body.content())
        .add(lane.code())
        .add(mode.code())
        .add(saidUs)
        .add(index)
        .add(CborArray.of(addressed, Address::encoded))
        .add(CborArray.of(deliveries, Delivery::encoded))
        .build();
  }
}
