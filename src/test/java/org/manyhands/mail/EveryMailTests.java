package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Each mail that there is a template for arrives at a mail server whole: with all that there may be to say, and with little. */
@MailTest
class EveryMailTests {

    @RegisterExtension
    static final GreenMailExtension GREEN_MAIL = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

    private static final String NAME = "Ida <Moreau> & Söhne";

    @Autowired
    WrittenMails mails;

    @Autowired
    MailQueue queue;

    @Autowired
    LetterTemplates templates;

    @Autowired
    BaseUrl baseUrl;

    @Autowired
    SettableClock clock;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @BeforeEach
    void emptyOutbox() {
        mails.forgetAll();
        sender.setHost("127.0.0.1");
        sender.setPort(GREEN_MAIL.getSmtp().getPort());
    }

    /** Every mail has both parts, each in a file of its name. */
    static Stream<String> names() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/templates/mail"))) {
            var names = files.map(Path::getFileName).map(Path::toString).toList();
            return names.stream()
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    // What organizers word has a shape of its own, see OwnTextsTests
                    .filter(name -> names.contains(name + ".html") && !name.equals("own"))
                    .sorted();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void arrivesWithAllThereIsToSay(String name) throws Exception {
        var message = arrived(templates.word(name, all()));
        assertThat(message.getSubject()).isNotBlank().doesNotContain("\n", "${", "[(");
        var parts = parts(message);
        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().getContentType()).startsWith("text/plain").contains("UTF-8");
        assertThat(content(parts.getFirst()))
                .contains("Many Hands, the volunteer sign-up")
                .doesNotContain("${", "[(", "[#", "&lt;", "null");
        Files.createDirectories(Path.of("/tmp/mails"));
        assertThat(parts.getLast().getContentType()).startsWith("text/html").contains("UTF-8");
        assertThat(content(parts.getLast()))
                .startsWith("<!doctype html>")
                .contains("Many Hands, the volunteer sign-up")
                .doesNotContain("${", "[[", " th:", "<Moreau>", ">null<");
    }

    @ParameterizedTest
    @MethodSource("names")
    void arrivesWithLittleToSay(String name) throws Exception {
        var parts = parts(arrived(templates.word(name, little())));
        assertThat(content(parts.getFirst())).doesNotContain("${", "null", "\n\n\n\n");
        assertThat(content(parts.getLast())).doesNotContain(">null<", "null,", "href=\"null\"");
    }

    private MimeMessage arrived(Wording wording) {
        mails.write(Letter.to(
                "robin@example.org", "YOU_ARE_IN", wording, clock.instant().plus(Duration.ofDays(2))));
        new Postman(queue, new MailServer(sender, new Sender(baseUrl, ""))).deliverWhatIsDue();
        var messages = GREEN_MAIL.getReceivedMessages();
        assertThat(messages).hasSize(1);
        return messages[0];
    }

    private static List<BodyPart> parts(MimeMessage message) throws Exception {
        var parts = new ArrayList<BodyPart>();
        var alternatives = (Multipart) message.getContent();
        if (alternatives.getCount() == 1 && alternatives.getBodyPart(0).getContent() instanceof MimeMultipart inner) {
            alternatives = inner;
        }
        for (int i = 0; i < alternatives.getCount(); i++) {
            parts.add(alternatives.getBodyPart(i));
        }
        return parts;
    }

    private static String content(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> little() {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("volunteer", NAME);
        facts.put("conference", "DjangoCon US");
        facts.put("role", "Registration desk");
        facts.put("when", "Mon 16 Oct, 8:00 – 10:00");
        facts.put("day", "Monday 16 October");
        facts.put("span", "8:00 – 10:00");
        facts.put("zone", "Durham, EDT");
        facts.put("place", "Junior Ballroom");
        facts.put("contactName", "Noor Haddad");
        facts.put("contactEmail", "noor@example.org");
        facts.put("writeLink", URI.create("mailto:noor@example.org"));
        for (var link : List.of(
                "shift",
                "myShifts",
                "openShifts",
                "answer",
                "roster",
                "feedback",
                "suggestions",
                "profile",
                "role",
                "shifts",
                "approvals",
                "invitations",
                "cover",
                "sign",
                "link")) {
            facts.put(link + "Link", URI.create("https://volunteers.example.org/djangocon-us/" + link));
        }
        for (var yesOrNo : List.of(
                "hasHandbook", "assigned", "wasInLine", "inCalendar", "had", "granted", "takenBack", "briefing")) {
            facts.put(yesOrNo, false);
        }
        for (var number : List.of("number", "more", "missing", "minutes", "days")) {
            facts.put(number, 1);
        }
        for (var words : List.of(
                "subject",
                "until",
                "asker",
                "inLine",
                "insteadOf",
                "was",
                "becomes",
                "because",
                "talk",
                "talkWhen",
                "hours",
                "right",
                "invitedBy",
                "code",
                "expires",
                "name",
                "email",
                "howMany",
                "left",
                "volunteerEmail")) {
            facts.put(words, "The " + words);
        }
        for (var unknown :
                List.of("beThereAt", "directions", "expectedBy", "note", "leaveBy", "contactPhone", "word")) {
            facts.put(unknown, null);
        }
        facts.put("paragraphs", List.of());
        facts.put("shifts", List.of(new HashMap<>(facts)));
        facts.put("link", URI.create("https://volunteers.example.org/djangocon-us/link"));
        facts.put("nowLink", URI.create("https://volunteers.example.org/djangocon-us/organize"));
        facts.put("picks", List.of());
        facts.put("leads", List.of());
        facts.put("gaps", List.of(new HashMap<>(facts)));
        return facts;
    }

    private static Map<String, @Nullable Object> all() {
        var facts = new HashMap<>(little());
        facts.put("beThereAt", "7:45");
        facts.put("directions", "Up the stairs");
        facts.put("expectedBy", "Tamsin");
        facts.put("note", "Bring a pen");
        facts.put("leaveBy", "Sun 15 Oct, 8:00");
        facts.put("contactPhone", "+1 919 555 0100");
        facts.put("callLink", URI.create("tel:+19195550100"));
        facts.put("chatLink", URI.create("https://chat.example.org/"));
        facts.put("scheduleLink", URI.create("https://volunteers.example.org/djangocon-us/schedule"));
        facts.put("stopLink", URI.create("https://volunteers.example.org/unsubscribe/x"));
        facts.put("orientation", "We meet in the lobby.");
        facts.put("word", "Thank you all the same");
        facts.put("answer", "Come by on Sunday");
        for (var yesOrNo : List.of("hasHandbook", "wasInLine", "inCalendar", "had", "granted")) {
            facts.put(yesOrNo, true);
        }
        facts.put("picks", List.of("Registration desk", "Emcee"));
        facts.put("leads", List.of("Registration desk", "Emcee"));
        facts.put("paragraphs", List.of("Hello", "and good bye"));
        facts.put("gaps", List.of(new HashMap<>(facts), new HashMap<>(facts)));
        facts.put("shifts", List.of(new HashMap<>(facts), new HashMap<>(facts)));
        return facts;
    }
}
