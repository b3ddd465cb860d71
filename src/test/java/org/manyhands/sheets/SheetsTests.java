package org.manyhands.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.role.Setting;
import org.manyhands.role.Trait;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.Timeslot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What stands on the sheets. */
@IntegrationTest
class SheetsTests {

    private static final SheetAsked ALL = new SheetAsked(null, null, null, null);

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Roles roles;

    @Autowired
    private Sheets sheets;

    @Autowired
    private Helpers helpers;

    private final Map<String, Timeslot> slots = new HashMap<>();
    private Conference conference;
    private Organizer organizer;
    private Role desk;
    private Place foyer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        desk = given.role(conference, "Registration desk");
        foyer = given.place(conference, "Foyer");
    }

    private Shift shift(String from, String to, Role role, Place place, String... names) {
        var slot = slots.computeIfAbsent(from, any -> given.timeslot(conference, from, to));
        var shift = given.shift(conference, slot, role, place, Need.between(1, 5, 10));
        for (var name : names) {
            given.signUp(given.volunteer(conference, name), shift);
        }
        return shift;
    }

    @Test
    void tellWhoIsWhereByPlaceAndTime() {
        var hall = given.place(conference, "Hall");
        shift("10:00", "12:00", desk, foyer, "Robin Achterberg", "Ida Moreau");
        shift("08:00", "10:00", desk, foyer, "Kwame Mensah");
        shift("08:00", "10:00", given.role(conference, "Emcee"), hall, "Lucía Ferrer");
        assertThat(organizer.get("/print/roster?day=" + conference.firstDay()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "Foyer, ",
                        conference.name(),
                        "printed on",
                        "8:00 – 10:00",
                        "Kwame Mensah",
                        "10:00 – 12:00",
                        "Ida Moreau",
                        "Robin Achterberg",
                        "Hall, ",
                        "Lucía Ferrer")
                .doesNotContain("@volunteers.example", "<script");
        assertThat(organizer.get("/print/roster?place=hall"))
                .bodyText()
                .contains("Lucía Ferrer")
                .doesNotContain("Ida Moreau");
        assertThat(organizer.get("/print/roster?day=" + conference.lastDay()))
                .bodyText()
                .contains("No shift is published there.");
    }

    @Test
    void listPeopleByNameForTheDesk() {
        shift("08:00", "10:00", desk, foyer, "Zoe Last", "amir First");
        assertThat(organizer.get("/print/desk"))
                .bodyText()
                .containsSubsequence("Desk sheet", "amir First", "Registration desk, Foyer", "Zoe Last");
    }

    @Test
    void leaveOutDrafts() {
        var draft = shift("08:00", "10:00", desk, foyer);
        draft.keepAsDraft();
        given.save(draft);
        assertThat(organizer.get("/print")).bodyText().contains("No shift is published yet");
        assertThat(organizer.get("/print/roster")).bodyText().contains("No shift is published there.");
    }

    @Test
    void haveOneForEachBlockOnStage() {
        var emcee = given.role(conference, "Emcee");
        emcee.describe("emcee", "Emcee", "Leads", Setting.PEOPLE, Set.of(Trait.ON_STAGE));
        roles.saveAndFlush(emcee);
        shift("09:00", "12:00", emcee, foyer, "Ida Moreau");
        shift("08:00", "10:00", desk, foyer, "Kwame Mensah");
        assertThat(organizer.get("/print/blocks"))
                .bodyText()
                .contains("Emcee, 9:00 – 12:00", "Ida Moreau", "No talk is on there then.")
                .doesNotContain("Kwame Mensah");
        assertThat(organizer.get("/print/blocks?role=registration-desk"))
                .bodyText()
                .contains("Kwame Mensah")
                .doesNotContain("Ida Moreau");
    }

    @Test
    void haveALabelForEachWithAllTheyDo() {
        shift("08:00", "10:00", desk, foyer, "Ida Moreau");
        shift("08:00", "10:00", given.role(conference, "Emcee"), foyer);
        given.volunteer(conference, "Without Shift");
        assertThat(organizer.get("/print/badges?paper=a4"))
                .bodyText()
                .contains("<body class=\"a4\">", "Ida Moreau", "Registration desk", conference.name())
                .doesNotContain("Without Shift");
    }

    @Test
    void areForThePaperThatIsUsualThere() {
        assertThat(organizer.get("/print/cards")).bodyText().contains("<body class=\"letter\">", "STOP");
        assertThat(organizer.get("/print/cards?paper=a4")).bodyText().contains("<body class=\"a4\">");
        assertThat(Paper.of(null, ZoneId.of("Europe/Vienna"))).isEqualTo(Paper.A4);
    }

    @Test
    void showTheRolesInSightOnly() {
        var mine = given.role(conference, "Mine");
        shift("08:00", "10:00", mine, foyer, "Ida Moreau");
        shift("10:00", "12:00", desk, foyer, "Kwame Mensah");
        var page = ConferencePage.of(conference);
        var sight = new RolesInSight(Set.of(mine.id().roleId()));
        assertThat(sheets.roster(page, sight, ALL).values())
                .singleElement()
                .asString()
                .contains("Ida")
                .doesNotContain("Kwame");
        assertThat(helpers.byName(page, sight, ALL))
                .extracting(Helpers.Helper::name)
                .containsExactly("Ida Moreau");
        assertThat(helpers.badges(page, sight)).extracting(Helpers.Badge::name).containsExactly("Ida Moreau");
        assertThat(sheets.onStage(page, sight, new SheetAsked(null, null, "registration-desk", null)))
                .isEmpty();
        assertThat(sheets.choices(page, new RolesInSight(Set.of()))).isEmpty();
    }

    @Test
    void showNothingOfAnotherConference() {
        shift("08:00", "10:00", desk, foyer, "Ida Moreau");
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        for (var page : new String[] {"", "/roster", "/desk", "/blocks?role=registration-desk", "/badges"}) {
            assertThat(stranger.get("/print" + page)).hasStatusOk().bodyText().doesNotContain("Ida Moreau", "Foyer");
        }
    }

    @Test
    void tellWhenToHoldUpWhichCard() {
        var during = given.range(conference, "09:00", "09:12");
        assertThat(Block.signals(during))
                .extracting(signal -> signal.card() + " "
                        + ConferencePage.of(conference).times().time(signal.at()))
                .containsExactly("10 9:02", "5 9:07", "STOP 9:12");
    }
}
