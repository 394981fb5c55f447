package hotline.node.peer;

import hotline.record.tiles.TilePath;
import hotline.record.tiles.TileSource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each call of another node to where it belongs. Knows no rule itself. */
public final class PeerHandlers implements PeerEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(PeerHandlers.class);
  private static final int FILE_BYTES_MAX = 32 << 20;

  private final Map<Call, Function<byte[], Answer>> calls;
  private final Map<Log, TileSource> files;

  /** With one handler for each call, and the files of each log as published. */
  public PeerHandlers(Map<Call, Function<byte[], Answer>> calls, Map<Log, TileSource> files) {
    this.calls = Map.copyOf(calls);
    this.files = Map.copyOf(files);
  }

  @Override
  public Answer post(Call call, byte[] body) {
    Function<byte[], Answer> handler = calls.get(call);
    if (handler == null) {
      return PeerAnswers.problem(404, "not-here", "This node does not take that call.");
    }
    if (body.length > call.bodyMax()) {
      return PeerAnswers.problem(413, "too-large", "The body is too large.");
    }
    return handler.apply(body);
  }

  @Override
  public Answer file(Log log, String path) {
    TileSource source = files.get(log);
    boolean checkpoint = path.equals(TileSource.CHECKPOINT);
    if (source == null || !(checkpoint || TilePath.parse(path).isPresent())) {
      return Answer.empty(404);
    }
    try {
      Optional<byte[]> bytes = source.read(path, FILE_BYTES_MAX);
      return bytes
          .map(found ->
              new Answer(
                  200,
                  checkpoint ? "text/plain; charset=utf-8" : "application/octet-stream",
                  found))
          .orElse(Answer.empty(404));
    } catch (IOException failed) {
      LOG.atError().addKeyValue("path", path).setCause(failed).log("a tile cannot be read");
      return PeerAnswers.problem(503, "disk", "The other node cannot read its disk.");
    }
  }
}
