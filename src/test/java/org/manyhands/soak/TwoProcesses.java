package org.manyhands.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.manyhands.ApplicationProcess;
import org.manyhands.Given;
import org.manyhands.PlainBrowser;
import org.manyhands.conference.Conference;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application twice on one database, and people who are signed in to both. */
final class TwoProcesses implements AutoCloseable {

    private final ApplicationProcess one;
    private final ApplicationProcess other;

    /** Somebody with a window on each, which knows the session that the first one began. */
    record Person(VolunteerId id, PlainBrowser one, PlainBrowser other) {

        PlainBrowser window(int number) {
            return number % 2 == 0 ? one : other;
        }
    }

    TwoProcesses(JdbcConnectionDetails database) throws IOException, InterruptedException {
        one = new ApplicationProcess(database, "--manyhands.mail=none");
        other = new ApplicationProcess(database, "--manyhands.mail=none");
    }

    List<Person> people(int number, Conference conference, Given given, JdbcClient jdbc)
            throws IOException, InterruptedException {
        var people = new ArrayList<Person>();
        for (var i = 0; i < number; i++) {
            var email = "two-processes-" + UUID.randomUUID() + "@example.org";
            var id = given.volunteer(conference, given.account(email), Profile.named(email));
            var browser = new PlainBrowser(one.port(), jdbc);
            browser.followLinkMailedTo(email);
            browser.get("/" + conference.slug() + "/shifts");
            people.add(new Person(id, browser, browser.at(other.port())));
        }
        return people;
    }

    @Override
    public void close() throws InterruptedException {
        one.close();
        other.close();
    }
}
