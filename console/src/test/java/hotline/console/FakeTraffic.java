package hotline.console;

import hotline.node.api.AlertViews;
import hotline.node.api.ConformanceViews;
import hotline.node.api.LineApi;
import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Live traffic that a test can change, and what was done about its alerts. */
abstract class FakeTraffic implements LineApi {
  final List<TrafficViews.Feed> feeds = new ArrayList<>(SampleTraffic.feeds());
  final List<TrafficViews.Alert> alerts = new ArrayList<>(SampleTraffic.alerts());

  /** Notes what was said. */
  abstract Said said(String call);

  /** What a stick brings, if a test says so. */
  Brought brought = new Brought.Refused("file-changed", "The file is not as it was written.");

  final List<Arrived> broughtByStick = new ArrayList<>();

  @Override
  public Optional<byte[]> stickFile(int part) {
    return part == 1 ? Optional.of(new byte[] {'s'}) : Optional.empty();
  }

  @Override
  public Carried stickWaiting() {
    return new Carried(2, 1);
  }

  @Override
  public Brought bringStick(byte[] file) {
    return brought;
  }

  @Override
  public List<Arrived> broughtByStick(int limit) {
    return broughtByStick;
  }

  @Override
  public List<TrafficViews.Feed> feeds() {
    return feeds;
  }

  @Override
  public TrafficViews.Sky sky() {
    return SampleTraffic.sky();
  }

  @Override
  public List<TrafficViews.Track> tracks(int limit) {
    return SampleTraffic.tracks();
  }

  @Override
  public List<TrafficViews.Alert> alerts(boolean all) {
    return alerts;
  }

  @Override
  public Optional<AlertViews.Detail> alert(long number) {
    return alerts.stream()
        .filter(each -> each.number() == number)
        .findFirst()
        .map(SampleTraffic::detail);
  }

  @Override
  public AlertViews.Counts alertCounts() {
    return new AlertViews.Counts(Samples.at("06:00:00"), 40, 2, 3, 5, 1, 0);
  }

  @Override
  public Said acceptAlerts(List<Long> numbers, String post, String officer) {
    return said("alerts " + numbers + " by " + officer);
  }

  @Override
  public Said markNuisance(long number, boolean nuisance, String post, String officer) {
    return said("nuisance " + number + " " + nuisance);
  }

  @Override
  public Said warnOfAlert(long number, String post, String officer) {
    return said("warn of alert " + number);
  }

  @Override
  public List<ConformanceViews.Flight> conformance() {
    return SampleConformance.flights();
  }

  @Override
  public Said flownBy(String notice, ConformanceViews.FlownBy aircraft) {
    return said("flown by " + notice + " " + aircraft);
  }

  @Override
  public Said runFeed(String name, boolean running) {
    return said("feed " + name + " " + running);
  }
}
