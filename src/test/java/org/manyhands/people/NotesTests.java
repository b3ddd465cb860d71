package org.manyhands.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who reads what organizers note for next year, and who never does. */
@IntegrationTest
class NotesTests {

    private static final String WORDS = "Calm with upset visitors";

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Notes notes;

    private Conference thisYear;
    private AccountId owner;
    private Organizer organizer;
    private AccountId idasAccount;
    private VolunteerId ida;

    @BeforeEach
    void note() {
        thisYear = given.conference();
        owner = given.organizer(thisYear);
        organizer = new Organizer(mvc, owner, thisYear);
        idasAccount = given.account("ida-" + Given.number() + "@volunteers.example");
        ida = given.volunteer(thisYear, idasAccount, Profile.named("Ida Moreau"));
        assertThat(organizer.follow(organizer.post(at(ida) + "/notes", "words", WORDS)))
                .bodyText()
                .contains("The note is kept.", WORDS);
    }

    private static String at(VolunteerId volunteer) {
        return "/volunteers/" + volunteer.volunteerId();
    }

    private void join(Conference conference, AccountId account, String right) {
        jdbc.sql("""
                        insert into team_member (conference_id, account_id, held_right, since)
                        values (?, ?, ?, current_timestamp)
                        """)
                .params(conference.id().conferenceId(), account.accountId(), right)
                .update();
    }

    @Test
    void areReadNextYearByWhoOrganizesBoth() {
        var nextYear = given.conference();
        var again = given.volunteer(nextYear, idasAccount, Profile.named("Ida Moreau"));
        join(nextYear, owner, "ORGANIZER");
        assertThat(new Organizer(mvc, owner, nextYear).get(at(again)))
                .bodyText()
                .contains(WORDS, thisYear.name())
                .doesNotContain("Delete<"); // Deleted where it was written
    }

    @Test
    void areNotToldToAnotherTeam() {
        var elsewhere = given.conference();
        var again = given.volunteer(elsewhere, idasAccount, Profile.named("Ida Moreau"));
        assertThat(new Organizer(mvc, given.organizer(elsewhere), elsewhere).get(at(again)))
                .hasStatusOk()
                .bodyText()
                .contains("Notes for next year")
                .doesNotContain(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLE_LEAD", "DESK"})
    void areReadByNeitherRoleLeadsNorTheDesk(String right) {
        var somebody = given.account("somebody-" + Given.number() + "@team.example");
        join(thisYear, somebody, right);
        assertThat(notes.mayKeep(thisYear.id(), ida, somebody)).isFalse();
        assertThat(notes.of(thisYear.id(), ida, somebody)).isEmpty();
        assertThat(notes.of(thisYear.id(), ida, owner)).hasSize(1);
    }

    @Test
    void areNotReadByThePersonThemselvesThoughTheyOrganize() {
        join(thisYear, idasAccount, "ORGANIZER");
        var herself = new Organizer(mvc, idasAccount, thisYear);
        assertThat(herself.get(at(ida))).hasStatusOk().bodyText().doesNotContain(WORDS, "Notes for next year");
        assertThat(herself.post(at(ida) + "/notes", "words", "I am great")).hasStatus(404);
    }

    @Test
    void areWrittenDownWithoutTheirWords() {
        var id = jdbc.sql("select volunteer_note_id from volunteer_note where volunteer_id = ?")
                .param(ida.volunteerId())
                .query(UUID.class)
                .single();
        assertThat(organizer.follow(organizer.post(at(ida) + "/notes/" + id + "/delete")))
                .bodyText()
                .contains("The note is gone.")
                .doesNotContain(WORDS);
        assertThat(Organizer.audited(jdbc, ida.volunteerId()))
                .anyMatch(line -> line.startsWith("note.added"))
                .anyMatch(line -> line.startsWith("note.deleted"))
                .noneMatch(line -> line.contains("Calm"));
    }

    @Test
    void areDeletedOnlyWhereTheyBelong() {
        var id = jdbc.sql("select volunteer_note_id from volunteer_note where volunteer_id = ?")
                .param(ida.volunteerId())
                .query(UUID.class)
                .single();
        var jun = given.volunteer(thisYear, "Jun Ito");
        assertThat(organizer.post(at(jun) + "/notes/" + id + "/delete")).hasStatus(404);
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        assertThat(stranger.post(at(ida) + "/notes/" + id + "/delete")).hasStatus(404);
        assertThat(notes.of(thisYear.id(), ida, owner)).hasSize(1);
    }

    @Test
    void needWords() {
        assertThat(organizer.post(at(ida) + "/notes", "words", " "))
                .hasStatusOk()
                .bodyText()
                .contains("Write what you want to remember");
        assertThat(organizer.post(at(ida) + "/notes", "words", "x".repeat(1001)))
                .hasStatusOk()
                .bodyText()
                .contains("at most 1000");
    }
}
