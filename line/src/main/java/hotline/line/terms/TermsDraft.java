package hotline.line.terms;

import hotline.line.Kind;
import hotline.record.merkle.Hash;
import java.util.List;
import java.util.Optional;

/**
 * Terms being written: begins as what other terms say, and each part can be put in its place by its
 * name. {@link #build} refuses what {@link Terms} refuses. Not for use by several threads.
 */
public final class TermsDraft {
  private long number;
  private Optional<Hash> previous;
  private String host;
  private long epoch;
  private List<PartyTerms> parties;
  private Separation separation;
  private Planning planning;
  private Granularity granularity;
  private List<String> categories;
  private List<Zone> zones;
  private List<ReferencePoint> points;
  private List<Kind> survives;
  private Limits limits;
  private Times times;
  private Optional<Area> area;
  private List<AgreedLine> lines;
  private List<MustAgree> agreement;
  private List<Seats> seats;
  private List<String> languages;
  private int liars;
  private List<ThirdParty> thirdParties;
  private List<Observer> observers;
  private List<WitnessParty> witnesses;
  private Retention retention;
  private Optional<Long> effectiveUs;

  TermsDraft(Terms terms) {
    number = terms.number();
    previous = terms.previous();
    host = terms.host();
    epoch = terms.epoch();
    parties = terms.parties();
    separation = terms.separation();
    planning = terms.planning();
    granularity = terms.granularity();
    categories = terms.categories();
    zones = terms.zones();
    points = terms.points();
    survives = terms.survives();
    limits = terms.limits();
    times = terms.times();
    area = terms.area();
    lines = terms.lines();
    agreement = terms.agreement();
    seats = terms.seats();
    languages = terms.languages();
    liars = terms.liars();
    thirdParties = terms.thirdParties();
    observers = terms.observers();
    witnesses = terms.witnesses();
    retention = terms.retention();
    effectiveUs = terms.effectiveUs();
  }

  /** See {@link Terms#number}. */
  public TermsDraft number(long other) {
    number = other;
    return this;
  }

  /** See {@link Terms#previous}. */
  public TermsDraft previous(Optional<Hash> other) {
    previous = other;
    return this;
  }

  /** See {@link Terms#host}. */
  public TermsDraft host(String other) {
    host = other;
    return this;
  }

  /** See {@link Terms#epoch}. */
  public TermsDraft epoch(long other) {
    epoch = other;
    return this;
  }

  /** See {@link Terms#parties}. */
  public TermsDraft parties(List<PartyTerms> other) {
    parties = other;
    return this;
  }

  /** See {@link Terms#separation}. */
  public TermsDraft separation(Separation other) {
    separation = other;
    return this;
  }

  /** See {@link Terms#planning}. */
  public TermsDraft planning(Planning other) {
    planning = other;
    return this;
  }

  /** See {@link Terms#granularity}. */
  public TermsDraft granularity(Granularity other) {
    granularity = other;
    return this;
  }

  /** See {@link Terms#categories}. */
  public TermsDraft categories(List<String> other) {
    categories = other;
    return this;
  }

  /** See {@link Terms#zones}. */
  public TermsDraft zones(List<Zone> other) {
    zones = other;
    return this;
  }

  /** See {@link Terms#points}. */
  public TermsDraft points(List<ReferencePoint> other) {
    points = other;
    return this;
  }

  /** See {@link Terms#survives}. */
  public TermsDraft survives(List<Kind> other) {
    survives = other;
    return this;
  }

  /** See {@link Terms#limits}. */
  public TermsDraft limits(Limits other) {
    limits = other;
    return this;
  }

  /** See {@link Terms#times}. */
  public TermsDraft times(Times other) {
    times = other;
    return this;
  }

  /** See {@link Terms#area}. */
  public TermsDraft area(Optional<Area> other) {
    area = other;
    return this;
  }

  /** See {@link Terms#lines}. */
  public TermsDraft lines(List<AgreedLine> other) {
    lines = other;
    return this;
  }

  /** See {@link Terms#agreement}. */
  public TermsDraft agreement(List<MustAgree> other) {
    agreement = other;
    return this;
  }

  /** See {@link Terms#seats}. */
  public TermsDraft seats(List<Seats> other) {
    seats = other;
    return this;
  }

  /** See {@link Terms#languages}. */
  public TermsDraft languages(List<String> other) {
    languages = other;
    return this;
  }

  /** See {@link Terms#liars}. */
  public TermsDraft liars(int other) {
    liars = other;
    return this;
  }

  /** See {@link Terms#thirdParties}. */
  public TermsDraft thirdParties(List<ThirdParty> other) {
    thirdParties = other;
    return this;
  }

  /** See {@link Terms#observers}. */
  public TermsDraft observers(List<Observer> other) {
    observers = other;
    return this;
  }

  /** See {@link Terms#witnesses}. */
  public TermsDraft witnesses(List<WitnessParty> other) {
    witnesses = other;
    return this;
  }

  /** See {@link Terms#retention}. */
  public TermsDraft retention(Retention other) {
    retention = other;
    return this;
  }

  /** See {@link Terms#effectiveUs}. */
  public TermsDraft effectiveUs(Optional<Long> other) {
    effectiveUs = other;
    return this;
  }

  /**
   * The terms as drafted.
   *
   * @throws IllegalArgumentException if they contradict themselves; the message says how
   */
  public Terms build() {
    return new Terms(
        number,
        previous,
        host,
        epoch,
        parties,
        separation,
        planning,
        granularity,
        categories,
        zones,
        points,
        survives,
        limits,
        times,
        area,
        lines,
        agreement,
        seats,
        languages,
        liars,
        thirdParties,
        observers,
        witnesses,
        retention,
        effectiveUs);
  }
}
