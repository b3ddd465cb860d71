package org.manyhands.checkin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The codes that volunteers show at the desk: a volunteer's id and 128 bits of its HMAC (RFC 2104) under this
 * installation's key. So a code is always the same, none is stored, and nobody makes one up. It opens nothing by itself:
 * the page it leads to asks for a right at the desk.
 */
@Component
class Codes {

    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;

    Codes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(VolunteerId volunteer) {
        var id = volunteer.volunteerId();
        var bytes = ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        bytes.put(mac(Arrays.copyOf(bytes.array(), ID_BYTES)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whose code it is; nobody's where it was not made here. */
    Optional<VolunteerId> read(String code) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(code);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        var id = Arrays.copyOf(bytes, ID_BYTES);
        var sent = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        // In a time that does not tell how much of it was right
        if (!MessageDigest.isEqual(mac(id), sent)) {
            return Optional.empty();
        }
        var halves = ByteBuffer.wrap(id);
        return Optional.of(new VolunteerId(new UUID(halves.getLong(), halves.getLong())));
    }

    private byte[] mac(byte[] id) {
        var key = jdbc.sql("select secret from signing_key where purpose = 'CHECK_IN_CODE'")
                .query(byte[].class)
                .single();
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(id), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
