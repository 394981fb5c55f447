package hotline.line.effect;

import hotline.line.watch.Watch;
import hotline.record.cbor.CborArray;

/** What changes at the posts. */
public sealed interface WatchEffect extends Effect {
  /** Another officer has the watch, or is to take it. */
  record WatchChanged(Watch watch) implements WatchEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("watch").add(watch.encoded()).build();
    }
  }

  /** New terms no longer have the post. */
  record PostGone(String party, String post) implements WatchEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("post-gone").add(party).add(post).build();
    }
  }
}
