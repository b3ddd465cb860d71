package org.manyhands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The volunteer sign-up of a conference. */
@Modulithic(systemName = "Many Hands")
@SpringBootApplication
@EnableScheduling
@EnableResilientMethods
public class ManyHandsApplication {

    public static void main(String[] args) {
        SpringApplication.run(ManyHandsApplication.class, args);
    }
}
