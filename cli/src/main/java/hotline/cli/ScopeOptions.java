package hotline.cli;

import hotline.node.api.Views;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a status or an offer speaks of: the whole line, or a part of it. */
final class ScopeOptions {
  @Option(
      names = "--zone",
      paramLabel = "NAME",
      description = "Only what lies in this zone of the terms.")
  private @Nullable String zone;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Only activity of this category of the terms.")
  private @Nullable String category;

  Views.@Nullable Scope scope() {
    return zone == null && category == null ? null : new Views.Scope(zone, category);
  }
}
