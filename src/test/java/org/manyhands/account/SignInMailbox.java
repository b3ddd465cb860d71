package org.manyhands.account;

import java.util.List;
import java.util.regex.Pattern;
import org.manyhands.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the mails that were written to an address. */
record SignInMailbox(JdbcClient jdbc, String address) {

    private static final Pattern TOKEN = Pattern.compile("/sign-in/link\\?token=([\\w-]+)");
    private static final Pattern CODE = Pattern.compile("Your code: (\\d{3} \\d{3})");

    List<String> mails() {
        return jdbc.sql("select text_body from mail where recipient = :address order by mail_id")
                .param("address", address)
                .query(String.class)
                .list();
    }

    String token() {
        return inNewest(TOKEN);
    }

    String code() {
        return inNewest(CODE);
    }

    /** A code that is not the one in the mail. */
    String wrongCode() {
        return "%06d".formatted((Integer.parseInt(code().replace(" ", "")) + 1) % 1_000_000);
    }

    /** Asks for a mail with this browser and opens its link there. */
    void signIn(Browser browser) {
        browser.get("/sign-in");
        browser.post("/sign-in", "email", address);
        browser.get("/sign-in/link?token=" + token());
        browser.post("/sign-in/link", "token", token());
    }

    private String inNewest(Pattern pattern) {
        var matcher = pattern.matcher(mails().getLast());
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in:\n" + mails().getLast());
        }
        return matcher.group(1);
    }
}
