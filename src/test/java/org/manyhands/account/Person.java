package org.manyhands.account;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.manyhands.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody with an address: asks for mails, reads them, and does what they say. */
record Person(JdbcClient jdbc, String address) {

    private static final Pattern TOKEN = Pattern.compile("/sign-in/link\\?token=([\\w-]+)");
    private static final Pattern CODE = Pattern.compile("Your code: (\\d{3} \\d{3})");

    /** As people type: with a capital and a space. */
    MvcTestResult ask(Browser browser) {
        browser.get("/sign-in");
        return browser.post(
                "/sign-in", "email", " " + address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1));
    }

    MvcTestResult signInByLink(Browser browser) {
        browser.get("/sign-in");
        browser.get(link());
        return browser.post("/sign-in/link", "token", token());
    }

    void signIn(Browser browser) {
        ask(browser);
        signInByLink(browser);
    }

    List<String> mails() {
        return jdbc.sql("select text_body from mail where recipient = ? order by mail_id")
                .param(address)
                .query(String.class)
                .list();
    }

    String link() {
        return link(token());
    }

    static String link(String token) {
        return "/sign-in/link?token=" + token;
    }

    String token() {
        return inNewestMail(TOKEN);
    }

    String code() {
        return inNewestMail(CODE);
    }

    String wrongCode() {
        return "%06d".formatted((Integer.parseInt(code().replace(" ", "")) + 1) % 1_000_000);
    }

    /** Lets time pass since the mails were asked for. */
    void waitFor(String interval) {
        jdbc.sql("""
                        update sign_in set asked_at = asked_at - :time::interval, expires_at = expires_at - :time::interval
                        where email = :address""").param("time", interval).param("address", address).update();
    }

    int requests() {
        return count("select count(*) from sign_in where email = ?");
    }

    int sessions() {
        return count(
                "select count(*) from spring_session join account on account_id::text = principal_name where email = ?");
    }

    int count(String sql) {
        return jdbc.sql(sql).param(address).query(Integer.class).single();
    }

    private String inNewestMail(Pattern pattern) {
        var matcher = pattern.matcher(mails().getLast());
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in:\n" + mails().getLast());
        }
        return matcher.group(1);
    }
}
