package org.manyhands.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.Token;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceId;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.signup.CheckInDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, renews and ends the links of devices, and knows what each opens: until the day after the conference. */
@Service
class DeviceLinks {

    /** Of a device at a busy desk, and more than one wants to wait for who reads out all names. */
    static final int ASKED_A_MINUTE = 40;

    private final Devices devices;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeviceLinks(Devices devices, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.devices = devices;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param place null for one that shows all places */
    record Line(
            DeviceId id,
            Device.Kind kind,
            String name,
            @Nullable String place,
            Instant linkedAt) {}

    /** What a link opens. */
    record Opened(
            DeviceId id,
            ConferenceId conference,
            String conferenceName,
            LocalTimes times,
            String name,
            @Nullable PlaceId placeId,
            @Nullable String place) {

        CheckInDesk desk() {
            return CheckInDesk.device(conference, placeId, name);
        }
    }

    List<Line> all(ConferenceId conference) {
        return jdbc.sql("""
                        select device_id, kind, device.name, place.name as place, linked_at
                        from device left join place using (place_id)
                        where device.conference_id = ? order by kind, device.name, device_id
                        """)
                .param(conference.conferenceId())
                .query((row, number) -> new Line(
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        Device.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("place"),
                        Objects.requireNonNull(Rows.instant(row, "linked_at"))))
                .list();
    }

    /** @return its address within the site, which nobody can read again */
    @Transactional
    public String link(ConferenceId conference, Device.Kind kind, String name, @Nullable PlaceId place) {
        var token = Token.random();
        var device = devices.saveAndFlush(new Device(conference, kind, name, place, token, clock.instant()));
        audit.recordAdded("device", device.id().deviceId(), conference.conferenceId(), facts(device));
        return kind.address(token);
    }

    /** @return its new address; the one before opens nothing any more */
    @Transactional
    public String renew(ConferenceId conference, DeviceId id) {
        var device = find(conference, id);
        var token = Token.random();
        device.relink(token, clock.instant());
        audit.record("device.relinked", "device", id.deviceId(), conference.conferenceId(), facts(device));
        return device.kind().address(token);
    }

    @Transactional
    public String end(ConferenceId conference, DeviceId id) {
        var device = find(conference, id);
        devices.delete(device);
        audit.recordDeleted("device", id.deviceId(), conference.conferenceId(), facts(device));
        return device.name();
    }

    private Device find(ConferenceId conference, DeviceId id) {
        return devices.findByIdAndConferenceId(id, conference).orElseThrow(NotFound::new);
    }

    private static Map<String, Object> facts(Device device) {
        return Map.of("kind", device.kind(), "name", device.name());
    }

    Opened open(Device.Kind kind, Token token) {
        return jdbc.sql("""
                        select device_id, device.conference_id, conference.name as conference, zone, town, device.name,
                               place_id, place.name as place
                        from device join conference using (conference_id) left join place using (place_id)
                        where token_hash = :hash and kind = :kind
                          and (:now::timestamptz at time zone zone)::date <= last_day + 1
                        """)
                .param("hash", token.hash())
                .param("kind", kind.name())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> opened(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Opened opened(ResultSet row) throws SQLException {
        var place = row.getObject("place_id", UUID.class);
        return new Opened(
                new DeviceId(row.getObject("device_id", UUID.class)),
                new ConferenceId(row.getObject("conference_id", UUID.class)),
                row.getString("conference"),
                new LocalTimes(Objects.requireNonNull(Rows.zone(row, "zone")), row.getString("town")),
                row.getString("name"),
                place == null ? null : new PlaceId(place),
                row.getString("place"));
    }

    /** Counts a question or a press at it. @return whether it has been asked too much in this minute */
    @Transactional
    public boolean isAskedTooMuch(DeviceId device) {
        var now = Timestamp.from(clock.instant());
        var asked = jdbc.sql("""
                        update device set
                            asked = case when minute_began_at > :now - interval '1 minute' then asked + 1 else 1 end,
                            minute_began_at = case when minute_began_at > :now - interval '1 minute' then minute_began_at else :now end
                        where device_id = :device returning asked
                        """.replace(":now", ":now::timestamptz"))
                .param("now", now)
                .param("device", device.deviceId())
                .query(Integer.class)
                .single();
        return asked > ASKED_A_MINUTE;
    }
}
