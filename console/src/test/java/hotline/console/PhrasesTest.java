package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import hotline.node.api.Views;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every phrase is there in every language, with the same holes, and says whether it was reviewed.
 */
class PhrasesTest {
  private static final Phrases ENGLISH = Phrases.of("en");

  private final FakeLine line = new FakeLine();
  private final Console console = new Console(line);

  private String html(String path, String language) {
    Pages.Request request =
        new Pages.Request(
            "GET", path, Map.of(), Map.of(), "token", Map.of(Translation.KEPT, language));
    return new String(console.page(request).body(), StandardCharsets.UTF_8);
  }

  @Test
  void everyPhraseIsThereInEveryLanguageWithTheSameHoles() {
    for (String language : Phrases.LANGUAGES) {
      Phrases phrases = Phrases.of(language);
      assertThat(phrases.keys()).as(language).isEqualTo(ENGLISH.keys());
      for (String key : ENGLISH.keys()) {
        String phrase = phrases.phrase(key);
        assertThat(phrases.holes(key)).as(language + " " + key).isEqualTo(ENGLISH.holes(key));
        assertThat(phrase).as(language + " " + key).isNotBlank();
        assertThat(Html.Text.plain(phrase)).as(language + " " + key).isEqualTo(phrase);
        assertThat(phrase.replaceAll("\\{[a-z]+}", "")).doesNotContain("{", "}");
      }
    }
  }

  @Test
  void everyKindAndEveryAnswerHasItsPhrase() {
    for (String kind : MessageForm.KINDS) {
      assertThat(ENGLISH.has("message." + kind) && ENGLISH.has("kind." + kind)).as(kind).isTrue();
    }
    for (String word : MessagePage.words()) {
      assertThat(ENGLISH.has("answer." + word)).as(word).isTrue();
    }
    for (String kind : List.of("STOP", "DISTRESS", "WARNING")) {
      // The code itself is said in every language.
      Phrases.LANGUAGES.forEach(
          language -> assertThat(Phrases.of(language).phrase("message." + kind)).contains(kind));
    }
  }

  @Test
  void aReviewHoldsUntilThePhraseChanges() {
    String file = "answer.ROGER = принято\nanswer.WILCO = понял\n";
    String review = "ru answer.ROGER " + Phrases.digest("принято") + " A.Ivanova 2026-11-23\n";
    assertThat(Phrases.read("ru", file, review).reviewed("answer.ROGER")).isTrue();
    assertThat(Phrases.read("ru", file, review).reviewed("answer.WILCO")).isFalse();
    assertThat(Phrases.read("ar", file, review).reviewed("answer.ROGER")).isFalse();
    assertThat(
            Phrases.read("ru", file.replace("принято", "понято"), review).reviewed("answer.ROGER"))
        .isFalse();
  }

  @Test
  void theOriginalStaysAndTheTranslationSaysThatNobodyReviewedIt() {
    line.put(SampleMessages.stop());
    String page = html("/messages/" + Samples.id(94), "ru");
    assertThat(page)
        .contains("<div class=\"translation\" lang=\"ru\" dir=\"ltr\">")
        .contains("передаёт STOP: немедленно прекратите", "непроверенный перевод")
        .contains("unreviewed translation", "понял, выполняем", "we will comply");
    assertThat(html("/messages/" + Samples.id(94), "en")).doesNotContain("translation");
    assertThat(html("/messages/" + Samples.id(94), "xx")).doesNotContain("translation");
  }

  @Test
  void theAlarmStripSaysItInTheReadersLanguageToo() {
    line.put(SampleMessages.stop());
    String page = html("/", "ru");
    String strip = page.substring(page.indexOf("id=\"alarm-list\""), page.indexOf("<main"));
    assertThat(strip)
        .contains("<span class=\"tr-line\" lang=\"ru\" dir=\"ltr\">", "передаёт STOP")
        .contains("<i class=\"tag\">непроверенный перевод</i>", ">STOP</a>");
    assertThat(html("/", "ar")).contains("<span class=\"tr-line\" lang=\"ar\" dir=\"rtl\">");
    assertThat(html("/", "en")).doesNotContain("tr-line");
  }

  @Test
  void freeTextIsNeverTranslatedAndItsLanguageIsNamed() {
    String page = html("/", "ar");
    assertThat(page)
        .contains("<span lang=\"ru\"><bdi dir=\"auto\" class=\"wrap-ok said\">Дозаправка")
        .contains("الكلمات أعلاه باللغة <bdi dir=\"ltr\">ru</bdi>")
        .contains("يفيد بأن إشعارين متعارضان", "<bdi dir=\"ltr\">N-0412</bdi>");
  }

  @Test
  void aNoticeAndItsConflictsAreSaidToo() {
    assertThat(html("/notices/N-0412", "ru"))
        .contains("Уведомление <bdi dir=\"ltr\">N-0412</bdi>", "Конфликт", "Сместиться должна");
  }

  @Test
  void theLanguageIsChosenByAFormAndKeptOnThisScreen() {
    Pages.Request form =
        new Pages.Request(
            "POST", "/act/language", Map.of(), Map.of("language", List.of("ar")), "t", Map.of());
    assertThat(console.page(form).keep()).isEqualTo(Map.of(Translation.KEPT, "ar"));
    Pages.Request wrong =
        new Pages.Request(
            "POST", "/act/language", Map.of(), Map.of("language", List.of("<b>")), "t", Map.of());
    assertThat(console.page(wrong).status()).isEqualTo(422);
    assertThat(html("/watch", "ar")).contains("value=\"ar\" lang=\"ar\" selected");
  }

  @Test
  void hostileDataIsInertInEveryLanguage() {
    String evil = "</p><img src=x>\u202e";
    Views.Message message = Samples.message(7, "WARNING", "south", Samples.NOW, 4, evil);
    line.put(message);
    for (String language : Phrases.LANGUAGES) {
      assertThat(html("/", language)).doesNotContain("<img", "\u202e");
    }
  }
}
