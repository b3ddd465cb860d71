package org.manyhands.signup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shift.ShiftList;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.standard.expression.Fragment;
import org.thymeleaf.standard.expression.StandardExpressions;

/**
 * The markup of the cards that look alike to everybody. A page of shifts is mostly these, and making them took most of
 * its time when everybody opened it at once. A card is kept under all that its template reads, so there is nothing to
 * invalidate; a card with anything of its reader in it is made for them alone.
 */
final class KeptCards {

    private static final int MOST_CHARACTERS = 6_000_000;
    private static final String CARD = "~{signup/cards :: card(${card})}";

    private final Cache<Look, CardMarkup> kept = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(5))
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Look look, CardMarkup markup) -> markup.length())
            .build();

    /** All that decides what a card looks like to somebody who has nothing to do with its shift yet. */
    private record Look(
            ConferencePage conference,
            ShiftList.Line shift,
            ShiftCard.Standing standing,
            boolean volunteering,
            boolean ticking,
            boolean marked,
            @Nullable Object returning) {}

    CharSequence markup(ShiftCard card, ITemplateContext context) {
        if (!looksAlikeToEverybody(card, context)) {
            return made(card, context, context.getVariable("requestIds"));
        }
        var volunteering = Boolean.TRUE.equals(context.getVariable("volunteering"));
        var look = new Look(
                (ConferencePage) context.getVariable("conference"),
                card.shift(),
                card.standing(),
                volunteering,
                Boolean.TRUE.equals(context.getVariable("ticking")),
                Boolean.TRUE.equals(context.getVariable("marking")) && card.fits(),
                volunteering ? context.getVariable("returning") : null);
        // Whoever only reads has no form, and no session that its token would begin
        var csrfToken = volunteering ? csrfToken(context) : "";
        return kept.get(look, _ -> make(card, context, csrfToken)).filledIn(csrfToken);
    }

    private static CardMarkup make(ShiftCard card, ITemplateContext context, String csrfToken) {
        RequestIds toBeFilledIn = () -> CardMarkup.REQUEST_ID;
        return CardMarkup.of(made(card, context, toBeFilledIn), csrfToken);
    }

    private static boolean looksAlikeToEverybody(ShiftCard card, ITemplateContext context) {
        var toldHere = context.getVariable(Flash.NAME) instanceof Flash flash
                && flash.isAbout(card.shift().id().shiftId());
        return card.mine() == null
                && card.clash() == null
                && card.missed().isEmpty()
                && (card.fit() == null || card.fit().against() == null)
                && card.heard() == null
                && !toldHere;
    }

    private static String csrfToken(ITemplateContext context) {
        var exchange = ((IWebContext) context).getExchange();
        var token = (CsrfToken) exchange.getAttributeValue(CsrfToken.class.getName());
        return Objects.requireNonNull(token).getToken();
    }

    private static String made(ShiftCard card, ITemplateContext context, Object requestIds) {
        var variables = (IEngineContext) context;
        var markup = new StringWriter();
        variables.increaseLevel();
        try {
            variables.setVariable("card", card);
            variables.setVariable("requestIds", requestIds);
            var configuration = context.getConfiguration();
            var fragment = (Fragment) StandardExpressions.getExpressionParser(configuration)
                    .parseExpression(context, CARD)
                    .execute(context);
            variables.setVariables(fragment.getParameters());
            configuration.getTemplateManager().process(fragment.getTemplateModel(), context, markup);
        } finally {
            variables.decreaseLevel();
        }
        return markup.toString();
    }
}
