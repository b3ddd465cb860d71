package org.manyhands.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Who hears of it when an invariant is broken; a counter is, in a transaction that is rolled back. */
@IntegrationTest
@Transactional
@ExtendWith(OutputCaptureExtension.class)
class BrokenInvariantTests {

    @Autowired
    private Given given;

    @Autowired
    private LatestCheck latest;

    @Autowired
    private NightlyCheck nightly;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MessageSource messages;

    private Conference conference;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        given.signUp(given.volunteer(conference), given.shift(conference, "08:00", "10:00", Need.of(2)));
        latest.refresh();
    }

    /** What was broken here is remembered nowhere. */
    @AfterTransaction
    void forget() {
        latest.refresh();
    }

    private void breakIt() {
        jdbc.sql("update shift set taken = 2 where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
    }

    @Test
    void countsInHealthWhichStaysUp() {
        breakIt();
        latest.refresh();
        var health = assertThat(mvc.get().uri("/health")).hasStatusOk().bodyJson();
        health.extractingPath("$.status").isEqualTo("UP");
        var invariants =
                health.extractingPath("$.components.invariants.details").asMap();
        invariants.containsEntry("TAKEN_MISCOUNTED", 1).containsEntry("OVERFULL", 0);
        invariants.hasSize(Invariant.values().length).allSatisfy((name, count) -> {
            assertThat(Invariant.valueOf(name)).isNotNull();
            assertThat(count).isInstanceOf(Integer.class);
        });
    }

    @Test
    void isAnErrorInTheLogOnceAndNotEachMinute(CapturedOutput output) {
        breakIt();
        latest.refresh();
        latest.refresh();
        assertThat(output).containsOnlyOnce("ERROR").containsOnlyOnce("Invariant TAKEN_MISCOUNTED is broken: 1");
    }

    @Test
    void tellsTheOrganizerWhatToDo() throws Exception {
        var organizer = new Organizer(mvc, given.organizer(conference), conference);
        var trouble = "Something is wrong with this installation";
        assertThat(organizer.get("")).hasStatusOk().bodyText().doesNotContain(trouble);
        breakIt();
        latest.refresh();
        assertThat(organizer.get(""))
                .hasStatusOk()
                .bodyText()
                .contains(
                        trouble,
                        "Write to whoever runs this installation",
                        "One shift shows another number of people than have signed up. (TAKEN_MISCOUNTED)");
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForOrganizers(Invariant invariant) {
        var key = "invariant." + invariant;
        var one = messages.getMessage(key, new Object[] {1}, Locale.ENGLISH);
        var many = messages.getMessage(key, new Object[] {1200}, Locale.ENGLISH);
        assertThat(one).endsWith(".").doesNotContain("{", "1,200");
        assertThat(many).endsWith(".").contains("1,200").doesNotContain("{");
    }

    @Test
    void isSummedUpEveryNightInOneLine(CapturedOutput output) {
        breakIt();
        latest.refresh();
        var before = output.getAll().lines().count();
        nightly.run();
        assertThat(output.getAll().lines().skip(before))
                .singleElement()
                .asString()
                .contains("ERROR", "Nightly check: 1 of 10 invariants are broken: {TAKEN_MISCOUNTED=1}");
    }

    @Test
    void isLookedForAtHalfPastThreeUtc() throws Exception {
        var schedule = NightlyCheck.class.getDeclaredMethod("run").getAnnotation(Scheduled.class);
        var evening = Instant.parse("2026-10-19T20:00:00Z")
                .atZone(ZoneOffset.of(schedule.zone().replace("UTC", "Z")));
        assertThat(CronExpression.parse(schedule.cron()).next(evening)).isEqualTo("2026-10-20T03:30:00Z");
    }
}
