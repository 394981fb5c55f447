package hotline.cli.demo;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.Outline;
import hotline.airspace.typed.TypedDistance;
import hotline.airspace.typed.TypedHeight;
import hotline.airspace.typed.TypedPathPoint;
import hotline.airspace.typed.TypedPosition;
import hotline.airspace.typed.TypedTime;
import hotline.line.disclosure.ExactVolume;
import hotline.node.api.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Volumes written as a person or system gives them to the API. */
final class AsTyped {
  private AsTyped() {}

  static List<Requests.Volume> volumes(List<ExactVolume> volumes) {
    return volumes.stream().map(AsTyped::volume).toList();
  }

  private static Requests.Volume volume(ExactVolume exact) {
    Datum datum = exact.volume().heights().datum();
    List<String> outline =
        switch (exact.volume().footprint()) {
          case Circle circle -> List.of(TypedPosition.write(circle.centre()));
          case Outline corners -> corners.vertices().stream().map(TypedPosition::write).toList();
        };
    String radius =
        exact.volume().footprint() instanceof Circle circle
            ? TypedDistance.write(circle.radiusMm())
            : null;
    return new Requests.Volume(
        outline,
        radius,
        TypedHeight.write(datum, exact.volume().heights().floor()),
        TypedHeight.write(datum, exact.volume().heights().ceiling()),
        TypedTime.write(exact.volume().times().startUs()),
        TypedTime.write(exact.volume().times().endUs()),
        path(exact.path()));
  }

  private static @Nullable List<String> path(@Nullable FlightPath path) {
    return path == null
        ? null
        : path.points().stream()
            .map(point ->
                TypedPathPoint.write(
                    point.timeUs(), point.position(), path.datum(), point.height()))
            .toList();
  }
}
