package hotline.node.api;

/** What a person may do at a node's pages; what is not given is refused. */
public enum Right {
  /** See every page, and choose what this screen shows. */
  SEE,
  /** STOP, DISTRESS, and accepting what alarms here. */
  URGENT,
  /** Take and hand over the watch. */
  WATCH,
  /** Messages, answers, notices, and what is relayed to third parties. */
  SPEAK,
  /** Channel status, offers, terms: what binds or frees the party. */
  DECIDE,
  /** The breach ledger, incidents, and what stands in their files. */
  INVESTIGATE,
  /** Cases of the working group. */
  GROUP
}
