package hotline.line.planning;

import hotline.line.body.NoticeRef;
import hotline.line.disclosure.ExactVolume;
import java.util.List;

/**
 * A notice with those of its volumes that are known here: all of an own one, what was opened of
 * another's.
 */
public record NoticeVolumes(NoticeRef notice, List<ExactVolume> volumes) {
  /** Keeps an unmodifiable copy. */
  public NoticeVolumes {
    volumes = List.copyOf(volumes);
  }
}
