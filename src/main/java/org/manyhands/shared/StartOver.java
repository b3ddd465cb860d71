package org.manyhands.shared;

import java.sql.SQLException;
import org.springframework.dao.CannotAcquireLockException;

/** Something came between a look and its lock: {@link RetriedOnConflict} starts the transaction over. */
public class StartOver extends CannotAcquireLockException {

    private static final String SERIALIZATION_FAILURE = "40001";

    public StartOver(String why) {
        super(why, new SQLException(why, SERIALIZATION_FAILURE));
    }
}
