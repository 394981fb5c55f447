package hotline.line.watch;

import java.util.List;
import java.util.Optional;

/** Who has the watch where, for reading. */
public interface Watches {
  /** The watch at a post; empty: nobody has ever taken it. */
  Optional<Watch> at(String party, String post);

  /** Every watch, by party and post. */
  List<Watch> all();
}
