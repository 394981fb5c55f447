package hotline.line.disclosure;

import hotline.line.body.NoticeRef;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Names;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.statement.LineId;
import java.nio.charset.StandardCharsets;

/**
 * What a commitment is about: one version of one notice of one party of one line. It goes into
 * every leaf, so that an opening fits there and nowhere else.
 *
 * @param party the issuer's name
 */
public record Subject(LineId line, String party, NoticeRef notice) {
  private static final byte[] TAG = "hotline/1/volume".getBytes(StandardCharsets.US_ASCII);

  /** Refuses what is no party's name. */
  public Subject {
    if (!Names.isName(party)) {
      throw new IllegalArgumentException("not a party's name: " + party);
    }
  }

  /** The leaf hash over the leaf data of a volume; docs/format.md §7. */
  Hash leaf(int item, Salt salt, byte[] volume) {
    byte[] content =
        CborArray.builder()
            .add(line.bytes())
            .add(party)
            .add(notice.entity().bytes())
            .add(notice.version())
            .add(item)
            .add(salt.bytes())
            .add(volume)
            .build()
            .encode();
    byte[] tagged = new byte[TAG.length + content.length];
    System.arraycopy(TAG, 0, tagged, 0, TAG.length);
    System.arraycopy(content, 0, tagged, TAG.length, content.length);
    return Merkle.leaf(Merkle.plain(tagged).bytes());
  }
}
