package hotline.cli.client;

import hotline.node.api.StickApi;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** {@link StickApi} of a node elsewhere. Thread-safe. */
class StickClient extends MatterClient implements StickApi {
  StickClient(Wire wire) {
    super(wire);
  }

  @Override
  public Optional<byte[]> stickFile(int part) {
    return wire.get("stick?part=" + part);
  }

  @Override
  public Carried stickWaiting() {
    return wire.get("stick/waiting", Carried.class);
  }

  @Override
  public Brought bringStick(byte[] file) {
    HttpResponse<byte[]> answer = wire.postBytes("stick", "application/octet-stream", file);
    if (answer.statusCode() >= 300) {
      Problem problem = Wire.problem(answer);
      return new Brought.Refused(problem.code(), problem.detail());
    }
    return wire.read(answer.body(), Brought.Taken.class);
  }

  @Override
  public List<Arrived> broughtByStick(int limit) {
    return List.of(wire.get("stick/brought?limit=" + limit, Arrived[].class));
  }
}
