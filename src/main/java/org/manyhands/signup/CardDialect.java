package org.manyhands.signup;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** {@code <li mh:card="${card}"></li>} in a list of many: the card of {@code signup/cards}, made anew only where it must be. */
@Component
class CardDialect extends AbstractProcessorDialect {

    private static final int PRECEDENCE_OF_REPLACE = 100;

    private final KeptCards cards = new KeptCards();

    CardDialect() {
        super("Many Hands' cards", "mh", PRECEDENCE_OF_REPLACE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new CardAttribute(prefix, cards));
    }

    private static final class CardAttribute extends AbstractStandardExpressionAttributeTagProcessor {

        private final KeptCards cards;

        CardAttribute(String prefix, KeptCards cards) {
            super(TemplateMode.HTML, prefix, "card", PRECEDENCE_OF_REPLACE, true);
            this.cards = cards;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String expression,
                Object card,
                IElementTagStructureHandler structure) {
            structure.replaceWith(cards.markup((ShiftCard) card, context), false);
        }
    }
}
