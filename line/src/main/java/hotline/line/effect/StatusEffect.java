package hotline.line.effect;

import hotline.line.status.ChannelStatus;
import hotline.line.status.Contradiction;
import hotline.line.status.Offer;
import hotline.record.cbor.CborArray;

/** What changes in the parties' channel statuses and in offers. */
public sealed interface StatusEffect extends Effect {
  /** A party's status is another one. */
  record StatusChanged(ChannelStatus status) implements StatusEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("status").add(status.encoded()).build();
    }
  }

  /** A party's word says otherwise than its own earlier one, of one time. */
  record Contradicted(Contradiction contradiction) implements StatusEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("contradiction").add(contradiction.encoded()).build();
    }
  }

  /** An offer was made, or a party's acceptance of it came or was taken back. */
  record OfferChanged(Offer offer) implements StatusEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("offer").add(offer.encoded()).build();
    }
  }

  /** An offer is over, one way or another. */
  record OfferDecided(Offer offer) implements StatusEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("offer-decided").add(offer.encoded()).build();
    }
  }

  /**
   * A party's word changed what another party's planning has to know.
   *
   * @param speaker whose statement it was: never stale for itself
   */
  record Decided(String speaker, long index) implements StatusEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("decided").add(speaker).add(index).build();
    }
  }
}
