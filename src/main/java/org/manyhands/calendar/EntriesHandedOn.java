package org.manyhands.calendar;

import org.manyhands.signup.Reassigned;
import org.manyhands.signup.Swapped;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whoever got a shift for another one keeps one entry in their calendar: it moves. One mail has one calendar part, which
 * cannot both cancel an entry and add one. Ahead of the mails, which tell of it.
 */
@Component
class EntriesHandedOn {

    private final CalendarParts entries;

    EntriesHandedOn(CalendarParts entries) {
        this.entries = entries;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void swapped(Swapped news) {
        entries.handOn(news.given().signupId(), news.taken().signupId());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void reassigned(Reassigned news) {
        entries.handOn(news.had().signupId(), news.has().signupId());
    }
}
