package org.manyhands.speed;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The volunteers who are signed in: each asked for a mail, as far as the database knows, and opened its link. */
record Regulars(List<Visitor> visitors) {

    static Regulars signIn(JdbcClient jdbc, HttpClient client, PackagedApplication application, String aPageWithForms) {
        var visitors = new ArrayList<Visitor>();
        var calls = new ArrayList<Callable<?>>();
        for (int i = 0; i < BigConference.REGULARS; i++) {
            var email = "volunteer-" + i + "@bench.example";
            var visitor = new Visitor(client, application.base());
            visitors.add(visitor);
            calls.add(() -> {
                signIn(jdbc, email, visitor, aPageWithForms);
                return null;
            });
        }
        Load.run(4, calls);
        return new Regulars(visitors);
    }

    static void signIn(JdbcClient jdbc, String email, Visitor visitor, String aPageWithForms) throws Exception {
        var token = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into sign_in (sign_in_id, email, token_hash, code_hash, asked_at, expires_at)
                        values (uuidv7(), ?, ?, ?, now(), now() + interval '10 minutes')
                        """).params(email, sha256(token), sha256("")).update();
        visitor.signIn(token, aPageWithForms);
    }

    /** As many requests for a page, from one after the other. */
    List<Callable<byte[]>> reading(String address, int requests) {
        var calls = new ArrayList<Callable<byte[]>>();
        for (int i = 0; i < requests; i++) {
            var visitor = visitors.get(i % visitors.size());
            calls.add(() -> visitor.read(address));
        }
        return calls;
    }

    List<Callable<?>> signingUp(BigConference conference, List<BigConference.Wish> wishes) {
        var calls = new ArrayList<Callable<?>>();
        for (var wish : wishes) {
            var visitor = visitors.get(wish.regular());
            calls.add(() -> {
                visitor.signUp(conference.slug(), wish.shift());
                return null;
            });
        }
        return calls;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
