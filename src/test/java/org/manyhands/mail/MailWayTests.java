package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Outside;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class MailWayTests {

    private static final String DATABASE = "spring.datasource.url=jdbc:postgresql://db.example.org/manyhands";
    private static final String SERVER = "spring.mail.host=mail.example.org";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(Parts.class);

    @Configuration(proxyBeanMethods = false)
    @Import({
        BaseUrl.class,
        SettableClock.class,
        MailConfiguration.class,
        MailQueue.class,
        MailServer.class,
        Sender.class,
        LocalMailbox.class,
        MailboxController.class,
        Chats.class,
        Outside.class
    })
    static class Parts {

        @Bean
        JdbcClient jdbc() {
            return JdbcClient.create(new SimpleDriverDataSource());
        }

        @Bean
        JsonMapper json() {
            return new JsonMapper();
        }
    }

    @Test
    void isTheLocalMailboxWhereNothingIsSet() {
        application.run(context -> assertThat(context)
                .hasBean("postman")
                .hasBean("chatPostman")
                .hasSingleBean(LocalMailbox.class)
                .hasSingleBean(MailboxController.class)
                .doesNotHaveBean(MailServer.class));
    }

    @Test
    void isTheServerWhereOneIsSet() {
        for (var database : new String[] {DATABASE, "spring.datasource.url="}) {
            application
                    .withPropertyValues(SERVER, database)
                    .run(context -> assertThat(context)
                            .hasBean("postman")
                            .hasBean("chatPostman")
                            .hasSingleBean(MailServer.class)
                            .doesNotHaveBean(LocalMailbox.class)
                            .doesNotHaveBean(MailboxController.class));
        }
    }

    @Test
    void isNowhereOnlyWhenSaid(CapturedOutput output) {
        application
                .withPropertyValues("manyhands.mail=none", SERVER, DATABASE)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Postman.class)
                        .doesNotHaveBean(Delivery.class)
                        .doesNotHaveBean(MailboxController.class));
        assertThat(output).contains("mails wait in the outbox until they expire");
    }

    @Test
    void mustBeSaidWithADatabaseOfOnesOwn(CapturedOutput output) {
        var start = new SpringApplicationBuilder(MailConfiguration.class).web(WebApplicationType.NONE);

        assertThatThrownBy(() -> start.run("--" + DATABASE)).hasRootCauseInstanceOf(NoWayForMail.class);

        assertThat(output)
                .contains("SPRING_DATASOURCE_URL is set but SPRING_MAIL_HOST is not")
                .contains("or MANYHANDS_MAIL=none to keep mails unsent")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesASenderThatIsNoAddress() {
        application
                .withPropertyValues(SERVER, "manyhands.mail-from=Many Hands")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("MANYHANDS_MAIL_FROM must be an address"));
    }

    /** A mail takes at most about ten exchanges with its server. */
    @Test
    void leavesASlowServerAloneBeforeTheLeaseRunsOut() {
        application.withPropertyValues(SERVER).run(context -> {
            var smtp = context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
            assertThat(smtp)
                    .containsEntry("mail.smtp.connectiontimeout", "5000")
                    .containsEntry("mail.smtp.timeout", "10000")
                    .containsEntry("mail.smtp.writetimeout", "10000");
            assertThat(Duration.ofSeconds(5 + 10 * 10)).isLessThan(MailQueue.LEASE);
        });
    }
}
