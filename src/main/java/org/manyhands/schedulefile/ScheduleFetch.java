package org.manyhands.schedulefile;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.CannotReach;
import org.manyhands.shared.Outside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches a schedule from an address that an organizer typed. It connects as {@link Outside} does,
 * takes at most five seconds, three redirects and ten megabytes, and tells nothing of what a server answered but its
 * status.
 */
@Component
public class ScheduleFetch {

    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleFetch.class);

    private final Outside outside;

    ScheduleFetch(Outside outside) {
        this.outside = outside;
    }

    /** Why nothing is fetched from there, as far as the address itself tells: nobody is asked. */
    public Optional<String> refusal(String address) {
        try {
            outside.checked(address);
            return Optional.empty();
        } catch (CannotReach e) {
            return Optional.of(e.because());
        }
    }

    /** @param etag of the version that we have, null without one */
    public Fetched fetch(String address, @Nullable String etag) {
        var client = outside.client(LONGEST);
        try {
            return fetch(address, etag, client);
        } finally {
            client.close(CloseMode.IMMEDIATE);
        }
    }

    /** In a thread of its own, for nothing else ends the looking up of a name and a server that answers drop by drop. */
    private Fetched fetch(String address, @Nullable String etag, CloseableHttpClient client) {
        var task = new FutureTask<>(() -> new FetchHops(client, outside, etag).from(address));
        Thread.ofVirtual().name("schedule-fetch").start(task);
        try {
            return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Fetched.Refused("The address did not answer in full within five seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Refused("Fetching was interrupted.");
        } catch (ExecutionException e) {
            return refused(e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private static Fetched refused(@Nullable Throwable cause) {
        LOG.debug("A schedule could not be fetched", cause);
        return new Fetched.Refused(
                switch (cause) {
                    case CannotReach refusal -> refusal.because();
                    case UnknownHostException unknown -> "There is no machine of that name.";
                    case SSLException untrusted -> "The machine there cannot prove that it is the one named.";
                    case IOException broken -> "We could not connect, or the connection broke off.";
                    case null, default -> "Something went wrong while fetching.";
                });
    }
}
