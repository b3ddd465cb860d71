package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.signup.SignupService;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Organizers word the mails of their conference, and nothing that anybody types is more than words. */
@IntegrationTest
class OwnTextsTests {

    private static final String YOU_ARE_IN = "/mail/texts/you-are-in";

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private TextPreview preview;

    @Autowired
    private OurTexts ours;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private Shift shift;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        shift = given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                given.role(conference, "Registration desk"),
                given.place(conference, "Lobby"),
                Need.of(5));
    }

    private Mails.Mail signedUp(String name) {
        var email = "own-" + Given.number() + "@volunteers.example";
        var volunteer = given.volunteer(conference, given.account(email), Profile.named(name));
        signups.signUp(volunteer, List.of(shift.id()), UUID.randomUUID());
        return new Mails(jdbc, email).only();
    }

    private void save(String subject, String body) {
        assertThat(organizer.post(YOU_ARE_IN, "subject", subject, "body", body)).hasStatus(303);
    }

    @Test
    void goOutInPlaceOfOurs() {
        save("{volunteer}, welcome to the {role}", """
                Hi {volunteer}!

                See you on {day} at {place}.
                Parking: behind the house
                Note: {note}

                {shift}

                {my-shifts}

                More: {this-shift}

                {how-to-leave}

                {whom-to-ask}
                """);
        var mail = signedUp("Ida Moreau");
        assertThat(mail.subject()).isEqualTo("Ida Moreau, welcome to the Registration desk");
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("Hi Ida Moreau!", "at Lobby.", "behind the house", "Whom to ask", "press Withdraw")
                        .contains("/" + conference.slug() + "/me", "Many Hands, the volunteer sign-up")
                        .as("a line with nothing to say")
                        .doesNotContain("Note:", "{note}"));
        assertThat(mail.textBody())
                .startsWith("Hi Ida Moreau!\n\nSee you on ")
                .contains("Where: Lobby", "My shifts: http")
                .containsSubsequence("press Withdraw", "Whom to ask", "\n-- \n")
                .doesNotContain("\n\n\n\n");
        assertThat(mail.htmlBody())
                .contains("<p>Hi Ida Moreau!</p>", "<br>Parking: behind the house", "class=\"button\"")
                .contains(">About the shift</a>");
    }

    @Test
    void takeNobodysWordsForMoreThanWords() {
        save("For {volunteer} {", "Hello {volunteer},\n\n<b>{role}</b> ${7*7} [[${7*7}]] [(${7*7})] at evil.example");
        for (var name : List.of("{role} {role}", "${7*7} [[${7*7}]]", "<b>Robin</b>", "$1 \\1")) {
            var mail = signedUp(name);
            assertThat(mail.subject()).isEqualTo("For " + name + " {");
            assertThat(mail.textBody())
                    .startsWith("Hello " + name + ",\n\n<b>Registration desk</b> ${7*7} [[${7*7}]] [(${7*7})]");
            assertThat(mail.htmlBody())
                    .contains("&lt;b&gt;Registration desk&lt;/b&gt; ${7*7} [[${7*7}]]")
                    .doesNotContain("<b>", "evil.example");
        }
    }

    @Test
    void areNotSavedWithWhatCannotBeFilledIn() {
        assertThat(organizer.post(YOU_ARE_IN, "subject", "For {voluntear}", "body", "At {plaec}, {talk}"))
                .hasStatusOk()
                .bodyText()
                .contains("{voluntear} is not known here", "At {plaec}, {talk}");
        assertThat(organizer.post(YOU_ARE_IN, "subject", "For you", "body", "At {plaec}, {talk}"))
                .bodyText()
                .contains("These are not known here: {plaec}, {talk}");
        assertThat(organizer.post(YOU_ARE_IN, "subject", "{my-shifts}", "body", "Hello"))
                .bodyText()
                .contains("{my-shifts} is more than a word");
        assertThat(organizer.post(YOU_ARE_IN, "subject", "Hello", "body", "See {shift}"))
                .bodyText()
                .contains("Give {shift} a line of its own");
        assertThat(organizer.post(YOU_ARE_IN, "subject", "Two\nlines", "body", " "))
                .bodyText()
                .contains("A subject is one line", "Enter what the mail says");
        assertThat(jdbc.sql("select count(*) from mail_text where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void areSeenWithTheDataOfAVolunteerBeforeTheyAreSaved() {
        assertThat(organizer.get(YOU_ARE_IN)).bodyText().contains("These are our words", "Ida Moreau");
        signedUp("Zoe Lindqvist");
        assertThat(organizer.post(
                        YOU_ARE_IN, "subject", "Dear {volunteer}", "body", "See you at {place}", "then", "show"))
                .hasStatusOk()
                .bodyText()
                .contains("Dear Zoe Lindqvist", "See you at Lobby", "Zoe Lindqvist would get it");
        assertThat(signedUp("Ana Silva").subject()).startsWith("You're in: Registration desk");
    }

    @Test
    void areMailedToTheOrganizerWhoTriesThem() {
        assertThat(organizer.post(YOU_ARE_IN, "subject", "Dear {volunteer}", "body", "Hello", "then", "mail"))
                .hasStatusOk()
                .bodyText()
                .contains("It is on its way to");
        assertThat(jdbc.sql(
                                "select subject from mail where conference_id = ? and recipient not like '%volunteers.example'")
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .list())
                .containsExactly("Dear Ida Moreau");
    }

    @Test
    void areTakenBackAndWrittenDown() {
        save("Dear {volunteer}", "First");
        organizer.post(YOU_ARE_IN, "subject", "Dear {volunteer}", "body", "Second", "version", "0");
        assertThat(organizer.get("/mail/texts")).bodyText().containsSubsequence("You’re in", "In your words");
        assertThat(organizer.post(YOU_ARE_IN + "/delete")).hasStatus(303);
        assertThat(signedUp("Ana Silva").subject()).startsWith("You're in: Registration desk");
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()).stream()
                        .filter(line -> line.startsWith("mail-text"))
                        .map(line -> line.split(" ")[0]))
                .containsExactly("mail-text.added", "mail-text.changed", "mail-text.deleted");
        assertThat(organizer.get("/audit")).bodyText().contains("Went back to our words for a mail", "Second");
    }

    @Test
    void areNotOverwrittenUnseen() {
        save("Dear {volunteer}", "By somebody else");
        assertThat(organizer.post(YOU_ARE_IN, "subject", "Mine", "body", "My words"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this meanwhile", "By somebody else", "My words");
        organizer.post(YOU_ARE_IN + "/delete");
        assertThat(organizer.post(YOU_ARE_IN, "subject", "Mine", "body", "My words", "version", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("My words");
    }

    @Test
    void belongToTheirConferenceAndToMailsThatCanBeWorded() {
        assertThat(organizer.get("/mail/texts/announcement")).hasStatus(404);
        assertThat(organizer.get("/mail/texts/nonsense")).hasStatus(404);
        save("Dear {volunteer}", "Ours alone");
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        assertThat(stranger.get(YOU_ARE_IN)).bodyText().doesNotContain("Ours alone");
    }

    static List<MailKind> kinds() {
        return Editable.kinds();
    }

    /** With everything that there may be to say, and with a page that takes few statements. */
    @ParameterizedTest
    @MethodSource("kinds")
    void beginWithOurWordsWhichLeaveNothingOver(MailKind kind) {
        var wording = preview.of(ConferencePage.of(conference), ours.of(kind), UUID.randomUUID());
        assertThat(wording.subject()).isNotBlank().doesNotContain("{", "}");
        assertThat(wording.text())
                .contains(
                        Editable.placeholders(kind).contains(Placeholder.VOLUNTEER) ? "Ida Moreau" : conference.name())
                .contains("Many Hands, the volunteer sign-up")
                .doesNotContain("{", "}", "null", "\n\n\n\n");
        assertThat(wording.html()).doesNotContain("{volunteer}", "{conference}", ">null<");
        assertThat(SqlCount.of(() -> organizer.get("/mail/texts/" + kind.value())))
                .hasSizeLessThanOrEqualTo(10);
    }
}
