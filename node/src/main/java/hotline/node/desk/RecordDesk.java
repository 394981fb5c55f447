package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.Outcome;
import hotline.line.Refusal;
import hotline.node.Times;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.peer.PeerEndpoints;
import hotline.record.cbor.Decoded;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.proof.TlogProof;
import hotline.record.statement.Header;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The record, its receipts, the outbox and the sequencer. */
final class RecordDesk {
  private static final int ENTRIES_MAX = 1_000;

  private final Core core;

  RecordDesk(Core core) {
    this.core = core;
  }

  Views.RecordState state() {
    try {
      LogStore entries = core.record().entries();
      LogStore outcomes = core.record().outcomes();
      long size = core.record().size();
      return new Views.RecordState(
          core.genesis().origin(),
          sequencer(),
          size,
          entries.rootAt(size).hex(),
          core.confirmations().size(),
          core.confirmations().lastAt().orElse(null),
          size,
          outcomes.rootAt(size).hex());
    } catch (IOException failed) {
      throw new UncheckedIOException("the record cannot be read", failed);
    }
  }

  private String sequencer() {
    return core.host()
        .map(host ->
            host.isAsking() ? "WAITING" : host.sequencer().isRunning() ? "RUNNING" : "STOPPED")
        .orElseGet(() ->
            core.follower().filter(follower -> follower.isReached()).isPresent()
                ? "REACHED"
                : "UNREACHED");
  }

  /** What was said here and is not in the verified record yet, urgent first. */
  Views.Outbox outbox() {
    List<Views.Outbox.Waiting> waiting = new ArrayList<>();
    for (Statement each : core.urgent().notRecorded()) {
      waiting.add(view(each, urgentWhy(each)));
    }
    String trouble = core.sender().trouble();
    for (Statement each : core.outbox().waiting()) {
      String why =
          core.sender().isPromised(each.id())
              ? "The host has promised it a place; it is not in the verified record yet."
              : trouble.isEmpty() ? "On its way to the host." : "Not at the host: " + trouble;
      waiting.add(view(each, why));
    }
    return new Views.Outbox(waiting.size(), waiting);
  }

  private String urgentWhy(Statement statement) {
    var reached = core.urgent().reached(statement.id());
    return reached.isEmpty()
        ? "No other party has it yet; it is sent again and again."
        : "At " + String.join(", ", reached) + "; not in the record yet.";
  }

  private static Views.Outbox.Waiting view(Statement statement, String why) {
    return new Views.Outbox.Waiting(
        statement.id().toString(),
        kind(statement.header()),
        Times.instant(statement.header().timeUs()),
        why);
  }

  private static String kind(Header header) {
    return Kind.ofCode(header.kind()).map(Kind::word).orElse("kind " + header.kind());
  }

  List<Views.Entry> entries(long from, int limit) {
    long size = core.record().size();
    long first = Math.clamp(from, 0, size);
    long end = Math.min(size, first + Math.clamp(limit, 1, ENTRIES_MAX));
    List<Views.Entry> all = new ArrayList<>();
    for (long index = first; index < end; index++) {
      entry(index).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Views.Entry> entry(long index) {
    Optional<Statement> statement = core.record().statement(index);
    if (statement.isEmpty()) {
      return Optional.empty();
    }
    Header header = statement.get().header();
    Optional<Outcome.Leaf> outcome = outcome(index);
    String code = outcome.map(Outcome.Leaf::code).orElse("unknown");
    return Optional.of(
        new Views.Entry(
            index,
            statement.get().id().toString(),
            kind(header),
            header.chain().party(),
            header.chain().node(),
            header.chain().lane().name(),
            header.sequence(),
            Times.instant(header.timeUs()),
            outcome.map(leaf -> leaf.verdict().name()).orElse("UNKNOWN"),
            code,
            sentence(code),
            statement.get().size(),
            core.outlook().isConfirmed(index),
            core.signedBy(statement.get(), index)));
  }

  /** What the outcome log tells of an entry; nothing if it cannot be read. */
  private Optional<Outcome.Leaf> outcome(long index) {
    try {
      return Outcome.leaf(core.record().outcomes().entry(index))
              instanceof Decoded.Value<Outcome.Leaf>(Outcome.Leaf leaf)
          ? Optional.of(leaf)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String sentence(String code) {
    return code.equals(Outcome.OK)
        ? ""
        : Refusal.all().stream()
            .filter(each -> each.code().equals(code))
            .map(Refusal::sentence)
            .findFirst()
            .orElse(code);
  }

  Optional<byte[]> bytes(long index) {
    try {
      return index < 0 || index >= core.record().size()
          ? Optional.empty()
          : Optional.of(core.record().entries().entry(index));
    } catch (IOException failed) {
      throw new UncheckedIOException("the record cannot be read", failed);
    }
  }

  Optional<String> prove(String statementId) {
    Optional<StatementId> id = Core.id(statementId);
    OptionalLong index = id.isEmpty() ? OptionalLong.empty() : core.record().indexOf(id.get());
    return index.isEmpty() ? Optional.empty() : prove(index.getAsLong());
  }

  private Optional<String> prove(long index) {
    try {
      Optional<Note> note =
          core.host()
              .flatMap(host -> host.confirmedNote(PeerEndpoints.Log.RECORD))
              .filter(confirmed -> size(confirmed) > index)
              .or(() -> core.record().entries().published())
              .filter(known -> size(known) > index);
      if (note.isEmpty()) {
        return Optional.empty();
      }
      var path = core.record().entries().inclusion(index, size(note.get()));
      // With the statement inside, one file is all that a stranger needs.
      byte[] statement = core.record().entries().entry(index);
      byte[] proof = TlogProof.of(index, path, note.get()).withExtra(statement).bytes();
      return Optional.of(new String(proof, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException("the record cannot be read", failed);
    }
  }

  private static long size(Note note) {
    return Checkpoint.of(note).size();
  }

  Said sequencer(boolean running) {
    if (core.host().isEmpty()) {
      return Said.refused(
          "not-host", "Another party hosts the sequencer of this line; only its node can do that.");
    }
    try {
      if (running) {
        core.host().get().startSequencer();
        core.sender().wake();
        core.urgent().wake();
      } else {
        core.host().get().stopSequencer();
      }
      return new Said(
          true,
          Said.State.RECORDED,
          Outcome.OK,
          running ? "The sequencer runs." : "The sequencer is stopped; the node goes on.",
          null,
          null);
    } catch (IOException failed) {
      return Said.refused("sequencer-failed", String.valueOf(failed.getMessage()));
    }
  }
}
