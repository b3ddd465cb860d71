package org.manyhands.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyhands.mail.MailWay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what breaks the invariants, all of them as of the same moment. */
@Component
class InvariantCheck {

    private static final String COUNTS = Stream.of(Invariant.values())
            .map(invariant -> "select '%s' as invariant, count(*) as found from (%s) broken"
                    .formatted(invariant, invariant.sql()))
            .collect(Collectors.joining(" union all "));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MailWay mailWay;

    InvariantCheck(JdbcClient jdbc, Clock clock, MailWay mailWay) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mailWay = mailWay;
    }

    private record Line(Invariant invariant, int found) {}

    /** In one snapshot, so that nothing is reported which was only just being done; in seconds, or not at all. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, timeout = 5)
    Findings run() {
        var counts = new EnumMap<Invariant, Integer>(Invariant.class);
        jdbc.sql(COUNTS)
                .params(parameters(clock.instant()))
                .query(Line.class)
                .list()
                .forEach(line -> counts.put(line.invariant(), line.found()));
        return new Findings(counts);
    }

    /** What the queries name. */
    Map<String, ?> parameters(Instant now) {
        return Map.of(
                "now", Timestamp.from(now),
                "twoMinutesAgo", Timestamp.from(now.minus(Duration.ofMinutes(2))),
                "quarterHourAgo", Timestamp.from(now.minus(Duration.ofMinutes(15))),
                "mailsAreSent", mailWay != MailWay.NOWHERE);
    }
}
