package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.DetailRequest.OnBehalfOf;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.terms.Limits;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.node.Times;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.record.cbor.CborMap;
import hotline.record.signature.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What North tells a South that asks too much, too often, or is not South. */
class DetailRequestsTest {
  private static final int PER_MINUTE = 3;

  @TempDir Path folder;

  /** North's notice of two volumes, half a degree apart; as the record has it. */
  private static Views.Notice twoVolumes(TwoNodes line) {
    List<Requests.Volume> volumes = new ArrayList<>();
    volumes.addAll(line.circle("47.0 N 8.0 E", "3 NM", 10_000, 30).volumes());
    volumes.addAll(line.circle("47.5 N 8.0 E", "3 NM", 10_000, 30).volumes());
    expectDone(
        line.north().declare(new Requests.Declare(null, "transit", "SECRET", volumes, null)));
    line.until(() -> line.south().notices(false).size() == 1, "south sees it");
    return line.south().notices(false).getFirst();
  }

  private static Extents around(double lat, double lng, Instant start) {
    Volume volume =
        new Volume(
            new Circle(TwoNodes.at(lat, lng), 1_000_000),
            new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 12_000),
            new TimeInterval(Times.micros(start), Times.micros(start.plusSeconds(600))));
    return Extents.around(List.of(new ExactVolume(volume, null)), TermsDefaults.GRANULARITY);
  }

  private static DetailRequest enquiry(Extents extents, NoticeRef wanted) {
    return new DetailRequest(new OnBehalfOf.Enquiry(extents), List.of(wanted));
  }

  private static String code(PeerEndpoints.Answer answer) {
    return answer.status() + " " + PeerAnswers.code(answer);
  }

  @Test
  void onlyWhatMeetsTheQuestionIsOpened() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Views.Notice notice = twoVolumes(line);
      NoticeRef wanted = Asking.ref(notice.entity(), 1);
      Asking south = new Asking(line);
      DetailAnswer one = south.ask(enquiry(around(47.0, 8.0, notice.start()), wanted));
      assertThat(one.opened())
          .singleElement()
          .satisfies(opened ->
              assertThat(opened.openings())
                  .singleElement()
                  .satisfies(opening -> assertThat(opening.item()).isZero()));
      DetailAnswer elsewhere = south.ask(enquiry(around(46.0, 7.0, notice.start()), wanted));
      assertThat(elsewhere.withheld())
          .extracting(DetailAnswer.Kept::code)
          .containsExactly("does-not-meet");
      Instant tomorrow = notice.start().plusSeconds(86_400);
      assertThat(south.ask(enquiry(around(47.0, 8.0, tomorrow), wanted)).opened()).isEmpty();
      DetailAnswer sham = south.ask(new DetailRequest(new OnBehalfOf.Own(wanted), List.of(wanted)));
      assertThat(sham.withheld())
          .extracting(DetailAnswer.Kept::code)
          .containsExactly("no-standing");
      assertThat(line.north().disclosures(100))
          .extracting(each -> each.direction() + " " + each.opened() + " " + each.withheld())
          .containsExactly("GIVEN 0 1", "GIVEN 0 1", "GIVEN 0 1", "GIVEN 1 0");
      String told =
          new String(
              one.opened().getFirst().openings().getFirst().volumeBytes(),
              StandardCharsets.ISO_8859_1);
      assertThat(told).doesNotContain("SECRET");
    }
  }

  @Test
  void whoIsNotSouthIsToldNothing() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Views.Notice notice = twoVolumes(line);
      Asking south = new Asking(line);
      DetailRequest good =
          enquiry(around(47.0, 8.0, notice.start()), Asking.ref(notice.entity(), 1));
      CborMap payload = good.content();
      DocumentType type = DocumentType.DETAIL_REQUEST;
      SigningKey stranger = SigningKey.generate(line.random);

      assertThat(code(south.post(new byte[0]))).isEqualTo("422 malformed");
      assertThat(code(south.post(Document.sign(stranger, south.header(), payload).bytes())))
          .isEqualTo("403 signature");
      assertThat(code(south.post(south.header(NORTH, NORTH, type, Duration.ZERO), payload)))
          .isEqualTo("403 signature");
      assertThat(code(south.post(south.header(SOUTH, SOUTH, type, Duration.ZERO), payload)))
          .isEqualTo("403 signature");
      assertThat(code(south.post(south.header("east", NORTH, type, Duration.ZERO), payload)))
          .isEqualTo("403 signature");
      assertThat(
              code(
                  south.post(
                      south.header(SOUTH, NORTH, DocumentType.DETAIL_ANSWER, Duration.ZERO),
                      payload)))
          .isEqualTo("403 signature");
      for (Duration ago : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6))) {
        assertThat(code(south.post(south.header(SOUTH, NORTH, type, ago), payload)))
            .isEqualTo("409 replayed");
      }
      assertThat(code(south.post(south.header(), CborMap.builder().put(1, 1).build())))
          .isEqualTo("422 malformed");
      byte[] once = Document.sign(south.key(), south.header(), payload).bytes();
      for (int at = 0; at < once.length; at += 7) {
        byte[] flipped = once.clone();
        flipped[at] ^= 1;
        assertThat(south.post(flipped).status()).isIn(403, 422);
      }
      assertThat(line.north().disclosures(100)).isEmpty();
      assertThat(south.post(once).status()).isEqualTo(200);
      assertThat(code(south.post(once))).isEqualTo("409 replayed");
      assertThat(line.north().disclosures(100)).hasSize(1);
    }
  }

  @Test
  void theTermsBoundHowOftenOnePartyEnquires() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      fewEnquiries(line);
      Views.Notice notice = twoVolumes(line);
      NoticeRef wanted = Asking.ref(notice.entity(), 1);
      Asking south = new Asking(line);
      DetailRequest enquiry = enquiry(around(47.0, 8.0, notice.start()), wanted);
      for (int i = 0; i < PER_MINUTE; i++) {
        assertThat(south.post(enquiry).status()).isEqualTo(200);
      }
      assertThat(code(south.post(enquiry))).isEqualTo("429 too-many-enquiries");
      // What a notice of the record entitles to is another matter.
      assertThat(
              south.post(new DetailRequest(new OnBehalfOf.Own(wanted), List.of(wanted))).status())
          .isEqualTo(200);
      assertThat(line.north().disclosures(100)).hasSize(PER_MINUTE + 1);
    }
  }

  private static void fewEnquiries(TwoNodes line) throws Exception {
    Terms now = line.terms();
    Limits limits = now.limits();
    Terms next =
        now.next()
            .limits(
                new Limits(
                    limits.volumesPerNotice(),
                    limits.noticeDurationUs(),
                    limits.enquiryCells(),
                    limits.enquiryDurationUs(),
                    PER_MINUTE))
            .build();
    expectDone(line.north().proposeTerms(next.encode()));
    line.until(() -> line.south().terms().size() == 2, "south sees the proposal");
    expectDone(line.south().termsVerb(next.hash().hex(), "sign", ""));
    line.until(
        () ->
            Objects.requireNonNull(line.north().terms().getFirst()).number() == 2
                && line.south().terms().getFirst().number() == 2,
        "in force");
  }
}
