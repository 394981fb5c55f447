package hotline.line.effect;

import hotline.line.terms.Genesis;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.Chain;
import hotline.record.statement.Claim;
import hotline.record.statement.Header;
import hotline.record.statement.Mode;
import java.util.Optional;

/** What changes in the chains. */
public sealed interface ChainEffect extends Effect {
  /** A statement has its place: everything recorded does this, also what is refused. */
  record Advanced(Claim claim, long index) implements ChainEffect {
    @Override
    public CborArray encoded() {
      Header header = claim.header();
      Chain chain = header.chain();
      return CborArray.builder()
          .add("chain")
          .add(index)
          .add(claim.id().bytes())
          .add(chain.party())
          .add(chain.node())
          .add(chain.incarnation().bytes())
          .add(chain.lane().code())
          .add(header.sequence())
          .addOrNull(Optional.ofNullable(header.previous()), id -> CborValue.of(id.bytes()))
          .addOrNull(Optional.ofNullable(claim.withdraws()), id -> CborValue.of(id.bytes()))
          .add(header.timeUs())
          .build();
    }
  }

  /** The line exists. */
  record Founded(Genesis genesis, Mode mode) implements ChainEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("founded").add(genesis.encoded()).add(mode.code()).build();
    }
  }
}
