package hotline.cli.demo;

/** A part of the play: it is played, then checked by itself. */
interface Chapter {
  /** Its heading. */
  String title();

  /** What the officers do. */
  void play(Stage stage);

  /** Whether what came of it is right, found out by other means than the product's. */
  void check(Stage stage, Checks checks);
}
