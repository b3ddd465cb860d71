package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.Given;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.role.Setting;
import org.manyhands.role.Trait;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.Timeslot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes out of the printer, read from the PDF that the browser makes of it. */
@BrowserTest
class PrintTests {

    private static final int PLACES = 4;
    private static final int SLOTS = 10;

    @Autowired
    private Given given;

    @Autowired
    private Roles roles;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BaseUrl baseUrl;

    private Conference conference;
    private Visitor organizer;
    private final List<Shift> shifts = new ArrayList<>();

    /** Forty shifts at four places, three people on each; the note of each says where its row begins and ends. */
    @BeforeEach
    void fillADay() {
        conference = given.conference();
        var emcee = given.role(conference, "Session emcee");
        emcee.describe("session-emcee", "Session emcee", "Leads", Setting.PEOPLE, List.of(Trait.ON_STAGE));
        roles.saveAndFlush(emcee);
        var slots = IntStream.range(0, SLOTS)
                .mapToObj(i -> given.timeslot(conference, "%02d:00".formatted(8 + i), "%02d:45".formatted(8 + i)))
                .toList();
        for (var i = 0; i < PLACES; i++) {
            fill(given.place(conference, "Room " + (char) ('A' + i)), emcee, slots);
        }
        organizer = new Visitor(baseUrl, jdbc, Visitor.desktop().setJavaScriptEnabled(false));
        given.organizer(conference);
        organizer.signIn(
                jdbc.sql("select email from account join team_member using (account_id) where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .single());
    }

    private void fill(Place place, Role role, List<Timeslot> slots) {
        var here = slots.stream()
                .map(slot -> {
                    var shift = given.shift(conference, slot, role, place, Need.of(3));
                    var number = shifts.size() + 10;
                    shift.note("Begin" + number + ", and be there in time to find the microphone, the water and the End"
                            + number);
                    shifts.add(given.save(shift));
                    return shift;
                })
                .toArray(Shift[]::new);
        for (var i = 0; i < 3; i++) {
            given.signUp(given.volunteer(conference, "Helper " + place.name().charAt(5) + i), here);
        }
    }

    @AfterEach
    void goHome() {
        organizer.close();
    }

    /** @param width and height in points */
    private record Sheet(float width, float height, String text) {}

    private List<Sheet> print(String page) {
        organizer.open("/" + conference.slug() + "/organize/print" + page);
        var pdf = organizer.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (var document = Loader.loadPDF(pdf)) {
            var sheets = new ArrayList<Sheet>();
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                var box = document.getPage(number - 1).getMediaBox();
                var words = new PDFTextStripper();
                words.setStartPage(number);
                words.setEndPage(number);
                sheets.add(new Sheet(box.getWidth(), box.getHeight(), words.getText(document)));
            }
            return sheets;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"a4, 595, 842", "letter, 612, 792"})
    void putsFortyShiftsOnFourPages(String paper, int width, int height) {
        var sheets = print("/roster?paper=" + paper);
        assertThat(sheets).hasSizeBetween(2, 4).allSatisfy(sheet -> {
            assertThat(sheet.width()).isBetween(width - 1f, width + 1f);
            assertThat(sheet.height()).isBetween(height - 1f, height + 1f);
            assertThat(sheet.text())
                    .contains(conference.name(), "printed on", "When What Who", " / " + sheets.size())
                    .doesNotContain("All that can be printed", "Roster to pin up");
        });
        assertNoRowIsCut(sheets);
    }

    /** With rows so high that nearly every page would end within one. */
    @ParameterizedTest
    @CsvSource({"a4", "letter"})
    void cutsNoRowInTwo(String paper) {
        jdbc.sql(
                        "update shift set note = replace(note, ', and be', repeat(', bring water', 14) || ', and be') where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        var sheets = print("/roster?paper=" + paper);
        assertThat(sheets).hasSizeGreaterThan(4);
        assertNoRowIsCut(sheets);
    }

    private void assertNoRowIsCut(List<Sheet> sheets) {
        for (var number = 10; number < 10 + PLACES * SLOTS; number++) {
            assertWhole(sheets, "Begin" + number, "End" + number);
        }
    }

    private static void assertWhole(List<Sheet> sheets, String begin, String end) {
        assertThat(sheets)
                .filteredOn(
                        sheet -> sheet.text().contains(begin) || sheet.text().contains(end))
                .as(begin)
                .singleElement()
                .extracting(Sheet::text)
                .asString()
                .contains(begin, end);
    }

    @ParameterizedTest
    @CsvSource({"a4", "letter"})
    void listsEverybodyForTheDesk(String paper) {
        var sheets = print("/desk?paper=" + paper);
        assertThat(sheets)
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(sheet -> assertThat(sheet.text())
                        .contains("Desk sheet", conference.name(), "printed on", "Name Tick on arrival"));
        assertThat(words(sheets).split("Session emcee, Room")).hasSize(3 * PLACES * SLOTS + 1);
    }

    @ParameterizedTest
    @CsvSource({"a4", "letter"})
    void givesEachBlockASheetOfItsOwn(String paper) {
        var sheets = print("/blocks?paper=" + paper);
        assertThat(sheets)
                .hasSize(PLACES * SLOTS)
                .allSatisfy(
                        sheet -> assertThat(sheet.text()).contains("Session emcee, ", "Helper ", conference.name()));
    }

    @ParameterizedTest
    @CsvSource({"a4, 842, 595", "letter, 792, 612"})
    void printsATimeCardAPage(String paper, int width, int height) {
        var sheets = print("/cards?paper=" + paper);
        assertThat(sheets).hasSize(4).allSatisfy(sheet -> {
            assertThat(sheet.width()).isBetween(width - 1f, width + 1f);
            assertThat(sheet.height()).isBetween(height - 1f, height + 1f);
        });
        assertThat(sheets.stream()
                        .map(sheet -> sheet.text().replaceAll("\\s+", " ").strip()))
                .containsExactly("15 minutes left", "10 minutes left", "5 minutes left", "STOP");
    }

    @ParameterizedTest
    @CsvSource({"a4, 24", "letter, 30"})
    void fillsASheetOfLabelsBeforeTheNext(String paper, int labels) {
        var more = given.place(conference, "Room Z");
        var all = given.shift(
                conference,
                given.timeslot(conference, 1, "08:00", "10:00"),
                given.role(conference, "Bag stuffing"),
                more,
                Need.between(1, 20, 100));
        given.volunteers(conference, 25).forEach(volunteer -> given.signUp(volunteer, all));
        var sheets = print("/badges?paper=" + paper);
        assertThat(sheets.stream().map(sheet -> sheet.text().split(conference.name(), -1).length - 1))
                .containsExactly(labels, 25 + 3 * PLACES - labels);
    }

    private static String words(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::text).collect(Collectors.joining());
    }
}
