package org.manyhands.shared;

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

/** {@code mh:markdown="${…}"} in templates: the one way to put Markdown on a page, so that no template needs unescaped text. */
@Component
class MarkdownDialect extends AbstractProcessorDialect {

    private static final int PRECEDENCE_OF_TEXT = 1300;

    MarkdownDialect() {
        super("Many Hands", "mh", PRECEDENCE_OF_TEXT);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new MarkdownAttribute(prefix));
    }

    private static final class MarkdownAttribute extends AbstractStandardExpressionAttributeTagProcessor {

        MarkdownAttribute(String prefix) {
            super(TemplateMode.HTML, prefix, "markdown", PRECEDENCE_OF_TEXT, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String expression,
                Object markdown,
                IElementTagStructureHandler structure) {
            structure.setBody(markdown == null ? "" : Markdown.toHtml(markdown.toString()), false);
        }
    }
}
