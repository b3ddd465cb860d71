package org.manyhands.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.manyhands.ApplicationProcess;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.PlainBrowser;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R10 of the yardsticks: whatever is killed while people come and go, what they were told is true, and it comes back by itself. */
@IntegrationTest
class KillsSoak {

    private static final int PEOPLE = 10;
    private static final int SHIFTS = 24;
    private static final int ANSWERS_BETWEEN = 60;

    /** Beyond which it did not come back; no yardstick, for how long it takes is only printed. */
    private static final int PATIENCE_SECONDS = 120;

    @RegisterExtension
    static final GreenMailExtension GREEN_MAIL = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

    @Autowired
    private Given given;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Semaphore answers = new Semaphore(0);
    private final LongAdder answered = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private Conference conference;
    private List<String> shifts;
    private List<String> emails;

    @BeforeEach
    void open() {
        commitAsInstallationsDo();
        conference = given.conference();
        shifts = IntStream.range(0, SHIFTS)
                .mapToObj(i -> given.shift(conference, time(i), time(i + 1), Need.of(PEOPLE))
                        .id()
                        .shiftId()
                        .toString())
                .toList();
        emails = Stream.generate(() -> "kills-" + UUID.randomUUID() + "@example.org")
                .limit(PEOPLE)
                .toList();
        emails.forEach(email -> given.volunteer(conference, given.account(email), Profile.named(email)));
    }

    @Test
    void loseNothingThatWasAcknowledged() throws Exception {
        var kills = Soak.of(5, 20);
        var back = new ArrayList<Double>();
        try (var application = new ApplicationProcess(
                        database,
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + GREEN_MAIL.getSmtp().getPort());
                var people = Executors.newFixedThreadPool(PEOPLE)) {
            try {
                for (var email : emails) {
                    people.submit(() -> comeAndGo(new PlainBrowser(application.port(), jdbc), email));
                }
                for (var kill = 0; kill < kills; kill++) {
                    back.add(secondsUntilAnswers(() -> {
                        application.kill();
                        application.startAgain();
                    }));
                    back.add(secondsUntilAnswers(this::killDatabase));
                }
                awaitAnswers(ANSWERS_BETWEEN);
            } finally {
                stop.set(true);
                people.shutdown();
                people.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
        var duplicates = duplicateMails();
        var confirmed = invariants.confirmedIn(conference);
        Soak.say(
                "R10: %d + %d kills of application and PostgreSQL, %d acknowledged, %d repeated for want of an answer,"
                        + " %d held in the end, %d lost, %d not given back, %d mails twice, back after %.1f s at most",
                kills,
                kills,
                answered.sum(),
                repeated.sum(),
                held.size(),
                held.stream().filter(what -> !confirmed.contains(what)).count(),
                confirmed.stream().filter(what -> !held.contains(what)).count(),
                duplicates,
                back.stream().mapToDouble(seconds -> seconds).max().orElseThrow());
        assertThat(failures).isEmpty();
        assertThat(confirmed).isEqualTo(held);
        assertThat(duplicates).isLessThanOrEqualTo(2 * kills);
        invariants.assertHoldIn(conference);
    }

    /** The server of the tests may forget what it has just committed, which no installation's may. */
    private void commitAsInstallationsDo() {
        jdbc.sql("""
                        do $$ begin
                            execute format('alter database %I set synchronous_commit = on', current_database());
                        end $$
                        """).update();
    }

    private interface Kill {

        void happens() throws Exception;
    }

    private double secondsUntilAnswers(Kill kill) throws Exception {
        awaitAnswers(ANSWERS_BETWEEN);
        var began = System.nanoTime();
        kill.happens();
        awaitAnswers(PEOPLE);
        return (System.nanoTime() - began) / 1e9;
    }

    private void awaitAnswers(int number) throws InterruptedException {
        answers.drainPermits();
        assertThat(answers.tryAcquire(number, PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it answers again; failures: %s", failures)
                .isTrue();
    }

    /** All of its processes but the first, which then starts anew from the log, as after a loss of power. */
    private void killDatabase() {
        var mine = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        ProcessHandle.of(mine)
                .flatMap(ProcessHandle::parent)
                .orElseThrow(() -> new AssertionError("PostgreSQL is not on this machine, where it could be killed"))
                .children()
                .forEach(ProcessHandle::destroyForcibly);
    }

    private void comeAndGo(PlainBrowser browser, String email) {
        var chance = new Random(email.hashCode());
        try {
            browser.followLinkMailedTo(email);
            browser.get("/" + conference.slug() + "/shifts");
            while (!stop.get() && failures.isEmpty()) {
                var shift = shifts.get(chance.nextInt(SHIFTS));
                var what = email + " " + shift;
                var leaves = held.contains(what);
                insist(browser, shift, leaves ? "withdraw" : "signup");
                if (leaves) {
                    held.remove(what);
                } else {
                    held.add(what);
                }
                answered.increment();
                answers.release();
            }
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            failures.add(e);
        }
    }

    /** Sends the same form until it is answered, as people do; whatever came of it before, the answer is what is true. */
    private void insist(PlainBrowser browser, String shift, String what) throws InterruptedException {
        var address = "/" + conference.slug() + "/shifts/" + shift + "/" + what;
        var form = Map.of("requestId", UUID.randomUUID().toString());
        while (true) {
            try {
                var answer = browser.post(address, form);
                if (answer.statusCode() == 303
                        && answer.headers().firstValue("Location").orElse("").endsWith("#shift-" + shift)) {
                    return;
                }
                assertThat(answer.statusCode()).as(address).isEqualTo(503);
            } catch (IOException killed) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            repeated.increment();
        }
    }

    private static int duplicateMails() throws MessagingException {
        var ids = new ArrayList<String>();
        for (MimeMessage message : GREEN_MAIL.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids.size() - new HashSet<>(ids).size();
    }

    private static String time(int quarter) {
        return "%02d:%02d".formatted(quarter / 4 + 8, quarter % 4 * 15);
    }
}
