package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Two wordings of one clause with the words that differ marked: those that go in the first, those
 * that come in the second. By a longest common subsequence of words.
 */
record WordDiff(Html before, Html after) {
  /** Above this many words a side, the whole is marked instead. */
  private static final int WORDS_MAX = 400;

  static WordDiff of(String before, String after) {
    List<String> old = words(before);
    List<String> young = words(after);
    if (old.isEmpty() || young.isEmpty() || old.size() > WORDS_MAX || young.size() > WORDS_MAX) {
      return new WordDiff(el("del", before), el("ins", after));
    }
    int[][] common = new int[old.size() + 1][young.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = young.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(young.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    Side cut = new Side("del");
    Side put = new Side("ins");
    int i = 0;
    int j = 0;
    while (i < old.size() || j < young.size()) {
      if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
        cut.add(old.get(i++), false);
        put.add(young.get(j++), false);
      } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        cut.add(old.get(i++), true);
      } else {
        put.add(young.get(j++), true);
      }
    }
    return new WordDiff(cut.html(), put.html());
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+", -1)));
    words.removeIf(String::isEmpty);
    return words;
  }

  /** One wording as it is put together, runs of marked words in one mark. */
  private static final class Side {
    private final String mark;
    private final List<Html> pieces = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private boolean marked;

    Side(String mark) {
      this.mark = mark;
    }

    void add(String word, boolean differs) {
      if (differs != marked) {
        close();
        marked = differs;
      }
      run.append(run.isEmpty() ? "" : " ").append(word);
    }

    private void close() {
      if (!run.isEmpty()) {
        pieces.add(marked ? el(mark, run.toString()) : text(run.toString()));
        pieces.add(text(" "));
        run.setLength(0);
      }
    }

    Html html() {
      close();
      return Html.all(pieces);
    }
  }
}
