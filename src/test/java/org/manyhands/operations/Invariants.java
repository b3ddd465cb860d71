package org.manyhands.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.manyhands.conference.Conference;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application's own invariants, for tests to call once their race is run. */
@TestComponent
public class Invariants {

    private final InvariantCheck check;
    private final JdbcClient jdbc;
    private final Clock clock;

    Invariants(InvariantCheck check, JdbcClient jdbc, Clock clock) {
        this.check = check;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the whole database: what other tests left there must be sound, too. */
    public void assertHold() {
        assertThat(check.run().broken()).as("broken invariants").isEmpty();
    }

    /** In one conference; what breaks one is named by its row. */
    public void assertHoldIn(Conference conference) {
        assertThat(rowsThatBreak(conference)).as("rows that break invariants").isEmpty();
    }

    /** The names of the broken ones, each as often as it is broken. */
    List<Invariant> brokenIn(Conference conference) {
        return rowsThatBreak(conference).stream().map(Row::invariant).toList();
    }

    /** How often PostgreSQL had to end a deadlock in this database; it tells of one a while later. */
    public int deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Integer.class)
                .single();
    }

    /** Who holds which shift, as {@code <e-mail address> <shift>}. */
    public Set<String> confirmedIn(Conference conference) {
        return jdbc.sql("""
                        select email || ' ' || shift_id from signup
                        join volunteer using (volunteer_id) join account using (account_id)
                        where signup.conference_id = ? and state = 'CONFIRMED'
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .set();
    }

    private List<Row> rowsThatBreak(Conference conference) {
        return Stream.of(Invariant.values())
                .flatMap(invariant -> rowsThatBreak(invariant, conference))
                .toList();
    }

    private Stream<Row> rowsThatBreak(Invariant invariant, Conference conference) {
        return jdbc
                .sql("select id from (%s) as broken (conference, id) where conference = :conference"
                        .formatted(invariant.sql()))
                .params(check.parameters(clock.instant()))
                .param("conference", conference.id().conferenceId())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> new Row(invariant, id));
    }

    private record Row(Invariant invariant, UUID id) {}
}
