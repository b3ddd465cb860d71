package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of visitors and volunteers, looked at by machine: for those who see little, for narrow screens, for slow networks. */
@BrowserTest
class PagesTests {

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void canBeUsedByEverybody() {
        try (var visitor = visitor(Visitor.phone())) {
            // A day of the list stands for all of it, which would take longer than all other pages
            PageLook.assertUsable(visitor, publicPages().filter(page -> !page.equals("/djangocon-us/shifts")));
        }
        try (var volunteer = visitor(Visitor.phone())) {
            volunteer.signIn(somebodyWithShifts());
            PageLook.assertUsable(volunteer, volunteerPages());
        }
    }

    @Test
    void fitNarrowScreens() {
        try (var visitor = visitor(PageLook.narrow())) {
            PageLook.assertFits(visitor, publicPages());
        }
        try (var volunteer = visitor(PageLook.narrow())) {
            volunteer.signIn(somebodyWithShifts());
            PageLook.assertFits(volunteer, volunteerPages());
        }
    }

    @Test
    void comeWithFewBytesAndFewRequests() {
        try (var visitor = visitor(Visitor.phone())) {
            var bytes = new ArrayList<Double>();
            var network = visitor.page().context().newCDPSession(visitor.page());
            network.send("Network.enable");
            network.on(
                    "Network.loadingFinished",
                    answer -> bytes.add(answer.get("encodedDataLength").getAsDouble()));
            for (var address : publicPages().toList()) {
                bytes.clear();
                network.send("Network.clearBrowserCache");
                visitor.open(address);
                assertThat(bytes).as("requests of " + address).hasSizeBetween(2, 4);
                assertThat(bytes.stream().mapToDouble(Double::doubleValue).sum())
                        .as("bytes of " + address)
                        .isBetween(1_000.0, 45_000.0);
                assertThat((Integer) visitor.page().evaluate("document.querySelectorAll('*').length"))
                        .as("elements of " + address)
                        .isLessThanOrEqualTo(1_500);
            }
        }
    }

    private Visitor visitor(Browser.NewContextOptions how) {
        return new Visitor(baseUrl, jdbc, how);
    }

    private Stream<String> publicPages() {
        return Stream.of(
                "/",
                "/djangocon-us",
                "/djangocon-us/shifts",
                "/djangocon-us/shifts?day=2023-10-16",
                "/djangocon-us/shifts?day=2023-10-16&view=grid",
                "/djangocon-us/shifts?role=nothing-like-it",
                "/djangocon-us/shifts/" + aShift(),
                "/djangocon-us/roles/" + aRole(),
                "/djangocon-us/schedule?day=2023-10-17",
                "/djangocon-us/join",
                "/djangocon-us/join?shift=" + aShift(),
                "/sign-in",
                "/nothing-here");
    }

    private Stream<String> volunteerPages() {
        return Stream.of(
                "/djangocon-us/shifts?day=2023-10-16",
                "/djangocon-us/shifts/" + aShift(),
                "/djangocon-us/schedule?day=2023-10-17",
                "/djangocon-us/me",
                "/djangocon-us/me/suggestions",
                "/djangocon-us/me/conference",
                "/djangocon-us/me/profile",
                "/djangocon-us/me/code",
                "/djangocon-us/me/mails",
                "/djangocon-us/me/news",
                "/djangocon-us/me/calendar",
                "/djangocon-us/me/leave",
                "/djangocon-us/shifts/" + aShiftOf(somebodyWithShifts()) + "/swap");
    }

    private String aRole() {
        return jdbc.sql("select slug from role join shift using (role_id) where published order by shift_id limit 1")
                .query(String.class)
                .single();
    }

    private String aShift() {
        return jdbc.sql("select shift_id from shift where published order by shift_id limit 1")
                .query(String.class)
                .single();
    }

    private String aShiftOf(String email) {
        return jdbc.sql("""
                        select shift_id from signup join volunteer using (volunteer_id) join account using (account_id)
                        where state = 'CONFIRMED' and email = ? order by shift_id limit 1
                        """).param(email).query(String.class).single();
    }

    private String somebodyWithShifts() {
        return jdbc.sql("""
                        select email from account join volunteer using (account_id) join signup using (volunteer_id)
                        where state = 'CONFIRMED' and email like '%@example.org' order by email limit 1
                        """).query(String.class).single();
    }
}
