package org.manyhands.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.manyhands.shared.CannotReach;
import org.manyhands.shared.Outside;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts messages to chats as Slack, Mattermost and what is like them take them: {@code {"text": …}} over https. */
@Component
class Chats {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int TOO_MANY = 429;

    private final Outside outside;
    private final JsonMapper json;

    Chats(Outside outside, JsonMapper json) {
        this.outside = outside;
        this.json = json;
    }

    /** As {@link Delivery} does. */
    void deliver(WaitingMail message) {
        var status = status(message);
        if (status == TOO_MANY || status >= 500) {
            throw new MailSendException("The chat answered " + status + ", which may pass");
        }
        if (status < 200 || status >= 300) {
            throw new MailParseException("The chat answered " + status + ": the address is not right any more");
        }
    }

    /** In a thread of its own: nothing else ends a server that answers drop by drop. */
    private int status(WaitingMail message) {
        var task = new FutureTask<>(() -> post(message));
        Thread.ofVirtual().name("chat").start(task);
        try {
            return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new MailSendException("The chat did not answer within five seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailSendException("Interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotReach refusal) {
                throw new MailParseException(refusal.because());
            }
            throw new MailSendException("The chat could not be reached: "
                    + Objects.requireNonNull(e.getCause()).getClass().getSimpleName());
        } finally {
            task.cancel(true);
        }
    }

    /** What the answer says beside its status is nobody's business, and not read. */
    private int post(WaitingMail message) throws IOException {
        var address = outside.checked(Objects.requireNonNull(message.webhook()));
        var request = new HttpPost(address);
        var text = json.writeValueAsString(Map.of("text", message.textBody()));
        request.setEntity(new StringEntity(text, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        var client = outside.client(LONGEST);
        try {
            return client.execute(request, response -> {
                request.cancel();
                return response.getCode();
            });
        } finally {
            client.close(CloseMode.IMMEDIATE);
        }
    }
}
