package org.manyhands.conference;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One edition of one conference. */
@Entity
public class Conference {

    @EmbeddedId
    private ConferenceId id;

    private String slug;
    private String name;
    private String town;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private String zone;
    private String welcome = "";

    @Embedded
    private Contact contact;

    private String conductUrl;
    private @Nullable String chatUrl;

    @Embedded
    private @Nullable SignupWindow signupWindow;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    private Duration handover = Duration.ZERO;

    @Embedded
    private WaitlistTerms waitlist = WaitlistTerms.USUAL;

    @Embedded
    private SignupLimits limits = SignupLimits.NONE;

    private boolean published;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Conference() {}

    public Conference(
            String slug,
            String name,
            String town,
            LocalDate firstDay,
            LocalDate lastDay,
            ZoneId zone,
            Contact contact,
            String conductUrl) {
        this.id = ConferenceId.next();
        this.slug = slug;
        this.name = name;
        this.town = town;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.zone = zone.getId();
        this.contact = contact;
        this.conductUrl = conductUrl;
    }

    /** What the public page says of it. */
    public void describe(String name, String town, String welcome) {
        this.name = name;
        this.town = town;
        this.welcome = welcome;
    }

    public void takePlace(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.zone = zone.getId();
    }

    public void answerTo(Contact contact, String conductUrl, @Nullable String chatUrl) {
        this.contact = contact;
        this.conductUrl = conductUrl;
        this.chatUrl = chatUrl;
    }

    public void takeSignups(SignupWindow window) {
        this.signupWindow = window;
    }

    /** @param handover for shifts to come; those that stand keep theirs */
    public void handOver(Duration handover) {
        this.handover = handover;
    }

    public void serveWaitlists(WaitlistTerms terms) {
        this.waitlist = terms;
    }

    /** Those who have taken more by now keep it. */
    public void limit(SignupLimits limits) {
        this.limits = limits;
    }

    public void publish() {
        published = true;
    }

    public void unpublish() {
        published = false;
    }

    public ConferenceId id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public String town() {
        return town;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    ConferenceDays days() {
        return new ConferenceDays(firstDay, lastDay);
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public String welcome() {
        return welcome;
    }

    public Contact contact() {
        return contact;
    }

    public String conductUrl() {
        return conductUrl;
    }

    public @Nullable String chatUrl() {
        return chatUrl;
    }

    public SignupWindow signupWindow() {
        return Objects.requireNonNullElse(signupWindow, SignupWindow.ALWAYS);
    }

    /** How long before its end one may leave a shift for the next one; new shifts take it over. */
    public Duration handover() {
        return handover;
    }

    public WaitlistTerms waitlist() {
        return waitlist;
    }

    public SignupLimits limits() {
        return limits;
    }

    public boolean isPublished() {
        return published;
    }

    public int version() {
        return version;
    }
}
