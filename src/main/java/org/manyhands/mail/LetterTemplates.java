package org.manyhands.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.manyhands.shared.BaseUrl;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/**
 * Words a mail from {@code templates/mail/<name>.txt} and {@code .html}. The text begins with its subject, up to the
 * first empty line. An engine of its own: the pages' knows neither plain text nor these rules for values.
 */
@Component
public class LetterTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String home;

    LetterTemplates(BaseUrl baseUrl) {
        this.home = baseUrl.of("/");
        engine.setTemplateResolvers(
                Set.of(templates(".txt", TemplateMode.TEXT), templates(".html", TemplateMode.HTML)));
    }

    /**
     * Words the mail of that name.
     *
     * @param values what goes into it; only a {@link java.net.URI} becomes a link, see {@link LetterValue}
     */
    public Wording word(String name, Map<String, ?> values) {
        var context = new Context(Locale.ENGLISH, new HashMap<>(Map.of("home", home)));
        values.forEach((key, value) -> context.setVariable(key, LetterValue.harmless(value)));
        var text = engine.process("mail/" + name + ".txt", context).split("\\R\\h*\\R", 2);
        return new Wording(text[0], text[1].strip() + "\n", engine.process("mail/" + name + ".html", context));
    }

    private static ITemplateResolver templates(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of("mail/*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
