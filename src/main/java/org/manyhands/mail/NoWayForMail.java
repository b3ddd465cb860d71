package org.manyhands.mail;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** There is a database of the installation's own, but nothing says where mails go. */
class NoWayForMail extends RuntimeException {

    NoWayForMail() {
        super("SPRING_DATASOURCE_URL is set but SPRING_MAIL_HOST is not, so no mail could leave and nobody sign in.");
    }

    /** Says it in a sentence instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<NoWayForMail> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, NoWayForMail cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set SPRING_MAIL_HOST to your mail server, or MANYHANDS_MAIL=none to keep mails unsent.",
                    cause);
        }
    }
}
