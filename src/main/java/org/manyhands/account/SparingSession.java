package org.manyhands.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session whose row tells to the minute when it was last used: reading page after page writes nothing. */
record SparingSession<S extends Session>(S row) implements Session {

    private static final Duration NOT_WORTH_WRITING = Duration.ofMinutes(1);

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!now.isBefore(row.getLastAccessedTime().plus(NOT_WORTH_WRITING))) {
            row.setLastAccessedTime(now);
        }
    }

    @Override
    public String getId() {
        return row.getId();
    }

    @Override
    public String changeSessionId() {
        return row.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return row.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return row.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        row.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        row.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return row.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return row.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        row.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return row.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return row.isExpired();
    }
}
