package org.manyhands.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests to sign in of the last day. */
interface SignIns extends Repository<SignIn, SignInId> {

    /** Written at once: what a request brings along refers to its row. */
    SignIn saveAndFlush(SignIn signIn);

    Optional<SignIn> findById(SignInId id);

    Optional<SignIn> findByTokenHash(byte[] tokenHash);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SignIn s where s.id = :id")
    Optional<SignIn> lockById(SignInId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SignIn s where s.tokenHash = :tokenHash")
    Optional<SignIn> lockByTokenHash(byte[] tokenHash);

    /**
     * Lets requests for one address in one after the other until the transaction ends. There may be no row yet that could
     * be locked; without this, two at once would meet at the unique index, and one of them would fail.
     */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtextextended('sign-in ' || :email, 0))", nativeQuery = true)
    int queueFor(String email);

    @Query("""
            select s.askedAt from SignIn s
            where s.email = :email and s.usedAt is null and s.askedAt > :since
            order by s.askedAt""")
    List<Instant> unusedSince(EmailAddress email, Instant since);

    @Modifying
    @Query("""
            update versioned SignIn s set s.replacedAt = :now
            where s.email = :email and s.usedAt is null and s.replacedAt is null""")
    void replaceUnused(EmailAddress email, Instant now);

    @Modifying
    @Query("delete from SignIn s where s.askedAt < :before")
    int deleteAskedBefore(Instant before);
}
