package org.manyhands.shared;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Fails on demand, in every way a page can. */
@TestConfiguration(proxyBeanMethods = false)
class TroubleMaker {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain troubleIsOpenToAll(HttpSecurity http) {
        return http.securityMatcher("/trouble/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/trouble/upload"))
                .build();
    }

    @RestController
    @RequestMapping("/trouble")
    static class Pages {

        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;

        Pages(JdbcClient jdbc, TransactionTemplate transaction) {
            this.jdbc = jdbc;
            this.transaction = transaction;
        }

        @GetMapping("/missing")
        void missing() {
            throw new NotFound();
        }

        @GetMapping("/number")
        void number(@RequestParam int n) {}

        @PostMapping("/form-only")
        void formOnly() {}

        @GetMapping("/overtaken")
        void overtaken() {
            throw new OptimisticLockingFailureException("select version from shift");
        }

        @GetMapping("/busy")
        void busy() {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }

        @GetMapping("/slow")
        void slow() {
            transaction.executeWithoutResult(inTransaction -> {
                jdbc.sql("set local statement_timeout = '50ms'").update();
                jdbc.sql("select pg_sleep(5)").query().listOfRows();
            });
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("select password from account");
        }

        @GetMapping("/half-a-page")
        void halfAPage(HttpServletResponse response) throws IOException {
            response.getOutputStream().print("half a page");
            throw new IllegalStateException();
        }

        @GetMapping("/broken-template")
        ModelAndView brokenTemplate() {
            return new ModelAndView("broken");
        }

        @GetMapping("/query")
        String query() {
            return jdbc.sql("select 'fine'").query(String.class).single();
        }

        @GetMapping("/redirect")
        void redirect(HttpSession session, HttpServletResponse response) throws IOException {
            response.sendRedirect("/");
        }

        @GetMapping("/form")
        String form(HttpSession session) {
            session.setAttribute("seen", true);
            return "fine";
        }

        @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
        String upload(@RequestParam MultipartFile file) {
            return "taken";
        }
    }
}
