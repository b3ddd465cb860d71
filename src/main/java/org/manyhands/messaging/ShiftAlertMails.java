package org.manyhands.messaging;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the conference's contact, and its chat, which shifts cannot open, each once, and down that it is told, in one transaction. */
@Component
class ShiftAlertMails {

    private final Mailing mailing;
    private final ChatMessages chat;
    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;

    ShiftAlertMails(Mailing mailing, ChatMessages chat, JdbcClient jdbc, BaseUrl baseUrl) {
        this.mailing = mailing;
        this.chat = chat;
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    private record Host(String slug, String name, LocalTimes times, String contactEmail) {}

    private record Gap(UUID shift, TimeRange during, String role, String place, int missing) {}

    @Transactional
    void tell(UUID conference, Instant now) {
        var gaps = claimed(conference, now);
        if (gaps.isEmpty()) {
            return;
        }
        var host = host(conference);
        var words = new HashMap<String, @Nullable Object>();
        words.put("conference", host.name());
        words.put("gaps", gaps.stream().map(gap -> line(gap, host)).toList());
        words.put("howMany", gaps.size() == 1 ? "One shift" : gaps.size() + " shifts");
        words.put("nowLink", URI.create(baseUrl.of("/" + host.slug() + "/organize")));
        mailing.write(mailing.word(
                MailKind.SHIFT_BELOW_MINIMUM,
                host.contactEmail(),
                conference,
                words,
                gaps.getLast().during().start()));
        chat.belowMinimum(
                new ConferenceId(conference),
                host.name(),
                gaps.stream().map(gap -> chatLine(gap, host)).toList(),
                gaps.getLast().during().start());
    }

    private ChatMessages.Line chatLine(Gap gap, Host host) {
        return new ChatMessages.Line(
                gap.role() + ", " + host.times().when(gap.during()) + ", " + gap.place(),
                gap.missing(),
                baseUrl.of("/" + host.slug() + "/shifts/" + gap.shift()));
    }

    /** What another instance tells of in this minute is waited for, and not told again. */
    private List<Gap> claimed(UUID conference, Instant now) {
        return jdbc.sql("""
                        with told as (
                            insert into shift_alert (shift_id, starts_at)
                            select shift_id, lower(during) from shift
                            join conference on conference.conference_id = shift.conference_id
                            left join mail_settings on mail_settings.conference_id = shift.conference_id
                            where shift.conference_id = :conference and %s
                            on conflict do nothing returning shift_id)
                        select shift_id, lower(during) as starts_at, upper(during) as ends_at, role.name as role,
                               place.name as place, minimum - taken - reserved as missing
                        from told join shift using (shift_id) join role using (role_id) join place using (place_id)
                        order by lower(during), role.name, shift_id
                        """.formatted(ShiftAlerts.UNTOLD))
                .param("conference", conference)
                .param("now", Timestamp.from(now))
                .param("hours", MailSettings.DEFAULT.alert())
                .param("more", (int) ShiftAlerts.TOGETHER.toHours())
                .query((row, number) -> new Gap(
                        row.getObject("shift_id", UUID.class),
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getString("role"),
                        row.getString("place"),
                        row.getInt("missing")))
                .list();
    }

    private Host host(UUID conference) {
        return jdbc.sql("select slug, name, zone, town, contact_email from conference where conference_id = ?")
                .param(conference)
                .query((row, number) -> new Host(
                        row.getString("slug"),
                        row.getString("name"),
                        new LocalTimes(ZoneId.of(row.getString("zone")), row.getString("town")),
                        row.getString("contact_email")))
                .single();
    }

    private Map<String, Object> line(Gap gap, Host host) {
        return Map.of(
                "role",
                gap.role(),
                "when",
                host.times().when(gap.during()),
                "place",
                gap.place(),
                "missing",
                gap.missing(),
                "coverLink",
                URI.create(baseUrl.of("/" + host.slug() + "/organize/roster/cover/" + gap.shift())));
    }
}
