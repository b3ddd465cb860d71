package org.manyhands.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The organizer's pages of places; what holds for every form of this shape is tried here. */
@IntegrationTest
class PlacesControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Places places;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @Test
    void listsPlacesWithWhatMatters() {
        assertThat(organizer.get("/places")).hasStatusOk().bodyText().contains("No places yet", "New place");
        given.shift(conference, "08:00", "10:00", Need.of(1));
        assertThat(organizer.get("/places"))
                .bodyText()
                .contains("One place does not say how to find it", "1 shift", "Say how to find it");
    }

    @Test
    void createsAPlaceNamedInAddressesByItsName() {
        assertThat(organizer.get("/places/new")).hasStatusOk().bodyText().contains("At most 80 characters");
        assertThat(organizer.post("/places/new", "name", "  Großer Saal, Café №1 ", "directions", "Up\r\nthe stairs"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/" + conference.slug() + "/organize/places");
        var place = stored("grosser-saal-cafe-no1");
        assertThat(place.name()).isEqualTo("Großer Saal, Café №1");
        assertThat(place.directions()).isEqualTo("Up\nthe stairs");
        assertThat(Organizer.audited(jdbc, place.id().placeId()))
                .singleElement()
                .asString()
                .startsWith("place.added")
                .contains("grosser-saal-cafe-no1");
    }

    @Test
    void editsAPlace() {
        var place = given.place(conference, "Desk");
        assertThat(organizer.get(at(place))).hasStatusOk().bodyText().contains("value=\"Desk\"", "Delete Desk");
        assertThat(organizer.post(at(place), "name", "Front desk", "slug", "front", "version", "0"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(stored("front").name()).isEqualTo("Front desk");
        assertThat(Organizer.audited(jdbc, place.id().placeId()))
                .singleElement()
                .asString()
                .contains("place.changed", "\"before\"", "\"Desk\"", "\"after\"", "\"Front desk\"");
    }

    @ParameterizedTest
    @CsvSource({
        "name,'',Enter a name",
        "slug,Not a slug,Use small letters a to z",
        "slug,double--hyphen,Use small letters a to z",
        "name,大ホール,No letter from a to z is in the name",
    })
    void keepsWhatWasTypedBesideWhatIsWrongWithIt(String field, String typed, String told) {
        var other = field.equals("name") ? "slug" : "name";
        assertThat(organizer.post(
                        "/places/new",
                        field,
                        typed,
                        other,
                        "name".equals(other) ? "Hall" : "",
                        "directions",
                        "Upstairs"))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", told, "aria-invalid=\"true\"", "Upstairs", typed);
        assertThat(places.findByConferenceIdOrderByName(conference.id())).isEmpty();
    }

    @Test
    void holdsTheTablesLimitsAndTellsThem() {
        assertThat(organizer.post(
                        "/places/new", "name", "x".repeat(81), "directions", "y".repeat(301), "slug", "z".repeat(61)))
                .hasStatusOk()
                .bodyText()
                .contains("at most 80 characters", "at most 300 characters", "at most 60 characters", "x".repeat(81));
        assertThat(organizer.post("/places/new", "name", "x".repeat(80), "directions", "y".repeat(300)))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(stored("x".repeat(60)).name()).hasSize(80);
    }

    @Test
    void dropsWhatTextCannotHold() {
        assertThat(organizer.post("/places/new", "name", "De\u0000sk\u0007", "slug", "desk"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(stored("desk").name()).isEqualTo("Desk");
    }

    @Test
    void tellsATakenNameBesideItsField() {
        given.place(conference, "Desk");
        assertThat(organizer.post("/places/new", "name", "Desk"))
                .hasStatusOk()
                .bodyText()
                .contains("Another place is called that, or nearly so", "id=\"name-error\"", "value=\"Desk\"")
                .doesNotContain("id=\"slug-error\"");
        var hall = given.place(conference, "Hall");
        assertThat(organizer.post(at(hall), "name", "Hall", "slug", "desk", "version", "0"))
                .hasStatusOk()
                .bodyText()
                .contains("Another place has this name in its address", "id=\"slug-error\"");
    }

    @Test
    void givesANameOnceWhereTwoTypeItAtTheSameTime() throws Exception {
        var start = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = IntStream.range(0, 2)
                    .mapToObj(i -> both.submit(() -> {
                        start.await();
                        return organizer
                                .post("/places/new", "name", "Desk")
                                .getResponse()
                                .getStatus();
                    }))
                    .toList();
            start.countDown();
            assertThat(answers.get(0).get() + answers.get(1).get()).isEqualTo(303 + 200);
        }
        assertThat(places.findByConferenceIdOrderByName(conference.id())).hasSize(1);
    }

    @Test
    void refusesAStaleEditAndShowsBoth() {
        var place = given.place(conference, "Desk");
        organizer.post(at(place), "name", "Front desk", "slug", "desk", "version", "0");
        assertThat(organizer.post(at(place), "name", "Back desk", "slug", "desk", "version", "0"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody else changed this meanwhile", "Front desk", "value=\"Back desk\"")
                .contains("name=\"version\" value=\"1\"");
        assertThat(stored("desk").name()).isEqualTo("Front desk");
        assertThat(organizer.post(at(place), "name", "Back desk", "slug", "desk", "version", "1"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(stored("desk").name()).isEqualTo("Back desk");
    }

    @Test
    void bindsNothingButTheForm() {
        var place = given.place(conference, "Desk");
        var other = given.conference();
        organizer.post(
                at(place),
                "name",
                "Desk",
                "slug",
                "desk",
                "version",
                "0",
                "conferenceId",
                other.id().conferenceId().toString(),
                "conferenceId.conferenceId",
                other.id().conferenceId().toString(),
                "id",
                "x",
                "published",
                "true");
        assertThat(stored("desk").conferenceId()).isEqualTo(conference.id());
    }

    @Test
    void knowsNoPlaceOfAnotherConference() {
        var elsewhere = given.place(given.conference(), "Desk");
        assertThat(organizer.get(at(elsewhere))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere), "name", "Mine", "version", "0"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere), "name", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere) + "/delete")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.get("/places/no-id")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(places.findById(elsewhere.id()))
                .get()
                .extracting(Place::name)
                .isEqualTo("Desk");
    }

    @Test
    void deletesAPlaceOnWhichNothingHangs() {
        var place = given.place(conference, "Desk");
        assertThat(organizer.post(at(place) + "/delete")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(places.findById(place.id())).isEmpty();
        assertThat(Organizer.audited(jdbc, place.id().placeId()))
                .singleElement()
                .asString()
                .contains("place.deleted", "Desk");
    }

    @Test
    void keepsAPlaceWithShifts() {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(1));
        var page = "/places/" + shift.placeId().placeId();
        assertThat(organizer.get(page)).bodyText().contains("cannot be deleted: one shift is held there");
        assertThat(organizer.post(page + "/delete"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/" + conference.slug() + "/organize" + page);
        assertThat(places.findById(shift.placeId())).isPresent();
    }

    private static String at(Place place) {
        return "/places/" + place.id().placeId();
    }

    private Place stored(String slug) {
        return places.findByConferenceIdAndSlug(conference.id(), slug).orElseThrow();
    }
}
