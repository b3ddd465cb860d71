package org.manyhands.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Reach;
import org.manyhands.volunteer.VolunteerId;

/** A volunteer as organizers need them here: by name, and how to reach them. */
record Helper(VolunteerId id, String name, @Nullable String email, String phone) {

    /** What a reader selects for {@link #in}. */
    static final String COLUMNS = "volunteer.volunteer_id, volunteer.name, email, phone";

    static Helper in(ResultSet row) throws SQLException {
        return new Helper(
                new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"));
    }

    public @Nullable String writeLink() {
        return email == null ? null : Reach.byMail(email);
    }

    public @Nullable String callLink() {
        return Reach.byPhone(phone);
    }
}
