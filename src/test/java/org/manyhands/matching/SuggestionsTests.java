package org.manyhands.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class SuggestionsTests {

    private static final int STATEMENTS = 8;
    private static final Pattern SHIFT = Pattern.compile("name=\"shift\" value=\"([^\"]+)\"");

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private MockMvcTester mvc;

    private Conference conference;
    private AccountId account;
    private VolunteerId vera;

    @BeforeEach
    void register() {
        conference = given.conference();
        account = given.account("vera-" + UUID.randomUUID() + "@example.org");
        vera = given.volunteer(conference, account, Profile.named("Vera"));
    }

    @Test
    void nameTheReason() {
        talks.star(vera, talks.talk(conference, "Django and HTMX", "10:20", "11:00", given.place(conference, "Hall")));
        var desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        assertThat(suggested())
                .bodyText()
                .contains(id(desk), "ends 20 min before “Django and HTMX”; needs 1 more to open.");
    }

    @Test
    void leaveOutWhatClashesIsFullOrTaken() {
        talks.star(vera, talks.talk(conference, "Keynote", "09:00", "10:00", given.place(conference, "Hall")));
        var clashing = given.shift(conference, "08:00", "10:00", Need.of(1));
        var full = given.shift(conference, "11:00", "12:00", Need.of(1));
        given.signUp(given.volunteer(conference), full);
        var mine = given.shift(conference, "13:00", "14:00", Need.of(2));
        given.signUp(vera, mine);
        assertThat(suggested())
                .bodyText()
                .contains("Nothing that is open fits your days")
                .doesNotContain(id(clashing), id(full), id(mine));
    }

    @Test
    void canAllBeTakenTogether() {
        for (var hour = 8; hour < 20; hour++) {
            given.shift(conference, "%02d:00".formatted(hour), "%02d:30".formatted(hour + 1), Need.of(1));
        }
        var form = mvc.post()
                .uri("/" + conference.slug() + "/signups")
                .with(SignedInAs.account(account))
                .with(csrf())
                .param("requestId", UUID.randomUUID().toString());
        var ids = SHIFT.matcher(text(suggested()))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).hasSize(Suggestions.AT_MOST);
        form.param("shift", ids.toArray(String[]::new)).exchange();
        assertThat(mvc.get().uri("/" + conference.slug() + "/me").with(SignedInAs.account(account)))
                .bodyText()
                .contains("5 shifts");
    }

    @Test
    void putAWorkingDayToSomebodyAtMost() {
        for (var from : List.of("06:00", "09:00", "12:00", "15:00", "18:00")) {
            given.shift(
                    conference,
                    from,
                    from.replace(":00", ":59")
                            .replaceFirst("^..", "%02d".formatted(Integer.parseInt(from.substring(0, 2)) + 2)),
                    Need.of(1));
        }
        assertThat(SHIFT.matcher(text(suggested())).results()).hasSize(2);
    }

    @Test
    void leaveThoseAloneWhoHaveEnough() {
        given.signUp(vera, given.shift(conference, "06:00", "14:00", Need.of(1)));
        given.shift(conference, "15:00", "16:00", Need.of(1));
        assertThat(suggested()).bodyText().contains("You have enough to do already", "My shifts · 1");
    }

    @Test
    void claimNothingOfWhatNobodyTold() {
        given.shift(conference, "08:00", "10:00", Need.of(1));
        assertThat(suggested())
                .bodyText()
                .contains("What needs people most of what is open.")
                .doesNotContain("by what you told us");
        talks.star(vera, talks.talk(conference, "Keynote", "15:00", "16:00", given.place(conference, "Hall")));
        assertThat(suggested()).bodyText().contains("by what you told us");
    }

    @Test
    void takeTheSameFewStatementsForManyShiftsTalksAndStars() {
        fill("08:00", "09:00", 3);
        var few = statements("/me/suggestions");
        fill("10:00", "11:00", 60);
        assertThat(statements("/me/suggestions")).hasSameSizeAs(few).hasSizeLessThan(STATEMENTS);
        assertThat(statements("/shifts?fits=true")).hasSizeLessThan(STATEMENTS);
    }

    /** Without those of a session that begins here; reading one that is there takes one more. */
    private List<String> statements(String path) {
        return SqlCount.of(() -> get(path)).stream()
                .filter(sql -> !sql.contains("SPRING_SESSION"))
                .toList();
    }

    private void fill(String from, String to, int count) {
        var hall = given.place(conference, "Hall " + count);
        for (var i = 0; i < count; i++) {
            given.shift(
                    conference,
                    given.timeslot(conference, i, from, to),
                    given.role(conference, "R" + count + i),
                    hall,
                    Need.of(2));
            talks.star(vera, talks.talk(conference, "Talk " + i, "18:00", "19:00", hall));
        }
    }

    private MvcTestResult suggested() {
        return get("/me/suggestions");
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri("/" + conference.slug() + path)
                .with(SignedInAs.account(account))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static String id(Shift shift) {
        return shift.id().shiftId().toString();
    }
}
