package org.manyhands.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.SessionRepository;

/** A session within one request and from one to the next, without a database. */
class RequestSessionsTests {

    private final CountedRows rows = new CountedRows();
    private final RequestSessions<MapSession> sessions = new RequestSessions<>(rows);

    @Test
    void isReadOnceInARequest() throws Exception {
        var id = saved("name", "Ida");
        inARequest(() -> {
            for (var time = 0; time < 3; time++) {
                assertThat(name(id)).isEqualTo("Ida");
            }
        });
        assertThat(rows.reads).isOne();
    }

    @Test
    void isTheSameOneWithinARequest() throws Exception {
        var id = saved("name", "Ida");
        inARequest(() -> {
            found(id).setAttribute("name", "Noor");
            assertThat(name(id)).isEqualTo("Noor");
        });
        assertThat(name(id)).as("not saved, and so not seen by others").isEqualTo("Ida");
    }

    @Test
    void isSeenInTheNextRequestAsTheOneBeforeSavedIt() throws Exception {
        var id = saved("name", "Ida");
        inARequest(() -> {
            var session = found(id);
            session.setAttribute("name", "Noor");
            sessions.save(session);
        });
        inARequest(() -> assertThat(name(id)).isEqualTo("Noor"));
    }

    @Test
    void isNotReadAgainOnceItWasMade() throws Exception {
        inARequest(() -> {
            var session = sessions.createSession();
            sessions.save(session);
            assertThat(sessions.findById(session.getId())).isSameAs(session);
        });
        assertThat(rows.reads).isZero();
    }

    @Test
    void isGoneAtOnceWhereItEndsAndInTheNextRequest() throws Exception {
        var id = saved("name", "Ida");
        inARequest(() -> {
            found(id);
            sessions.deleteById(id);
            assertThat(sessions.findById(id)).isNull();
        });
        inARequest(() -> assertThat(sessions.findById(id)).isNull());
    }

    @Test
    void isGoneInTheNextRequestWhoeverEndedIt() throws Exception {
        var id = saved("name", "Ida");
        inARequest(() -> found(id));
        rows.deleteById(id);
        inARequest(() -> assertThat(sessions.findById(id)).isNull());
    }

    @Test
    void isNotFoundByTheIdItHadBeforeSomebodySignedIn() throws Exception {
        var id = saved("name", "Ida");
        inARequest(() -> {
            var session = found(id);
            var after = session.changeSessionId();
            sessions.save(session);
            assertThat(sessions.findById(id)).isNull();
            assertThat(sessions.findById(after)).isSameAs(session);
        });
        inARequest(() -> assertThat(sessions.findById(id)).isNull());
    }

    @Test
    void isNoneWhereNobodyMadeIt() throws Exception {
        inARequest(() -> assertThat(sessions.findById("never heard of")).isNull());
        assertThat(sessions.findById("never heard of")).isNull();
    }

    @Test
    void isForgottenWithARequestThatFails() throws Exception {
        var id = saved("name", "Ida");
        assertThatThrownBy(() -> inARequest(() -> {
                    found(id).setAttribute("name", "Noor");
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(name(id)).isEqualTo("Ida");
    }

    @Test
    void isNotSharedByTwoRequestsAtOnce() throws Exception {
        var id = saved("name", "Ida");
        inARequest(() -> {
            found(id).setAttribute("name", "Noor");
            var other = Thread.ofVirtual().unstarted(() -> {
                found(id).setAttribute("name", "Jun");
                sessions.save(found(id));
            });
            other.start();
            join(other);
            assertThat(name(id)).isEqualTo("Noor");
        });
    }

    @Test
    void tellsToTheMinuteWhenItWasLastUsed() {
        var row = new MapSession();
        var session = new SparingSession<>(row);
        var before = Instant.parse("2026-10-19T08:00:00Z");
        row.setLastAccessedTime(before);
        session.setLastAccessedTime(before.plusMillis(59_999));
        assertThat(row.getLastAccessedTime()).isEqualTo(before);
        session.setLastAccessedTime(before.plusSeconds(60));
        session.setLastAccessedTime(before.plusSeconds(119));
        assertThat(session.getLastAccessedTime()).isEqualTo(before.plusSeconds(60));
    }

    private String saved(String name, String value) {
        var row = rows.createSession();
        row.setAttribute(name, value);
        rows.save(row);
        return row.getId();
    }

    private SparingSession<MapSession> found(String id) {
        return requireNonNull(sessions.findById(id));
    }

    private @Nullable String name(String id) {
        return found(id).getAttribute("name");
    }

    private void inARequest(Runnable what) throws ServletException, IOException {
        sessions.aroundEachRequest()
                .doFilter(
                        new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> what.run());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives out copies, as a table does. */
    private static final class CountedRows implements SessionRepository<MapSession> {

        private final MapSessionRepository rows = new MapSessionRepository(new HashMap<>());
        private int reads;

        @Override
        public MapSession createSession() {
            return rows.createSession();
        }

        @Override
        public void save(MapSession session) {
            rows.save(session);
        }

        @Override
        public @Nullable MapSession findById(String id) {
            reads++;
            return rows.findById(id);
        }

        @Override
        public void deleteById(String id) {
            rows.deleteById(id);
        }
    }
}
