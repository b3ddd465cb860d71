package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.manyhands.volunteer.VolunteerId;

class PersonTests {

    @Test
    void showsOnlyTheEndOfTheirNumberOnPaper() {
        assertThat(reachedAt("ida@example.org", "+1 919 555 0142").phoneTail()).isEqualTo("…0142");
        assertThat(reachedAt("ida@example.org", "ask").phoneTail()).isEqualTo("ask");
    }

    @Test
    void isSoughtByNameWithoutAnAddress() {
        var person = new Person(new VolunteerId(UUID.randomUUID()), "Ida Moreau", "", null, "", "");
        assertThat(person.writeLink()).isNull();
        assertThat(person.soughtAs()).isEqualTo("Ida Moreau");
    }

    private static Person reachedAt(String email, String phone) {
        return new Person(new VolunteerId(UUID.randomUUID()), "Ida Moreau", "", email, phone, "");
    }
}
