package org.manyhands.messaging;

import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.clearance.ClearanceId;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads an asking for what a role needs first, with all that mails say of it. */
@Component
class ClearanceFacts {

    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;

    ClearanceFacts(JdbcClient jdbc, BaseUrl baseUrl) {
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    /** @param email of the volunteer; null for those who left no address to write to */
    record Asking(
            int version,
            boolean granted,
            boolean briefing,
            String word,
            String answer,
            String volunteer,
            @Nullable String email,
            UUID roleId,
            String role,
            String roleSlug,
            UUID conferenceId,
            String slug,
            String conference,
            LocalTimes times,
            String contactName,
            String contactEmail,
            @Nullable String contactPhone) {}

    Asking of(ClearanceId clearance) {
        return jdbc.sql("""
                        select role_clearance.version, state = 'GRANTED' as granted, needs = 'BRIEFING' as briefing, word, answer,
                               volunteer.name as volunteer, email, role_id, role.name as role, role.slug as role_slug,
                               conference.conference_id, conference.slug, conference.name as conference, zone, town,
                               contact_name, contact_email, contact_phone
                        from role_clearance join role using (role_id) join volunteer using (volunteer_id)
                        left join account using (account_id)
                        join conference on conference.conference_id = role_clearance.conference_id
                        where role_clearance_id = ?
                        """)
                .param(clearance.clearanceId())
                .query((row, number) -> new Asking(
                        row.getInt("version"),
                        row.getBoolean("granted"),
                        row.getBoolean("briefing"),
                        row.getString("word"),
                        row.getString("answer"),
                        row.getString("volunteer"),
                        row.getString("email"),
                        row.getObject("role_id", UUID.class),
                        row.getString("role"),
                        row.getString("role_slug"),
                        row.getObject("conference_id", UUID.class),
                        row.getString("slug"),
                        row.getString("conference"),
                        new LocalTimes(ZoneId.of(row.getString("zone")), row.getString("town")),
                        row.getString("contact_name"),
                        row.getString("contact_email"),
                        row.getString("contact_phone")))
                .single();
    }

    /** What is not known or not needed is null, which templates leave out. */
    Map<String, @Nullable Object> inWords(Asking about) {
        var here = "/" + about.slug();
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("volunteer", about.volunteer());
        facts.put("conference", about.conference());
        facts.put("role", about.role());
        facts.put("briefing", about.briefing());
        facts.put("askedFor", about.briefing() ? "the briefing" : "the yes");
        facts.put("word", about.word().isEmpty() ? null : about.word());
        facts.put("answer", about.answer().isEmpty() ? null : about.answer());
        WhomToAsk.putInto(facts, about.contactName(), about.contactEmail(), about.contactPhone());
        facts.put("approvalsLink", URI.create(baseUrl.of(here + "/organize/approvals")));
        facts.put("roleLink", URI.create(baseUrl.of(here + "/roles/" + about.roleSlug())));
        facts.put("shiftsLink", URI.create(baseUrl.of(here + "/shifts?open=true&role=" + about.roleSlug())));
        facts.put("openShiftsLink", URI.create(baseUrl.of(here + "/shifts?open=true")));
        return facts;
    }
}
