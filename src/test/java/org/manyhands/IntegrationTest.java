package org.manyhands;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.manyhands.operations.Invariants;
import org.manyhands.schedulefile.CanaryFetch;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole application on a real database, as one cached context for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
// Patient: fifty at once may queue for ten connections on a busy machine, and no test is about how long
@SpringBootTest(
        properties = {
            "manyhands.sample=false",
            "manyhands.mail=none",
            "manyhands.pages-kept-for=0s",
            "spring.datasource.hikari.connection-timeout=30000",
            "spring.datasource.hikari.connection-init-sql=set lock_timeout = '30s'",
        })
@AutoConfigureMockMvc
@Import({TestDatabase.class, SqlCount.class, Given.class, GivenTalks.class, Invariants.class, CanaryFetch.class})
public @interface IntegrationTest {}
