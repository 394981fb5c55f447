package hotline.node.desk;

import hotline.line.statistics.Figures;
import hotline.line.statistics.Place;
import hotline.line.statistics.Report;
import hotline.line.statistics.Week;
import hotline.node.api.MatterViews;
import hotline.node.record.LocalRecord;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The line in numbers, from the record alone. */
final class StatisticsDesk {
  private final Outlook outlook;

  StatisticsDesk(Outlook outlook) {
    this.outlook = outlook;
  }

  MatterViews.Statistics statistics() {
    LocalRecord.Counted counted = outlook.statistics();
    return view(counted.entries(), counted.report());
  }

  private static MatterViews.Statistics view(long entries, Report report) {
    return new MatterViews.Statistics(
        entries,
        report.answers().stream().map(StatisticsDesk::answers).toList(),
        weeks(report),
        places(report));
  }

  private static MatterViews.AnswerTimes answers(Report.Answers answers) {
    boolean any = answers.answered() > 0;
    return new MatterViews.AnswerTimes(
        answers.party(),
        answers.kind().word(),
        answers.answered(),
        answers.asked() - answers.answered(),
        any ? answers.medianMs() : null,
        any ? answers.ninetyMs() : null);
  }

  private record InWeek(Week week, String party) implements Comparable<InWeek> {
    @Override
    public int compareTo(InWeek other) {
      int weeks = week.compareTo(other.week);
      return weeks != 0 ? weeks : party.compareTo(other.party);
    }
  }

  private static List<MatterViews.WeekCount> weeks(Report report) {
    SortedMap<InWeek, Figures> figures = new TreeMap<>();
    SortedMap<InWeek, Long> missed = new TreeMap<>();
    for (Report.Activity each : report.activities()) {
      figures.merge(new InWeek(each.week(), each.party()), each.figures(), Figures::plus);
    }
    for (Report.Checks each : report.checks()) {
      InWeek key = new InWeek(each.week(), each.party());
      missed.merge(key, each.missed(), Long::sum);
      figures.putIfAbsent(key, Figures.NONE);
    }
    return figures.entrySet().stream()
        .map(each ->
            new MatterViews.WeekCount(
                each.getKey().week().toString(),
                each.getKey().party(),
                each.getValue().notices(),
                each.getValue().late(),
                each.getValue().crossings(),
                each.getValue().lateCrossings(),
                missed.getOrDefault(each.getKey(), 0L),
                each.getValue().claimed(),
                each.getValue().accepted(),
                each.getValue().disputed()))
        .toList();
  }

  private record AtPlace(Place place, String party) implements Comparable<AtPlace> {
    @Override
    public int compareTo(AtPlace other) {
      int places = place.compareTo(other.place);
      return places != 0 ? places : party.compareTo(other.party);
    }
  }

  private static List<MatterViews.PlaceCount> places(Report report) {
    SortedMap<AtPlace, Figures> figures = new TreeMap<>();
    for (Report.Activity each : report.activities()) {
      figures.merge(new AtPlace(each.place(), each.party()), each.figures(), Figures::plus);
    }
    return figures.entrySet().stream()
        .map(each ->
            new MatterViews.PlaceCount(
                words(each.getKey().place()),
                each.getKey().party(),
                each.getValue().notices(),
                each.getValue().claimed()))
        .toList();
  }

  private static String words(Place place) {
    return switch (place.sort()) {
      case ZONE -> place.name();
      case NEAR -> "near " + place.name();
      case NOWHERE -> "elsewhere";
    };
  }
}
