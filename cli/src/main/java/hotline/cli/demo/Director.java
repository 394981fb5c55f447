package hotline.cli.demo;

import java.util.List;

/** Plays the chapters one after another, each followed by its own check. */
final class Director {
  private final Stage stage;
  private final Checks checks;

  Director(Stage stage) {
    this.stage = stage;
    this.checks = new Checks(stage.commentary());
  }

  /** Plays all of it and returns the claims that did not hold; none is a success. */
  List<String> play(List<Chapter> chapters) {
    for (Chapter chapter : chapters) {
      stage.commentary().chapter(chapter.title());
      chapter.play(stage);
      chapter.check(stage, checks);
    }
    stage.commentary().plain("");
    stage
        .commentary()
        .check(
            checks.failed().isEmpty(),
            (checks.made() - checks.failed().size()) + " of " + checks.made() + " checks held.");
    return checks.failed();
  }
}
