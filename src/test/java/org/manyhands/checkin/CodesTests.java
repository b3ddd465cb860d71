package org.manyhands.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AroundNow;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.shared.BaseUrl;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The code on a volunteer's phone leads the desk's phone to them, and whoever else holds it nowhere. */
@IntegrationTest
class CodesTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private Codes codes;

    @Autowired
    private BaseUrl baseUrl;

    private Conference conference;
    private AccountId account;
    private VolunteerId volunteer;

    @BeforeEach
    void register() {
        conference = given.conference();
        account = given.account("ida-" + Given.number() + "@volunteers.example");
        volunteer = given.volunteer(conference, account, Profile.named("Ida Moreau"));
    }

    @Test
    void areTheSameEachTimeAndOfOnePersonOnly() {
        assertThat(codes.of(volunteer))
                .isEqualTo(codes.of(volunteer))
                .isNotEqualTo(codes.of(given.volunteer(conference)));
        assertThat(codes.read(codes.of(volunteer))).contains(volunteer);
    }

    @Test
    void areMadeUpByNobody() {
        var code = codes.of(volunteer);
        var anothersId = codes.of(given.volunteer(conference)).substring(0, 22) + code.substring(22);
        for (var madeUp : new String[] {
            anothersId,
            code.substring(0, 22) + "AAAAAAAAAAAAAAAAAAAAA",
            code.substring(0, 30),
            code + "AAAA",
            volunteer.volunteerId().toString(),
            "%",
            ""
        }) {
            assertThat(codes.read(madeUp)).as(madeUp).isEmpty();
        }
    }

    @Test
    void areDrawnSoThatACameraReadsThem() throws Exception {
        var page = mvc.get()
                .uri("/" + conference.slug() + "/me/code")
                .with(SignedInAs.account(account))
                .exchange();
        assertThat(page).hasStatusOk();
        var html = page.getResponse().getContentAsString();
        assertThat(html).doesNotContain("style=");
        assertThat(read(find("viewBox=\"0 0 (\\d+)", html), find(" d=\"(M[^\"]+)\"", html)))
                .isEqualTo(baseUrl.of("/" + conference.slug() + "/organize/checkin/code/" + codes.of(volunteer)));
    }

    private static String find(String pattern, String html) {
        var found = Pattern.compile(pattern).matcher(html);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    /** Paints the path, four dots to a square, and has it read. */
    private static String read(String size, String path) throws Exception {
        var side = Integer.parseInt(size) * 4;
        var dots = new int[side * side];
        Arrays.fill(dots, 0xffffff);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z")
                .matcher(path)
                .results()
                .forEach(run -> {
                    var x = Integer.parseInt(run.group(1)) * 4;
                    var y = Integer.parseInt(run.group(2)) * 4;
                    for (var row = y; row < y + 4; row++) {
                        Arrays.fill(dots, row * side + x, row * side + x + Integer.parseInt(run.group(3)) * 4, 0);
                    }
                });
        var bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, dots)));
        var read = new QRCodeReader().decode(bitmap);
        assertThat(read.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
        return read.getText();
    }

    @Test
    void leadTheDeskToTheirShiftsOfToday() {
        var around = new AroundNow(given, jdbc, clock);
        var robin = around.somebody(conference, "Robin Achterberg", Duration.ofMinutes(30), Duration.ofHours(2));
        var page = mvc.get()
                .uri(address(conference, codes.of(robin.volunteer())))
                .with(SignedInAs.account(given.organizer(conference)));
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Robin Achterberg",
                        "Arrived",
                        "/signups/" + robin.signup().signupId() + "/arrived")
                .doesNotContain("@volunteers.example");
    }

    @Test
    void askWhoeverIsNotSignedInToSignInAndComeBack() {
        var address = address(conference, codes.of(volunteer));
        assertThat(mvc.get().uri(address))
                .hasStatus(303)
                .hasHeader("Location", "/sign-in?next=" + address.replace("/", "%2F"));
    }

    @Test
    void openNothingWithoutARightAtTheDesk() {
        var address = address(conference, codes.of(volunteer));
        var somebody = given.account("robin-" + Given.number() + "@volunteers.example");
        given.volunteer(conference, somebody, Profile.named("Robin"));
        assertThat(mvc.get().uri(address).with(SignedInAs.account(somebody))).hasStatus(404);
        assertThat(mvc.get().uri(address).with(SignedInAs.account(account))).hasStatus(404);
    }

    @Test
    void countAtTheirConferenceOnly() {
        var other = given.conference();
        assertThat(mvc.get().uri(address(other, codes.of(volunteer))).with(SignedInAs.account(given.organizer(other))))
                .hasStatus(404);
    }

    private static String address(Conference conference, String code) {
        return "/" + conference.slug() + "/organize/checkin/code/" + code;
    }
}
