package org.manyhands;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.List;
import org.manyhands.account.AccountId;
import org.manyhands.account.EmailAddress;
import org.manyhands.account.SignedIn;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A request from somebody who signed in just now. */
public final class SignedInAs {

    private SignedInAs() {}

    public static RequestPostProcessor account(AccountId account) {
        var who = new SignedIn(account, EmailAddress.of("somebody@example.org"), Instant.now());
        return authentication(new TestingAuthenticationToken(who, null, List.of()));
    }
}
