package org.manyhands.mail;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows the caught mails, sign-in links among them, to whoever sits at this machine: that is what a first look needs,
 * and nobody else may have it.
 */
@Controller
@MailWay.Only(MailWay.TO_LOCAL_MAILBOX)
class MailboxController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM, HH:mm:ss", Locale.ENGLISH);

    private final LocalMailbox mailbox;
    private final BaseUrl baseUrl;
    private final boolean believesForwardedHeaders;

    MailboxController(
            LocalMailbox mailbox,
            BaseUrl baseUrl,
            @Value("${server.forward-headers-strategy:none}") String forwardHeadersStrategy) {
        this.mailbox = mailbox;
        this.baseUrl = baseUrl;
        this.believesForwardedHeaders = !"none".equalsIgnoreCase(forwardHeadersStrategy);
    }

    /** A caught mail as the page shows it. */
    record Shown(LocalMailbox.CaughtMail mail, List<LinkedText.Part> parts) {

        /** For machines, which take no more than milliseconds. */
        public Instant at() {
            return mail.caughtAt().truncatedTo(ChronoUnit.SECONDS);
        }

        /** By this machine's own clock: its reader sits in front of it. */
        public String time() {
            return TIME.format(mail.caughtAt().atZone(ZoneId.systemDefault()));
        }
    }

    @GetMapping("/mailbox")
    String mailbox(HttpServletRequest request, Model model) {
        if (!comesFromThisMachine(request)) {
            throw new NotFound();
        }
        var links = new LinkedText(baseUrl);
        model.addAttribute(
                "mails",
                mailbox.newest().stream()
                        .map(mail -> new Shown(mail, links.parts(mail.textBody())))
                        .toList());
        return "mailbox";
    }

    /** Behind a proxy every request seems to come from this machine, or from wherever a header says. */
    private boolean comesFromThisMachine(HttpServletRequest request) {
        return !believesForwardedHeaders
                && isLoopback(request.getRemoteAddr())
                && asksForThisMachine(request.getServerName())
                && Collections.list(request.getHeaderNames()).stream().noneMatch(MailboxController::tellsOfAProxy);
    }

    /** A page from elsewhere may point a name of its own at 127.0.0.1 and read along (DNS rebinding). */
    private boolean asksForThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equalsIgnoreCase(baseUrl.host()) || isLoopback(host);
    }

    private static boolean tellsOfAProxy(String header) {
        return header.equalsIgnoreCase("Forwarded") || header.regionMatches(true, 0, "X-Forwarded-", 0, 12);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
