package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Cards on a list, once somebody else has read the same list: each is its reader's own, and as things are now. */
@IntegrationTest
class KeptCardsTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    private Conference conference;
    private Shift desk;
    private Shift bags;
    private Reader ida;
    private Reader noor;

    private record Reader(AccountId account, VolunteerId volunteer) {}

    @BeforeEach
    void haveBeenReadBefore() {
        conference = given.conference();
        desk = given.shift(conference, "08:00", "10:00", Need.of(2));
        bags = given.shift(conference, "14:00", "15:00", Need.of(3));
        ida = registered();
        noor = registered();
        list(ida);
    }

    @Test
    void giveEveryFormOfEveryPageAnIdOfItsOwn() {
        var ids = Stream.of(list(noor), list(noor), list(ida))
                .flatMap(page -> values("requestId", page).stream())
                .toList();
        assertThat(ids).hasSizeGreaterThan(6).doesNotHaveDuplicates().allSatisfy(UUID::fromString);
    }

    @Test
    void carryTheTokenOfTheirReaderAlone() {
        var tokens = values("_csrf", list(noor));
        assertThat(tokens).hasSizeGreaterThan(2).containsOnly(tokens.getFirst());
        assertThat(values("_csrf", list(ida))).doesNotContain(tokens.getFirst());
    }

    @Test
    void haveNoFormForVisitors() {
        assertThat(mvc.get().uri(address()).exchange())
                .bodyText()
                .contains("2 places, all free.")
                .doesNotContain("_csrf", "requestId", "method=\"post\"");
    }

    @Test
    void showAtOnceThatSomebodyTookAPlace() {
        given.signUp(given.volunteer(conference), desk);
        assertThat(list(noor)).bodyText().contains("One place left of 2.").doesNotContain("2 places, all free.");
    }

    @Test
    void showWhatIsTheirsToThemAlone() {
        given.signUp(ida.volunteer(), bags);
        assertThat(list(ida)).bodyText().contains("You’re in ✓");
        assertThat(list(noor)).bodyText().doesNotContain("You’re in ✓");
    }

    @Test
    void tellOnceAndNobodyElseWhatTheirReaderDid() {
        given.signUp(ida.volunteer(), desk);
        var left = mvc.post()
                .uri(address() + "/" + desk.id().shiftId() + "/withdraw")
                .with(SignedInAs.account(ida.account()))
                .with(csrf())
                .exchange();
        var session = left.getResponse().getCookies();
        var told = asked(ida).cookie(session).exchange();
        assertThat(told).bodyText().contains("2 places, all free.", "role=\"status\"");
        assertThat(list(noor)).bodyText().contains("2 places, all free.").doesNotContain("role=\"status\"");
        assertThat(asked(ida).cookie(session).exchange()).bodyText().doesNotContain("role=\"status\"");
    }

    private Reader registered() {
        var account = given.account("reader-" + UUID.randomUUID() + "@example.org");
        return new Reader(account, given.volunteer(conference, account, Profile.named("Somebody")));
    }

    private MvcTestResult list(Reader reader) {
        return asked(reader).exchange();
    }

    private MockMvcRequestBuilder asked(Reader reader) {
        return mvc.get().uri(address()).with(SignedInAs.account(reader.account()));
    }

    private String address() {
        return "/" + conference.slug() + "/shifts";
    }

    private static List<String> values(String field, MvcTestResult page) {
        var body = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return Pattern.compile("name=\"" + field + "\"[^>]*value=\"([^\"]+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
