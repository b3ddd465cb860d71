package org.manyhands.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sessions as one request knows them: each is read once. Spring Session by itself reads it again when it commits it, the
 * last time after the page was sent, when a database that is too busy by then can only cut the page off.
 */
final class RequestSessions<S extends Session> implements SessionRepository<SparingSession<S>> {

    private final SessionRepository<S> rows;
    private final ThreadLocal<@Nullable Map<String, SparingSession<S>>> read = new ThreadLocal<>();

    RequestSessions(SessionRepository<S> rows) {
        this.rows = rows;
    }

    @Override
    public SparingSession<S> createSession() {
        return new SparingSession<>(rows.createSession());
    }

    @Override
    public void save(SparingSession<S> session) {
        rows.save(session.row());
        var known = read.get();
        if (known != null) {
            known.put(session.getId(), session);
        }
    }

    @Override
    public @Nullable SparingSession<S> findById(String id) {
        var known = read.get();
        if (known == null) {
            return find(id);
        }
        var session = known.computeIfAbsent(id, this::find);
        // It has another id since somebody signed in with it
        return session == null || !session.getId().equals(id) ? null : session;
    }

    private @Nullable SparingSession<S> find(String id) {
        var row = rows.findById(id);
        return row == null ? null : new SparingSession<>(row);
    }

    @Override
    public void deleteById(String id) {
        rows.deleteById(id);
        var known = read.get();
        if (known != null) {
            known.remove(id);
        }
    }

    /** To stand around Spring Session's own filter. */
    OncePerRequestFilter aroundEachRequest() {
        return new AroundEachRequest();
    }

    private final class AroundEachRequest extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            read.set(new HashMap<>());
            try {
                chain.doFilter(request, response);
            } finally {
                read.remove();
            }
        }
    }
}
