package org.manyhands.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Reach;
import org.manyhands.volunteer.VolunteerId;

/** A volunteer as their organizers see them: with every way to reach them. */
record Person(
        VolunteerId id,
        String name,
        String pronouns,
        @Nullable String email,
        String phone,
        String chatHandle) {

    /** What a reader selects for {@link #in}. */
    static final String COLUMNS = "volunteer_id, volunteer.name, pronouns, email, phone, chat_handle";

    /** What a reader asks for with {@code :q} in hand, of anything by which one may know somebody. */
    static final String SOUGHT = """
            (strpos(lower(concat_ws(' ', volunteer.name, email, chat_handle)), lower(:q)) > 0
             or strpos(replace(phone, ' ', ''), replace(:q, ' ', '')) > 0)
            """;

    private static final int TAIL = 4;

    /** Nobody where the row has none. */
    static Optional<Person> in(ResultSet row) throws SQLException {
        var id = row.getObject("volunteer_id", UUID.class);
        return id == null ? Optional.empty() : Optional.of(in(row, new VolunteerId(id)));
    }

    private static Person in(ResultSet row, VolunteerId id) throws SQLException {
        return new Person(
                id,
                row.getString("name"),
                row.getString("pronouns"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("chat_handle"));
    }

    public @Nullable String callLink() {
        return Reach.byPhone(phone);
    }

    /** As much of the number as paper on a wall should show: enough to tell two people apart. */
    public String phoneTail() {
        var digits = Reach.dialled(phone);
        return digits.length() > TAIL ? "…" + digits.substring(digits.length() - TAIL) : phone;
    }

    public @Nullable String writeLink() {
        return email == null ? null : Reach.byMail(email);
    }

    /** What finds this person, and hardly anybody else. */
    public String soughtAs() {
        return email == null ? name : email;
    }
}
