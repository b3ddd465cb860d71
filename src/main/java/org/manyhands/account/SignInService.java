package org.manyhands.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.manyhands.shared.RetriedOnConflict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in, each step in one transaction: a mail is asked for, and its link or its code is redeemed once. */
@Service
class SignInService {

    static final int UNUSED_AT_MOST = 3;
    static final Duration WITHIN = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(1);

    private final SignIns signIns;
    private final Accounts accounts;
    private final SignInMails mails;
    private final ObjectProvider<Errand> errands;
    private final AuditTrail audit;
    private final Clock clock;

    SignInService(
            SignIns signIns,
            Accounts accounts,
            SignInMails mails,
            ObjectProvider<Errand> errands,
            AuditTrail audit,
            Clock clock) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.mails = mails;
        this.errands = errands;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes a mail to the address, whether it is known or not, and with the same work.
     *
     * @param errand stores what the request brings along
     */
    @Transactional
    public SignInId ask(EmailAddress email, LocalPath next, Consumer<SignInId> errand) {
        var now = clock.instant();
        signIns.queueFor(email.text());
        refuseTooMany(email, now);
        signIns.replaceUnused(email, now);
        var token = Token.random();
        var code = Code.random();
        var signIn = signIns.saveAndFlush(new SignIn(email, next, token, code, now));
        errand.accept(signIn.id());
        var purpose = purpose(signIn.id());
        if (accounts.existsByEmail(email) | registers(signIn)) {
            mails.writeTo(email, token, code, purpose, signIn.expiresAt());
        } else {
            mails.writeToUnknown(email, signIn.expiresAt());
        }
        return signIn.id();
    }

    /** As above; what an earlier request from the same browser for the same address brought along comes along again. */
    @Transactional
    public SignInId askAgain(EmailAddress email, LocalPath next, @Nullable SignInId earlier) {
        var unused = Optional.ofNullable(earlier)
                .flatMap(signIns::findById)
                .filter(signIn -> !signIn.isUsed() && signIn.email().equals(email));
        return ask(email, next, newer -> unused.ifPresent(signIn -> carryOver(signIn, newer)));
    }

    /** A new mail in place of one whose link has died, to the same address and with the same errand; none for a used one. */
    @Transactional
    public Optional<AskedHere> renew(Token token) {
        return signIns.findByTokenHash(token.hash()).flatMap(signIn -> renew(signIn, false));
    }

    @Transactional
    public Optional<AskedHere> renew(AskedHere asked) {
        return signIns.findById(asked.signIn()).flatMap(signIn -> renew(signIn, asked.typed()));
    }

    /** What the link's page says; changes nothing. */
    @Transactional(readOnly = true)
    public LinkPage look(Token token) {
        return signIns.findByTokenHash(token.hash())
                .map(signIn -> new LinkPage(
                        signIn.end(clock.instant()).orElse(null),
                        signIn.email().masked(),
                        announcement(signIn),
                        purpose(signIn.id()).map(Errand.Purpose::conference).orElse(null)))
                .orElse(LinkPage.NOT_KNOWN);
    }

    @Transactional
    @RetriedOnConflict
    public Redemption redeem(Token token) {
        return signIns.lockByTokenHash(token.hash())
                .map(signIn -> signIn.end(clock.instant())
                        .<Redemption>map(Redemption.Dead::new)
                        .orElseGet(() -> enter(signIn)))
                .orElse(new Redemption.Dead(SignIn.End.NOT_KNOWN));
    }

    @Transactional
    @RetriedOnConflict
    public Redemption redeem(AskedHere asked, Code code) {
        return signIns.lockById(asked.signIn())
                .filter(signIn -> signIn.email().equals(asked.email()))
                .map(signIn -> signIn.end(clock.instant())
                        .<Redemption>map(Redemption.Dead::new)
                        .orElseGet(() -> signIn.accepts(code) ? enter(signIn) : wrongCode(signIn)))
                .orElse(new Redemption.Dead(SignIn.End.NOT_KNOWN));
    }

    @Transactional
    @Scheduled(fixedRateString = "PT1H")
    public void forgetOldOnes() {
        signIns.deleteAskedBefore(clock.instant().minus(KEPT));
    }

    private Optional<AskedHere> renew(SignIn dead, boolean typed) {
        if (dead.isUsed()) {
            return Optional.empty();
        }
        var newer = ask(dead.email(), dead.next(), id -> carryOver(dead, id));
        return Optional.of(new AskedHere(newer, dead.email(), typed));
    }

    private Redemption enter(SignIn signIn) {
        var now = clock.instant();
        if (!accounts.existsByEmail(signIn.email()) && !registers(signIn)) {
            return new Redemption.Dead(SignIn.End.NOT_KNOWN);
        }
        signIn.use(now);
        var account = accounts.register(signIn.email(), now);
        var who = new SignedIn(account.id(), account.email(), now);
        var before = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setContext(who.asContext());
        try {
            return new Redemption.Entered(who, arrive(signIn, account));
        } finally {
            SecurityContextHolder.setDeferredContext(before);
        }
    }

    /** In the name of whoever comes by the mail, not of who else may be signed in with this browser. */
    private Arrival arrive(SignIn signIn, Account account) {
        audit.record("account.signed-in", "account", account.id().accountId(), null, Map.of());
        return errands.stream()
                .flatMap(errand -> errand.carryOut(signIn.id(), account).stream())
                .findFirst()
                .orElse(Arrival.at(signIn.next()));
    }

    private static Redemption wrongCode(SignIn signIn) {
        return signIn.triesLeft() > 0
                ? new Redemption.WrongCode(signIn.triesLeft())
                : new Redemption.Dead(SignIn.End.TOO_MANY_TRIES);
    }

    private void refuseTooMany(EmailAddress email, Instant now) {
        var unused = signIns.unusedSince(email, now.minus(WITHIN));
        if (unused.size() >= UNUSED_AT_MOST) {
            var oldestThatCounts = unused.get(unused.size() - UNUSED_AT_MOST);
            throw new TooManySignIns(Duration.between(now, oldestThatCounts.plus(WITHIN)));
        }
    }

    private boolean registers(SignIn signIn) {
        return errands.stream().anyMatch(errand -> errand.registers(signIn.id()));
    }

    /** What a request brings along, for the mail and the pages on the way. */
    Optional<Errand.Purpose> purpose(SignInId signIn) {
        return errands.stream()
                .flatMap(errand -> errand.purpose(signIn).stream())
                .findFirst();
    }

    private String announcement(SignIn signIn) {
        return errands.stream()
                .flatMap(errand -> errand.announcedAs(signIn.id()).stream())
                .findFirst()
                .orElse("Sign in");
    }

    private void carryOver(SignIn from, SignInId to) {
        errands.forEach(errand -> errand.carryOver(from.id(), to));
    }
}
