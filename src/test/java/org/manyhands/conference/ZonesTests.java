package org.manyhands.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ZonesTests {

    @Test
    void offersEachPlaceOnceByItsNameOfToday() {
        assertThat(Zones.choices())
                .containsEntry("Asia/Ashgabat", "Ashgabat (Asia)")
                .containsEntry("Europe/Kyiv", "Kyiv (Europe)")
                .containsEntry("America/Argentina/Buenos_Aires", "Buenos Aires (America, Argentina)")
                .doesNotContainKeys("Australia/ACT", "Asia/Ashkhabad", "Europe/Kiev", "America/Buenos_Aires");
        assertThat(Zones.choices().values().stream()
                        .map(words -> words.replaceAll(" \\(.*", ""))
                        .toList())
                .doesNotHaveDuplicates();
    }

    /** Whoever lives by a former name finds the same time by another one. */
    @Test
    void offersTheTimeOfEveryNameItLeavesOut() {
        var offered = Zones.choices().keySet().stream()
                .map(id -> ZoneId.of(id).getRules())
                .collect(Collectors.toSet());
        assertThat(ZoneId.getAvailableZoneIds().stream().filter(Zones::offer))
                .allSatisfy(id -> assertThat(offered).contains(ZoneId.of(id).getRules()));
    }

    @Test
    void keepsAFormerNameWhereAConferenceHasIt() {
        assertThat(Zones.choices("Europe/Kiev")).containsKeys("Europe/Kiev", "Europe/Kyiv");
        assertThat(Zones.offer("Europe/Kiev")).isTrue();
    }
}
