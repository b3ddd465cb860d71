package org.manyhands;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets what at every address. An address that is not in the table, or no longer exists, fails the build. */
@IntegrationTest
class AccessTests {

    /**
     * Address, then the status for a visitor, a volunteer, an organizer of another conference, and an organizer of this
     * one. Changes are posted empty: 200 shows the form again, 400 misses a field, 303 did it or leads to sign-in.
     */
    private static final String TABLE = """
            GET  /                                        200 200 200 200
            GET  /{c}                                     200 200 200 200
            GET  /{c}/shifts                              200 200 200 200
            GET  /{c}/shifts/{shift}                      200 200 200 200
            POST /{c}/shifts/{shift}/signup               303 400 400 400
            POST /{c}/shifts/{shift}/withdraw             303 303 303 303
            POST /{c}/shifts/{shift}/cover                303 303 303 303
            POST /{c}/shifts/{shift}/take                 303 400 400 400
            POST /{c}/signups                             303 400 400 400
            GET  /{c}/shifts/{shift}/swap                 303 404 404 404
            POST /{c}/shifts/{shift}/swap                 303 303 404 404
            POST /{c}/swaps/{shift}/accept                303 404 404 404
            POST /{c}/swaps/{shift}/call-off              303 404 404 404
            GET  /{c}/roles/{slug}                        200 200 200 200
            POST /{c}/roles/{slug}/ask                    303 303 303 303
            GET  /{c}/schedule                            200 200 200 200
            POST /{c}/schedule/{shift}/star               303 404 303 303
            POST /{c}/schedule/{shift}/unstar             303 404 303 303
            GET  /{c}/me/conference                       303 200 303 303
            GET  /{c}/me/suggestions                      303 200 303 303
            GET  /{c}/join                                200 303 200 200
            POST /{c}/join                                200 200 200 200
            GET  /{c}/me                                  303 200 303 303
            GET  /{c}/me/asked/{shift}                    303 404 404 404
            GET  /{c}/me/mails                            303 200 303 303
            POST /{c}/me/mails                            303 303 303 303
            GET  /{c}/me/feedback                         303 404 404 404
            POST /{c}/me/feedback                         303 404 404 404
            GET  /{c}/organize/feedback                   404 404 404 200
            GET  /{c}/organize/mail                       404 404 404 200
            GET  /{c}/organize/mail/{shift}               404 404 404 404
            POST /{c}/organize/mail/{shift}/again         404 404 404 404
            POST /{c}/organize/mail/{shift}/now           404 404 404 404
            GET  /{c}/organize/mail/texts                 404 404 404 200
            GET  /{c}/organize/mail/texts/{kind}          404 404 404 200
            POST /{c}/organize/mail/texts/{kind}          404 404 404 200
            POST /{c}/organize/mail/texts/{kind}/delete     404 404 404 303
            GET  /{c}/me/news                             303 200 303 303
            GET  /{c}/organize/mail/announcements         404 404 404 200
            GET  /{c}/organize/mail/announcements/new     404 404 404 200
            POST /{c}/organize/mail/announcements/new     404 404 404 200
            GET  /{c}/organize/mail/announcements/{shift} 404 404 404 404
            GET  /{c}/organize/mail/announcements/{shift}/edit 404 404 404 404
            POST /{c}/organize/mail/announcements/{shift}/edit 404 404 404 404
            POST /{c}/organize/mail/announcements/{shift}/test 404 404 404 404
            POST /{c}/organize/mail/announcements/{shift}/send 404 404 404 400
            POST /{c}/organize/mail/announcements/{shift}/delete 404 404 404 404
            GET  /{c}/organize/mail/chat                  404 404 404 200
            POST /{c}/organize/mail/chat                  404 404 404 200
            POST /{c}/organize/mail/chat/test             404 404 404 303
            POST /{c}/organize/mail/chat/delete           404 404 404 303
            GET  /{c}/organize/mail/settings              404 404 404 200
            POST /{c}/organize/mail/settings              404 404 404 200
            GET  /{c}/me/calendar                         303 200 303 303
            POST /{c}/me/calendar                         303 303 303 303
            POST /{c}/me/calendar/talks                   303 303 303 303
            POST /{c}/me/calendar/end                     303 303 303 303
            GET  /{c}/me/shifts/{shift}.ics               303 404 404 404
            GET  /calendar/{token}.ics                    404 404 404 404
            GET  /unsubscribe/{token}                     404 404 404 404
            POST /unsubscribe/{token}                     404 404 404 404
            POST /{c}/me/asked/{shift}/decline            303 404 404 404
            GET  /{c}/me/leave                            303 200 200 200
            POST /{c}/me/leave                            303 303 303 303
            GET  /{c}/me/code                             303 200 303 303
            GET  /{c}/me/profile                          303 200 303 303
            POST /{c}/me/profile                          303 200 303 303
            GET  /sign-in                                 200 200 200 200
            POST /sign-in                                 200 200 200 200
            GET  /sign-in/sent                            303 303 303 303
            POST /sign-in/code                            303 303 303 303
            GET  /sign-in/link                            410 410 410 410
            POST /sign-in/link                            410 410 410 410
            POST /sign-in/link/renew                      303 303 303 303
            GET  /setup                                   404 404 404 404
            POST /setup                                   404 404 404 404
            GET  /conferences/new                         303 404 404 404
            POST /conferences/new                         303 404 404 404
            GET  /{c}/organize                            404 404 404 200
            GET  /{c}/organize/roster                     404 404 404 200
            GET  /{c}/organize/roster/now                 404 404 404 200
            GET  /{c}/organize/roster/gaps                404 404 404 200
            GET  /{c}/organize/roster/gaps/hour           404 404 404 400
            GET  /{c}/organize/roster/gaps.csv            404 404 404 200
            GET  /{c}/organize/roster/cover/{shift}       404 404 404 200
            POST /{c}/organize/roster/cover/{shift}       404 404 404 303
            GET  /{c}/organize/volunteers                 404 404 404 200
            GET  /{c}/organize/volunteers/{shift}/merge   404 404 404 404
            POST /{c}/organize/volunteers/{shift}/merge   404 404 404 404
            GET  /{c}/organize/shifts/{shift}/people/move 404 404 404 400
            POST /{c}/organize/shifts/{shift}/people/move 404 404 404 400
            GET  /{c}/organize/shifts/{shift}/people/walk-up 404 404 404 200
            POST /{c}/organize/shifts/{shift}/people/walk-up 404 404 404 200
            GET  /{c}/organize/checkin                    404 404 404 200
            GET  /{c}/organize/checkin/code/{code}        303 404 404 404
            POST /{c}/organize/checkin/signups/{shift}/arrived 404 404 404 404
            POST /{c}/organize/checkin/signups/{shift}/left 404 404 404 404
            POST /{c}/organize/checkin/signups/{shift}/undo 404 404 404 404
            GET  /{c}/organize/checkin/signups/{shift}/no-show 404 404 404 404
            POST /{c}/organize/checkin/signups/{shift}/no-show 404 404 404 404
            GET  /{c}/organize/checkin/signups/{shift}    404 404 404 404
            POST /{c}/organize/checkin/signups/{shift}    404 404 404 404
            GET  /{c}/organize/checkin/displays           404 404 404 200
            POST /{c}/organize/checkin/displays           404 404 404 200
            POST /{c}/organize/checkin/displays/{shift}/renew 404 404 404 404
            POST /{c}/organize/checkin/displays/{shift}/end 404 404 404 404
            GET  /desk/{token}                            404 404 404 404
            POST /desk/{token}/arrived                    400 400 400 400
            POST /desk/{token}/undo                       400 400 400 400
            GET  /wall/{token}                            404 404 404 404
            GET  /{c}/organize/calendar                   404 404 404 200
            POST /{c}/organize/calendar                   404 404 404 400
            POST /{c}/organize/calendar/{shift}/renew     404 404 404 404
            POST /{c}/organize/calendar/{shift}/end       404 404 404 404
            POST /{c}/organize/calendar/attachments       404 404 404 303
            GET  /{c}/organize/print                      404 404 404 200
            GET  /{c}/organize/print/roster               404 404 404 200
            GET  /{c}/organize/print/desk                 404 404 404 200
            GET  /{c}/organize/print/blocks               404 404 404 200
            GET  /{c}/organize/print/cards                404 404 404 200
            GET  /{c}/organize/print/badges               404 404 404 200
            GET  /{c}/organize/volunteers.csv             404 404 404 200
            GET  /{c}/organize/volunteers/{person}        404 404 404 200
            POST /{c}/organize/volunteers/{person}/notes  404 404 404 200
            POST /{c}/organize/volunteers/{person}/notes/{note}/delete 404 404 404 404
            POST /{c}/organize/volunteers/{person}/clear  404 404 404 404
            GET  /{c}/organize/approvals                  404 404 404 200
            POST /{c}/organize/approvals                  404 404 404 200
            GET  /{c}/organize/report                     404 404 404 200
            GET  /{c}/organize/report/roles.csv           404 404 404 200
            GET  /{c}/organize/report/people.csv          404 404 404 200
            GET  /{c}/organize/settings                   404 404 404 200
            POST /{c}/organize/settings                   404 404 404 200
            GET  /{c}/organize/places                     404 404 404 200
            GET  /{c}/organize/places/new                 404 404 404 200
            POST /{c}/organize/places/new                 404 404 404 200
            GET  /{c}/organize/places/{place}             404 404 404 200
            POST /{c}/organize/places/{place}             404 404 404 200
            GET  /{c}/organize/schedule                   404 404 404 200
            GET  /{c}/organize/schedule/source            404 404 404 200
            POST /{c}/organize/schedule/source            404 404 404 400
            POST /{c}/organize/schedule/talks/{shift}/busy 404 404 404 400
            POST /{c}/organize/schedule/rooms/{shift}     404 404 404 404
            POST /{c}/organize/schedule/rooms/{shift}/place 404 404 404 404
            GET  /{c}/organize/import                     404 404 404 200
            POST /{c}/organize/import                     404 404 404 200
            GET  /{c}/organize/import/shifts              404 404 404 200
            POST /{c}/organize/import/shifts              404 404 404 200
            GET  /{c}/organize/import/shifts/preview      404 404 404 303
            POST /{c}/organize/import/shifts/use          404 404 404 303
            POST /{c}/organize/import/shifts/drop         404 404 404 303
            GET  /{c}/organize/import/preview             404 404 404 303
            POST /{c}/organize/import/zone                404 404 404 303
            POST /{c}/organize/import/use                 404 404 404 303
            POST /{c}/organize/import/drop                404 404 404 303
            GET  /{c}/organize/roles                      404 404 404 200
            GET  /{c}/organize/roles/new                  404 404 404 200
            POST /{c}/organize/roles/new                  404 404 404 200
            GET  /{c}/organize/roles/{role}               404 404 404 200
            POST /{c}/organize/roles/{role}               404 404 404 200
            GET  /{c}/organize/timeslots                  404 404 404 200
            GET  /{c}/organize/timeslots/new              404 404 404 200
            POST /{c}/organize/timeslots/new              404 404 404 200
            GET  /{c}/organize/timeslots/{slot}           404 404 404 200
            POST /{c}/organize/timeslots/{slot}           404 404 404 200
            GET  /{c}/organize/shifts                     404 404 404 200
            GET  /{c}/organize/shifts/new                 404 404 404 200
            POST /{c}/organize/shifts/new                 404 404 404 200
            GET  /{c}/organize/shifts/{shift}             404 404 404 200
            POST /{c}/organize/shifts/{shift}             404 404 404 200
            GET  /{c}/organize/shifts/blocks              404 404 404 200
            POST /{c}/organize/shifts/blocks              404 404 404 200
            GET  /{c}/organize/schedule/moves             404 404 404 200
            GET  /{c}/organize/audit                      404 404 404 200
            GET  /{c}/organize/copy                       404 404 404 200
            POST /{c}/organize/copy                       404 404 404 200
            GET  /{c}/organize/team                       404 404 404 200
            GET  /{c}/organize/team/invite                404 404 404 200
            POST /{c}/organize/team/invite                404 404 404 200
            GET  /{c}/organize/team/members/{shift}       404 404 404 404
            POST /{c}/organize/team/members/{shift}       404 404 404 404
            POST /{c}/organize/team/members/{shift}/remove 404 404 404 404
            POST /{c}/organize/team/invitations/{shift}/again 404 404 404 404
            POST /{c}/organize/team/invitations/{shift}/withdraw 404 404 404 404
            GET  /invitations                             303 200 200 200
            POST /invitations/{shift}/accept              303 404 404 404
            POST /invitations/{shift}/decline             303 404 404 404
            GET  /{c}/organize/needs                      404 404 404 200
            POST /{c}/organize/needs                      404 404 404 303
            GET  /{c}/organize/needs/bulk                 404 404 404 200
            POST /{c}/organize/needs/bulk                 404 404 404 200
            POST /{c}/organize/schedule/moves/{shift}/move 404 404 404 303
            POST /{c}/organize/schedule/moves/{shift}/leave 404 404 404 303
            GET  /{c}/organize/conflicts                  404 404 404 200
            POST /{c}/organize/conflicts/{shift}/settle   404 404 404 404
            GET  /{c}/organize/shifts/{shift}/people      404 404 404 200
            POST /{c}/organize/shifts/{shift}/people      404 404 404 400
            POST /{c}/organize/shifts/{shift}/people/remove 404 404 404 400
            GET  /{c}/organize/shifts/{shift}/people/remove 404 404 404 400
            GET  /{c}/organize/shifts/{shift}/hand-over   404 404 404 200
            POST /{c}/organize/shifts/{shift}/hand-over   404 404 404 200
            POST /{c}/organize/shifts/{shift}/cancel      404 404 404 303
            POST /{c}/organize/shifts/{shift}/draft       404 404 404 303
            POST /{c}/organize/shifts/{shift}/publish     404 404 404 303
            POST /{c}/organize/shifts/publish             404 404 404 303
            POST /{c}/organize/shifts/{shift}/delete      404 404 404 303
            POST /{c}/organize/timeslots/{slot}/delete    404 404 404 303
            POST /{c}/organize/roles/{role}/delete        404 404 404 303
            POST /{c}/organize/places/{place}/delete      404 404 404 303
            POST /{c}/organize/settings/unpublish         404 404 404 303
            POST /{c}/organize/settings/publish           404 404 404 303
            """;

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private record Row(
            HttpMethod method, String address, int visitor, int volunteer, int otherOrganizer, int organizer) {

        static Row of(String line) {
            var words = line.trim().split(" +");
            return new Row(
                    HttpMethod.valueOf(words[0]),
                    words[1],
                    Integer.parseInt(words[2]),
                    Integer.parseInt(words[3]),
                    Integer.parseInt(words[4]),
                    Integer.parseInt(words[5]));
        }

        /** As Spring names it: ids have no names of their own there. */
        String route() {
            return method + " " + address.replaceAll("\\{(shift|place|role|slot|person)}", "{id}");
        }
    }

    /** As in an installation that has its first organizer: the way to become one is closed. */
    @BeforeEach
    void setUp() {
        jdbc.sql("update account set may_create_conferences = true where account_id = ?")
                .param(given.account("founder-" + UUID.randomUUID() + "@example.org")
                        .accountId())
                .update();
    }

    @AfterEach
    void openSetupAgain() {
        jdbc.sql("update account set may_create_conferences = false where email like 'founder-%'")
                .update();
    }

    @Test
    void opensEachAddressToThoseItIsFor() {
        var conference = given.conference();
        var timeslot = given.timeslot(conference, "08:00", "10:00");
        var role = given.role(conference, "Registration desk");
        var place = given.place(conference, "Lobby");
        var shift = given.shift(conference, timeslot, role, place, Need.of(2));
        var names = Map.ofEntries(
                entry("{c}", conference.slug()),
                entry("{shift}", shift.id().shiftId().toString()),
                entry("{place}", place.id().placeId().toString()),
                entry("{slug}", role.slug()),
                entry("{kind}", "you-are-in"),
                entry("{person}", given.volunteer(conference).volunteerId().toString()),
                entry("{note}", role.id().roleId().toString()),
                entry("{role}", role.id().roleId().toString()),
                entry("{slot}", timeslot.id().timeslotId().toString()),
                entry("{code}", "no-such-code"),
                entry("{token}", "no-such-token"));
        var volunteer = SignedInAs.account(volunteer(conference));
        var organizer = SignedInAs.account(given.organizer(conference));
        var otherOrganizer = SignedInAs.account(given.organizer(given.conference()));
        var softly = new SoftAssertions();
        rows().forEach(row -> {
            var address = row.address();
            for (var name : names.entrySet()) {
                address = address.replace(name.getKey(), name.getValue());
            }
            softly.assertThat(status(row.method(), address, anonymous()))
                    .as("visitor: " + row.route())
                    .isEqualTo(row.visitor());
            softly.assertThat(status(row.method(), address, volunteer))
                    .as("volunteer: " + row.route())
                    .isEqualTo(row.volunteer());
            softly.assertThat(status(row.method(), address, otherOrganizer))
                    .as("organizer of another conference: " + row.route())
                    .isEqualTo(row.otherOrganizer());
            softly.assertThat(status(row.method(), address, organizer))
                    .as("organizer: " + row.route())
                    .isEqualTo(row.organizer());
        });
        softly.assertAll();
    }

    @Test
    void listsEveryAddressThereIs() {
        var listed = rows().map(Row::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(existing()).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void changesNothingWithoutTheFormsToken() {
        var conference = given.conference();
        var organizer = SignedInAs.account(given.organizer(conference));
        rows().filter(row -> row.method() == HttpMethod.POST && row.organizer() != 404)
                .forEach(row -> {
                    var address = row.address()
                            .replace("{c}", conference.slug())
                            .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
                    assertThat(mvc.post().uri(address).with(organizer))
                            .as(row.route())
                            .hasStatus(403);
                });
    }

    private static Stream<Row> rows() {
        return TABLE.lines().map(Row::of);
    }

    /** The addresses of our own controllers; those of tests and of the error page aside. */
    private Stream<String> addresses() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> !route.getValue()
                        .getBeanType()
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes"))
                .flatMap(route -> route.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                route.getKey().getPatternValues().stream().map(pattern -> method + " " + pattern)));
    }

    private TreeSet<String> existing() {
        return addresses().collect(Collectors.toCollection(TreeSet::new));
    }

    private int status(HttpMethod method, String address, RequestPostProcessor who) {
        var request = method == HttpMethod.POST
                ? mvc.post().uri(address).with(csrf())
                : mvc.get().uri(address);
        return request.with(who).exchange().getResponse().getStatus();
    }

    private AccountId volunteer(Conference conference) {
        var account = given.account("access-" + UUID.randomUUID() + "@example.org");
        given.volunteer(conference, account, Profile.named("Vera"));
        return account;
    }
}
