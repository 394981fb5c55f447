package hotline.line.effect;

import hotline.line.thirdparty.Reach;
import hotline.line.thirdparty.Relay;
import hotline.record.cbor.CborArray;

/** What changes in what is known of those outside of the line. */
public sealed interface ThirdPartyEffect extends Effect {
  /** A party has said whether it can reach a third party. */
  record ReachChanged(Reach reach) implements ThirdPartyEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("reach").add(reach.encoded()).build();
    }
  }

  /** New terms no longer have the third party. */
  record ThirdPartyGone(String party, String thirdParty) implements ThirdPartyEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("third-party-gone").add(party).add(thirdParty).build();
    }
  }

  /** Something has come so far on its way to a receiver. */
  record Relayed(Relay relay) implements ThirdPartyEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("relay").add(relay.encoded()).build();
    }
  }
}
