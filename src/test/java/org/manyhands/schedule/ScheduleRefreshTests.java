package org.manyhands.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.schedulefile.Canary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Schedules that are fetched again by themselves. */
@IntegrationTest
class ScheduleRefreshTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Canary canary;

    @Autowired
    private ScheduleRefresh refresh;

    @Autowired
    private SourceLog sources;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private volatile byte[] there = {};
    private final AtomicInteger sent = new AtomicInteger();

    @BeforeEach
    void servesASchedule() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        canary.on(path(), this::answer);
        assertThat(organizer.post("/schedule/source", "address", canary.address(path()), "refreshMinutes", "60"))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    /** Nobody else's business: other tests look for what is due. */
    @AfterEach
    void stop() {
        jdbc.sql("update schedule_source set refresh_minutes = null, next_try_at = null where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
    }

    private String path() {
        return "/refreshed-" + conference.slug() + ".csv";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var etag = "\"" + new String(there).hashCode() + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            Canary.answer(exchange, 304, new byte[0]);
        } else {
            sent.incrementAndGet();
            Canary.answer(exchange, 200, there);
        }
    }

    @Test
    void followWhatIsAtTheirAddress() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        assertThat(outcome()).isEqualTo("The schedule follows it: 10 new.");
        assertThat(organizer.get("/schedule"))
                .bodyText()
                .contains("The schedule has 10 entries", "Every hour", "The schedule follows it: 10 new.");
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()))
                .last()
                .asString()
                .contains("schedule.imported", "\"by\": \"timer\"", "\"added\": 10");
    }

    @Test
    void areNotSentAgainWhatTheyHave() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        outcome();
        assertThat(outcome()).isEqualTo("It is the same file as before.");
        assertThat(sent).hasValue(1);
    }

    @Test
    void writeNothingWhereNothingChanged() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        outcome();
        there = ScheduleCsv.of(conference).talks(10).line("").bytes();
        assertThat(outcome()).isEqualTo("Nothing changed.");
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()))
                .filteredOn(event -> event.startsWith("schedule.imported"))
                .hasSize(1);
    }

    @Test
    void stayAsTheyAreWhereMostWouldVanishUntilSomebodyHasLooked() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        outcome();
        there = ScheduleCsv.of(conference).talks(4).bytes();
        assertThat(outcome()).contains("More than half", "a preview waits");
        assertThat(organizer.get("/schedule"))
                .bodyText()
                .contains("The schedule has 10 entries", "A file waits for your yes");
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains("brought by <span>the refresh</span>", "More than half of what is on now would be gone");
        var shown = waiting();
        outcome();
        assertThat(waiting()).isEqualTo(shown);
    }

    @Test
    void stayAsTheyAreWhereNothingInTheFileCanBeRead() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        outcome();
        there = ScheduleCsv.of(conference).line("x,Keynote,,,,Hall,,talk").bytes();
        assertThat(outcome()).contains("No entry", "stays as it is");
        assertThat(organizer.get("/schedule"))
                .bodyText()
                .contains("The schedule has 10 entries")
                .doesNotContain("A file waits for your yes");
    }

    @Test
    void takeNoPreviewFromUnderSomebodysEyes() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        outcome();
        organizer.upload(
                "/import",
                "mine.csv",
                ScheduleCsv.of(conference)
                        .talk("Mine", "09:00", "10:00", "Hall")
                        .bytes());
        there = ScheduleCsv.of(conference).talks(4).bytes();
        outcome();
        assertThat(organizer.get("/schedule")).bodyText().contains("another file that was brought waits for your yes");
        assertThat(organizer.get("/import/preview")).bodyText().contains("mine.csv");
    }

    @Test
    void sayWhatWentWrong() {
        there = "hello".getBytes();
        assertThat(outcome()).contains("We do not know this kind of file", "stays as it is");
        assertThat(organizer.post(
                        "/schedule/source", "address", "https://127.0.0.1/x", "refreshMinutes", "60", "version", "0"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(outcome()).contains("not on the public Internet", "stays as it is");
    }

    @Test
    void areTakenByOneOfManyWhenTheirTimeHasCome() {
        var later = Instant.now().plusSeconds(3700).truncatedTo(ChronoUnit.MICROS);
        assertThat(AtOnce.times(4, number -> takeAll(later)).stream()
                        .flatMap(List::stream)
                        .filter(due -> due.slug().equals(conference.slug())))
                .hasSize(1);
        assertThat(takeAll(later)).isEmpty();
        assertThat(nextTry()).isEqualTo(later.plusSeconds(3600));
    }

    @Test
    void restOnceTheConferenceIsOver() {
        var over = conference.lastDay().plusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC);
        assertThat(takeAll(over)).noneMatch(due -> due.slug().equals(conference.slug()));
        var lastDay = conference.lastDay().plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC);
        assertThat(takeAll(lastDay)).anyMatch(due -> due.slug().equals(conference.slug()));
    }

    @Test
    void areNotForgottenByAStaleForm() {
        assertThat(organizer.get("/schedule/source")).hasStatusOk().bodyText().contains(path(), "Every hour");
        assertThat(organizer.post("/schedule/source", "address", "https://example.org/x", "version", "7"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody else changed this meanwhile");
        assertThat(organizer.post("/schedule/source", "address", "http://example.org/x", "version", "0"))
                .hasStatusOk()
                .bodyText()
                .contains("begins with https://");
        assertThat(organizer.post(
                        "/schedule/source", "address", "https://example.org/x", "refreshMinutes", "7", "version", "0"))
                .hasStatusOk()
                .bodyText()
                .contains("Choose one from the list");
        assertThat(organizer.follow(organizer.post("/schedule/source", "address", "", "version", "0")))
                .bodyText()
                .contains("no longer fetched");
    }

    @Test
    void useNothingFromAnAddressThatWasGivenUpMeanwhile() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        var due = due();
        organizer.post("/schedule/source", "address", "https://example.org/x", "refreshMinutes", "60", "version", "0");
        refresh.refresh(due);
        assertThat(organizer.get("/schedule")).bodyText().contains("No schedule yet");
    }

    @Test
    void areSentAgainAfterAnotherFileWasUsed() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        outcome();
        organizer.useSchedule(
                "mine.csv",
                ScheduleCsv.of(conference)
                        .talks(10)
                        .talk("Mine", "07:00", "08:00", "Hall")
                        .bytes());
        assertThat(outcome()).isEqualTo("The schedule follows it: 1 gone.");
    }

    /** Times that name no zone are others then. */
    @Test
    void areSentAgainAfterTheConferenceMovedToAnotherZone() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        outcome();
        assertThat(organizer.post("/settings", settings(), "town", "Elsewhere")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(outcome()).isEqualTo("It is the same file as before.");
        assertThat(organizer.post("/settings", settings(), "zone", "Europe/Brussels"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(outcome()).isEqualTo("The schedule follows it: 10 moved.");
    }

    private Map<String, String> settings() {
        return Map.of(
                "name", conference.name(),
                "town", conference.town(),
                "firstDay", conference.firstDay().toString(),
                "lastDay", conference.lastDay().toString(),
                "zone", conference.zone().getId(),
                "contactName", "Priya Raman",
                "contactEmail", "priya@example.org",
                "conductUrl", "https://example.org/conduct",
                "version", organizer.hidden("/settings", "version"));
    }

    @Test
    void askNobodyAnyMoreWhereTheNextFileIsRight() {
        there = ScheduleCsv.of(conference).talks(10).bytes();
        outcome();
        there = ScheduleCsv.of(conference).talks(4).bytes();
        outcome();
        there = ScheduleCsv.of(conference).talks(11).bytes();
        outcome();
        assertThat(organizer.get("/schedule")).bodyText().doesNotContain("A file waits for your yes");
    }

    private String waiting() {
        return jdbc.sql("select pending_import_id from pending_import where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(String.class)
                .single();
    }

    private List<SourceLog.Due> takeAll(Instant now) {
        return Stream.generate(() -> sources.take(now))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private Instant nextTry() {
        return jdbc.sql("select next_try_at from schedule_source where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private SourceLog.Due due() {
        return jdbc.sql("""
                        select conference_id, slug, address, etag from schedule_source join conference using (conference_id)
                        where conference_id = ?
                        """)
                .param(conference.id().conferenceId())
                .query(SourceLog.Due.class)
                .single();
    }

    private String outcome() {
        refresh.refresh(due());
        return Objects.requireNonNull(jdbc.sql("select outcome from schedule_source where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(String.class)
                .single());
    }
}
