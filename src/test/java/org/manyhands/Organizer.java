package org.manyhands;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A signed-in organizer at the pages below {@code /{c}/organize} of their conference. */
public class Organizer {

    private final MockMvcTester mvc;
    private final AccountId account;
    private final String organize;

    public Organizer(MockMvcTester mvc, AccountId account, Conference conference) {
        this.mvc = mvc;
        this.account = account;
        this.organize = "/" + conference.slug() + "/organize";
    }

    public MvcTestResult get(String page) {
        return mvc.get().uri(organize + page).with(SignedInAs.account(account)).exchange();
    }

    /** Goes where that answer pointed, and reads what is said once. */
    public MvcTestResult follow(MvcTestResult answer) {
        var to = URI.create(Objects.requireNonNull(answer.getResponse().getRedirectedUrl()));
        return mvc.get()
                .uri(to)
                .with(SignedInAs.account(account))
                .cookie(answer.getResponse().getCookies())
                .exchange();
    }

    /** Posts names and values in turn. */
    public MvcTestResult post(String page, String... fields) {
        var request = mvc.post()
                .uri(organize + page)
                .with(SignedInAs.account(account))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** Posts a form with a file in it. */
    public MvcTestResult upload(String page, String name, byte[] file) {
        return mvc.post()
                .uri(organize + page)
                .multipart()
                .file(new MockMultipartFile("file", name, null, file))
                .with(SignedInAs.account(account))
                .with(csrf())
                .exchange();
    }

    /** What the first form of a page that has such a field carries along. */
    public String hidden(String page, String field) {
        return hidden(get(page), field);
    }

    public static String hidden(MvcTestResult page, String field) {
        var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(text(page));
        if (!found.find()) {
            throw new AssertionError("no field " + field);
        }
        return found.group(1);
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings a schedule and makes it the conference's. */
    public MvcTestResult useSchedule(String name, byte[] schedule) {
        if (upload("/import", name, schedule).getResponse().getStatus() != HttpStatus.SEE_OTHER.value()) {
            throw new AssertionError(name + " was refused");
        }
        return post("/import/use", "state", hidden("/import/preview", "state"));
    }

    /** Posts a form in which a field has another value than the rest of it. */
    public MvcTestResult post(String page, Map<String, String> form, String... instead) {
        var fields = new LinkedHashMap<>(form);
        for (int i = 0; i < instead.length; i += 2) {
            fields.put(instead[i], instead[i + 1]);
        }
        return post(
                page,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    /** What the audit trail tells of a thing, oldest first: "place.added {…}". */
    public static List<String> audited(JdbcClient jdbc, UUID subject) {
        return jdbc.sql("select action || ' ' || detail from audit_event where subject_id = ? order by audit_event_id")
                .param(subject)
                .query(String.class)
                .list();
    }
}
