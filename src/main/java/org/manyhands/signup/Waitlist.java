package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.manyhands.volunteer.VolunteerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Serves whoever waits: right after a place became free, each in a transaction of its own, and once more each minute,
 * so that a crash between the two strands nobody. Until then the place is kept: it is free to nobody else.
 */
@Component
class Waitlist {

    private static final Logger log = LoggerFactory.getLogger(Waitlist.class);

    private final Promotion promotion;
    private final Offers offers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Waitlist(Promotion promotion, Offers offers, JdbcClient jdbc, Clock clock) {
        this.promotion = promotion;
        this.offers = offers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** To be called when the change that freed the places is committed; what cannot be done now is left to the sweep. */
    void serve(Collection<ShiftId> shifts) {
        shifts.forEach(shift -> orLater("Shift " + shift.shiftId(), () -> {
            while (promotion.serveOne(shift)) {
                // Until the place or the line has come to its end
            }
        }));
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        orLater("Every offer", () -> runOut().forEach(this::end));
        orLater("Every waitlist", () -> serve(toServe()));
    }

    private void end(Offer offer) {
        orLater("An offer of shift " + offer.shift().shiftId(), () -> offers.end(offer.volunteer(), offer.shift()));
    }

    /** One that cannot be done now keeps nobody else waiting. */
    private static void orLater(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} is left to the next sweep: {}", what, e.getMessage());
        }
    }

    private record Offer(VolunteerId volunteer, ShiftId shift) {}

    private List<Offer> runOut() {
        return jdbc.sql("select volunteer_id, shift_id from signup where state = 'OFFERED' and offered_until <= ?")
                .param(Timestamp.from(clock.instant()))
                .query((row, number) -> new Offer(
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        new ShiftId(row.getObject("shift_id", UUID.class))))
                .list();
    }

    private List<ShiftId> toServe() {
        return jdbc
                .sql("""
                        select shift_id from shift
                        where waiting > 0 and lower(during) > ?
                          and %s
                        order by lower(during)
                        """.formatted(Staffing.NEEDS_SOMEBODY))
                .param(Timestamp.from(clock.instant()))
                .query(UUID.class)
                .list()
                .stream()
                .map(ShiftId::new)
                .toList();
    }
}
