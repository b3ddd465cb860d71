package org.manyhands.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.manyhands.conference.PlaceId;
import org.manyhands.schedule.Talk;
import org.manyhands.schedule.TalkId;
import org.manyhands.schedulefile.Kind;

/** The shapes of real programmes; times are hours of one day, and of the next beyond 24. */
class BlocksTests {

    private static final Instant MIDNIGHT = Instant.parse("2026-10-19T00:00:00Z");
    private static final PlaceId HALL = new PlaceId(new UUID(0, 1));
    private static final PlaceId ATTIC = new PlaceId(new UUID(0, 2));
    private static final PlaceId LOBBY = new PlaceId(new UUID(0, 3));

    private final List<Talk> schedule = new ArrayList<>();

    @Test
    void knowsNoBlockWithoutTalks() {
        assertThat(blocks()).isEmpty();
        on("Lunch", Kind.BREAK, "12:00", "13:00", LOBBY);
        assertThat(blocks()).isEmpty();
    }

    @Test
    void reachesFromOneBreakToTheNextInEachRoom() {
        on("Keynote", Kind.KEYNOTE, "09:00", "10:00", HALL);
        on("Coffee", Kind.BREAK, "10:00", "10:30", LOBBY);
        on("A", Kind.TALK, "10:30", "11:15", HALL);
        on("B", Kind.TALK, "10:30", "11:15", ATTIC);
        on("C", Kind.TALK, "11:20", "12:00", HALL);
        on("D", Kind.TUTORIAL, "11:20", "12:30", ATTIC);
        assertThat(blocks())
                .containsExactly("HALL 09:00-10:00 Keynote", "HALL 10:30-12:00 A C", "ATTIC 10:30-12:30 B D");
    }

    @Test
    void endsAtABreakWithoutARoom() {
        on("A", Kind.TALK, "10:00", "10:45", HALL);
        on("Coffee", Kind.BREAK, "10:45", "11:00");
        on("B", Kind.TALK, "11:00", "11:45", HALL);
        assertThat(blocks()).containsExactly("HALL 10:00-10:45 A", "HALL 11:00-11:45 B");
    }

    @Test
    void endsAtABreakThatItsLastTalkRunsInto() {
        on("A", Kind.TALK, "10:00", "10:50", HALL);
        on("Coffee", Kind.BREAK, "10:45", "11:00", LOBBY);
        on("B", Kind.TALK, "11:00", "11:45", HALL);
        assertThat(blocks()).containsExactly("HALL 10:00-10:50 A", "HALL 11:00-11:45 B");
    }

    /** DjangoCon US 2023: an early lunch for some while others hear lightning talks. */
    @Test
    void goesOnThroughTheLunchOfOthers() {
        on("A", Kind.TALK, "12:00", "12:25", HALL);
        on("Early lunch", Kind.BREAK, "12:30", "13:20", LOBBY);
        on("Lightning talks", Kind.TALK, "12:30", "13:20", HALL);
        on("Lunch", Kind.BREAK, "13:20", "14:05", LOBBY);
        on("B", Kind.TALK, "14:05", "14:50", HALL);
        on("C", Kind.TALK, "12:00", "12:25", ATTIC);
        on("D", Kind.TALK, "14:05", "14:50", ATTIC);
        assertThat(blocks())
                .containsExactly(
                        "HALL 12:00-13:20 A Lightning talks",
                        "ATTIC 12:00-12:25 C",
                        "HALL 14:05-14:50 B",
                        "ATTIC 14:05-14:50 D");
    }

    /** A change of speakers within a lunch elsewhere is no break. */
    @Test
    void doesNotEndInTheMiddleOfABreakElsewhere() {
        on("Lunch", Kind.BREAK, "12:00", "13:00", LOBBY);
        on("A", Kind.TALK, "11:30", "12:25", HALL);
        on("B", Kind.TALK, "12:30", "13:10", HALL);
        assertThat(blocks()).containsExactly("HALL 11:30-13:10 A B");
    }

    @Test
    void takesTalksTogetherThatTouchOrOverlap() {
        on("A", Kind.TALK, "10:00", "12:00", HALL);
        on("Inside A", Kind.TALK, "10:30", "11:00", HALL);
        on("B", Kind.TALK, "12:00", "12:30", HALL);
        on("C", Kind.TALK, "12:20", "13:00", HALL);
        assertThat(blocks()).containsExactly("HALL 10:00-13:00 A Inside A B C");
    }

    @Test
    void endsAtALongPauseWithoutAnEntry() {
        on("A", Kind.TALK, "10:00", "11:00", HALL);
        on("B", Kind.TALK, "11:20", "12:00", HALL);
        on("C", Kind.TALK, "12:21", "13:00", HALL);
        assertThat(blocks()).containsExactly("HALL 10:00-12:00 A B", "HALL 12:21-13:00 C");
    }

    @Test
    void goesOnPastMidnight() {
        on("Party", Kind.SOCIAL, "22:00", "25:00", HALL);
        on("Late show", Kind.TALK, "25:10", "26:00", HALL);
        assertThat(blocks()).containsExactly("HALL 22:00-26:00 Party Late show");
    }

    @Test
    void countsNeitherServicesNorWhatBlocksNobodyNorWhatHasNoLength() {
        on("Registration", Kind.SERVICE, "08:00", "18:00", HALL);
        line("Open lounge", Kind.TALK, "08:00", "18:00", false, HALL);
        on("No end", Kind.TALK, "09:00", "09:00", HALL);
        on("Sprint week", Kind.SPRINT, "00:00", "48:00", HALL);
        on("A", Kind.TALK, "10:00", "11:00", HALL);
        assertThat(blocks()).containsExactly("HALL 10:00-11:00 A");
    }

    @Test
    void isNoLongerThanATimeslotMayBe() {
        for (var hour = 0; hour < 30; hour++) {
            on("T" + hour, Kind.TALK, "%02d:00".formatted(hour), "%02d:00".formatted(hour + 1), HALL);
        }
        assertThat(Blocks.of(schedule))
                .extracting(block -> block.during().length())
                .containsExactly(Duration.ofHours(24), Duration.ofHours(6));
    }

    @Test
    void standsAtEachPlaceOfATalkInSeveralRooms() {
        on("Opening", Kind.KEYNOTE, "09:00", "10:00", HALL, ATTIC);
        assertThat(blocks()).containsExactly("HALL 09:00-10:00 Opening", "ATTIC 09:00-10:00 Opening");
    }

    @Test
    void leavesOutWhatIsAtNoPlace() {
        on("Somewhere", Kind.TALK, "09:00", "10:00");
        assertThat(blocks()).isEmpty();
    }

    private void on(String title, Kind kind, String from, String to, PlaceId... places) {
        line(title, kind, from, to, kind.attended(), places);
    }

    private void line(String title, Kind kind, String from, String to, boolean blocks, PlaceId... places) {
        schedule.addFirst(new Talk(
                new TalkId(UUID.randomUUID()),
                title,
                "",
                List.of(),
                at(from),
                at(to),
                kind,
                blocks,
                null,
                List.of(),
                Set.of(places)));
    }

    private static Instant at(String time) {
        var parts = time.split(":");
        return MIDNIGHT.plus(Duration.ofHours(Long.parseLong(parts[0])))
                .plus(Duration.ofMinutes(Long.parseLong(parts[1])));
    }

    private List<String> blocks() {
        return Blocks.of(schedule).stream().map(BlocksTests::inWords).toList();
    }

    private static String inWords(Blocks.Block block) {
        return (block.place().equals(HALL) ? "HALL " : "ATTIC ")
                + clock(block.during().start()) + "-" + clock(block.during().end()) + " "
                + String.join(" ", block.talks().stream().map(Talk::title).toList());
    }

    private static String clock(Instant at) {
        var since = Duration.between(MIDNIGHT, at);
        return "%02d:%02d".formatted(since.toHours(), since.toMinutesPart());
    }
}
