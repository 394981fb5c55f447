package hotline.simulator.disk;

/** Told of what a disk does to its users. */
public interface DiskWatch {
  /** What can go wrong. */
  enum What {
    /** Something that was not forced is gone after a cut, or after a force that failed. */
    DROPPED,
    /** A write reached the disk in part. */
    TORN,
    /** A write found no room. */
    NO_ROOM,
    /** A force failed. */
    FORCE_FAILED
  }

  /** It did. */
  void happened(What what);

  /** A force begins; the simulation may let time pass. */
  void forcing();
}
