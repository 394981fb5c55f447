package hotline.line.thirdparty;

import hotline.line.body.ThirdPartyBody;
import java.util.List;
import java.util.Optional;

/** What is known of those outside of the line, for reading. */
public interface ThirdParties {
  /** Whether a party can reach a third party, as it said last; empty: it has not said. */
  Optional<Reach> reach(String party, String thirdParty);

  /** All that was said of that, by party and third party. */
  List<Reach> reaches();

  /** To whom a message or a notice was handed on, by each party, in the order of the record. */
  List<Relay> relaysOf(ThirdPartyBody.What what);

  /** What was said last of handing on, by every party, newest first. */
  List<Relay> latest(int limit);
}
