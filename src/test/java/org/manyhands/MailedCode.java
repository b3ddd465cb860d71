package org.manyhands;

import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The code that signs somebody in, read from their newest mail. */
public final class MailedCode {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{3} \\d{3})\\b");

    private MailedCode() {}

    public static String to(String email, JdbcClient jdbc) {
        var text = jdbc.sql(
                        "select text_body from mail where recipient = ? and kind = 'SIGN_IN' order by mail_id desc limit 1")
                .param(email)
                .query(String.class)
                .single();
        var code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("no code in:\n" + text);
        }
        return code.group(1);
    }
}
