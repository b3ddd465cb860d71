package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AroundNow;
import org.manyhands.AroundNow.Held;
import org.manyhands.Given;
import org.manyhands.conference.Conference;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The morning at the desk, without scripts: people come by list, by search, by code and by themselves. */
@BrowserTest
class CheckInJourneyTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private BaseUrl baseUrl;

    private AroundNow around;
    private Conference conference;
    private String checkIn;

    @BeforeEach
    void openConference() {
        around = new AroundNow(given, jdbc, clock);
        conference = given.conference();
        checkIn = "/" + conference.slug() + "/organize/checkin";
    }

    private Visitor visitor(Browser.NewContextOptions how) {
        return new Visitor(baseUrl, jdbc, how.setJavaScriptEnabled(false));
    }

    private Held somebody(String name, Duration startsIn) {
        return around.somebody(conference, name, startsIn, HOUR);
    }

    @Test
    void checksPeopleInByListAndSearch() {
        var ida = somebody("Ida Moreau", Duration.ofMinutes(-20));
        var kwame = somebody("Kwame Mensah", HOUR);
        var lucia = somebody("Lucía Ferrer", Duration.ofHours(5));
        try (var desk = visitor(Visitor.phone())) {
            desk.signIn(organizer());
            desk.open(checkIn);
            desk.startCounting();
            desk.press("Arrived Ida Moreau");
            assertThat(desk.taps()).isOne();
            assertThat(desk.text()).contains("Ida Moreau is here since", "Came 20 min late.");
            assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
            desk.press("Undo Ida Moreau");
            assertThat(desk.text()).contains("Undone: Ida Moreau is expected.");

            desk.startCounting();
            desk.follow("No-show Kwame Mensah");
            desk.type("A kind word on it", "Ill, told us at 8");
            desk.press("No-show");
            assertThat(desk.taps()).isEqualTo(2);
            assertThat(desk.text()).contains("Did not come", "Ill, told us at 8");
            assertThat(around.stateOf(kwame)).isEqualTo("CONFIRMED NO_SHOW");

            desk.type("Name, three letters or more", "luc");
            desk.press("Find");
            assertThat(desk.text()).contains("People called “luc”").doesNotContain("Ida Moreau");
            desk.press("Arrived Lucía Ferrer");
            assertThat(desk.text()).contains("People called “luc”", "Lucía Ferrer is here since");
            desk.press("Left Lucía Ferrer");
            assertThat(around.stateOf(lucia)).isEqualTo("CONFIRMED DONE");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void checksSomebodyInByTheCodeOnTheirPhone() throws Exception {
        var ida = somebody("Ida Moreau", HOUR);
        String read;
        try (var phone = visitor(Visitor.phone())) {
            phone.signIn(emailOf(ida));
            phone.open("/" + conference.slug() + "/me");
            phone.follow("My code for the desk");
            assertThat(phone.text()).contains("Show this at the desk");
            phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            read = readByACamera(phone.page().locator(".qr svg").screenshot());
            assertThat(phone.complaints()).isEmpty();
        }
        assertThat(read).startsWith(baseUrl.of(checkIn + "/code/"));
        try (var desk = visitor(Visitor.phone())) {
            desk.open(read);
            assertThat(desk.page().url()).contains("/sign-in?next=");
            desk.type("E-mail", organizer());
            desk.press("Mail me a link");
            desk.type("code", desk.codeMailedTo(organizer()));
            desk.press("Sign in");
            assertThat(desk.page().url()).isEqualTo(read);
            desk.press("Arrived Ida Moreau");
            assertThat(desk.page().url()).startsWith(read);
            assertThat(desk.text()).contains("Ida Moreau is here since");
        }
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
    }

    private static String readByACamera(byte[] screenshot) throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(screenshot));
        var dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots))))
                .getText();
    }

    @Test
    void letsVolunteersTapThemselvesInBesideAWallThatShowsIt() {
        var ida = somebody("Ida Moreau", HOUR);
        var place = jdbc.sql("select name from place join shift using (place_id) where shift_id = ?")
                .param(ida.shift().id().shiftId())
                .query(String.class)
                .single();
        String tablet;
        String wall;
        try (var organizer = visitor(Visitor.desktop())) {
            organizer.signIn(organizer());
            tablet = linked(organizer, "Desk device", "All places");
            wall = linked(organizer, "Wall display", place);
            assertThat(organizer.complaints()).isEmpty();
        }
        try (var anybody = visitor(Visitor.phone())) {
            anybody.open(tablet);
            anybody.type("Three letters of your name", "mor");
            anybody.press("Find me");
            accessible(anybody);
            anybody.press("I am here Ida M.");
            assertThat(anybody.text()).contains("Thank you, Ida M.").doesNotContain("Moreau");
            accessible(anybody);
            assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
            anybody.open(wall);
            assertThat(anybody.text()).contains("Ida M.");
            accessible(anybody);
            assertThat(anybody.complaints()).isEmpty();
        }
        assertIsReadableFromFiveMetres(wall);
    }

    private String linked(Visitor organizer, String kind, String place) {
        organizer.open(checkIn + "/displays");
        organizer.page().getByLabel(kind).check();
        organizer.type("Which screen", kind);
        organizer.page().getByLabel("Place").selectOption(place);
        organizer.press("Make the link");
        return organizer.page().locator("strong.words").innerText();
    }

    /** A screen of 42 inches has 93 cm in 1920 dots: 50 of them are 24 mm. */
    private void assertIsReadableFromFiveMetres(String wall) {
        try (var tv = new Visitor(baseUrl, jdbc, new Browser.NewContextOptions().setViewportSize(1920, 1080))) {
            tv.open(wall);
            assertThat((Integer) tv.page()
                            .evaluate("parseInt(getComputedStyle(document.querySelector('.wall b')).fontSize)"))
                    .isGreaterThanOrEqualTo(50);
            assertThat(tv.page().evaluate("document.documentElement.scrollHeight"))
                    .isEqualTo(1080);
            tv.page().setViewportSize(390, 844);
            assertThat(tv.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
        }
    }

    /** Axe needs scripts, which this visitor's browser has not; another one looks at the same page. */
    private void accessible(Visitor visitor) {
        try (var eyes = new Visitor(baseUrl, jdbc, Visitor.phone())) {
            eyes.open(visitor.page().url());
            assertThat(new AxeBuilder(eyes.page())
                            .setLegacyMode(true)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
        }
    }

    private String organizer() {
        return jdbc.sql("""
                        select email from account join team_member using (account_id) where conference_id = ? limit 1
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .optional()
                .orElseGet(() -> {
                    given.organizer(conference);
                    return organizer();
                });
    }

    private String emailOf(Held held) {
        return jdbc.sql("select email from account join volunteer using (account_id) where volunteer_id = ?")
                .param(held.volunteer().volunteerId())
                .query(String.class)
                .single();
    }
}
