package org.manyhands.signup;

import java.util.concurrent.Executor;
import org.manyhands.shift.RoomMade;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Serves whoever waits for shifts that have more room now. By then the change is committed but its connection not yet
 * given back: this takes its turn elsewhere, so that no request ever holds two.
 */
@Component
class RoomForWaiters {

    private final Waitlist waitlist;
    private final Executor elsewhere;

    RoomForWaiters(Waitlist waitlist, @Qualifier("applicationTaskExecutor") Executor elsewhere) {
        this.waitlist = waitlist;
        this.elsewhere = elsewhere;
    }

    @TransactionalEventListener
    void serve(RoomMade news) {
        elsewhere.execute(() -> waitlist.serve(news.shifts()));
    }
}
