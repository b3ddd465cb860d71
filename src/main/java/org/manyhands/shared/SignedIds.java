package org.manyhands.shared;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ids that nobody can make up: an id and 128 bits of its HMAC (RFC 2104) under this installation's key for the purpose.
 * So it is always the same, and none is stored. In 43 characters that stand in an address as they are.
 */
@Component
public class SignedIds {

    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;

    SignedIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param purpose names a key that is there */
    public String sign(UUID id, String purpose) {
        return sign(id, key(purpose));
    }

    /** The key is read once. @return each of them signed, by the id */
    public Map<UUID, String> signAll(Collection<UUID> ids, String purpose) {
        var key = key(purpose);
        var signed = new HashMap<UUID, String>();
        ids.forEach(id -> signed.put(id, sign(id, key)));
        return signed;
    }

    private static String sign(UUID id, byte[] key) {
        var bytes = ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        bytes.put(mac(Arrays.copyOf(bytes.array(), ID_BYTES), key));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The id; none where it was not signed here for this purpose. */
    public Optional<UUID> read(String signed, String purpose) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(signed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        var id = Arrays.copyOf(bytes, ID_BYTES);
        var sent = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        // In a time that does not tell how much of it was right
        if (!MessageDigest.isEqual(mac(id, key(purpose)), sent)) {
            return Optional.empty();
        }
        var halves = ByteBuffer.wrap(id);
        return Optional.of(new UUID(halves.getLong(), halves.getLong()));
    }

    private byte[] key(String purpose) {
        return jdbc.sql("select secret from signing_key where purpose = ?")
                .param(purpose)
                .query(byte[].class)
                .single();
    }

    private static byte[] mac(byte[] id, byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(id), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
