package org.manyhands.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.Rights;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Reach;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows every component in every state, at an address that only tests have. */
@Controller
@RequestMapping("/styleguide")
class Styleguide {

    @NullUnmarked
    record Form(
            @NotBlank(message = "Enter your name") @Size(max = 60)
            String name,

            @NotBlank @Email(message = "Enter an e-mail address, such as ida@example.org")
            String email,

            String pronouns,

            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate day,

            @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime to,
            @NotNull @Min(1) @Max(500) Integer wanted,
            @Size(max = 300) String note,
            @NotBlank(message = "Choose a place") String place,
            @NotNull(message = "Choose what suits you") Setting setting,
            @NotEmpty(message = "Choose at least one") List<String> roles,
            boolean seen,
            @AssertTrue(message = "Tick this to go on") boolean agreed,

            @Size(min = 6, max = 6, message = "Enter the six digits from the mail")
            String code) {

        static final Form FRESH = new Form(
                "Ida Moreau",
                "",
                "",
                LocalDate.of(2026, 10, 19),
                null,
                null,
                2,
                "",
                "",
                Setting.QUIET,
                List.of("emcee"),
                false,
                false,
                "");
    }

    enum Setting {
        PEOPLE,
        BETWEEN,
        QUIET
    }

    /** As much of a conference as the layout wants to know. */
    public record Conference(
            String slug, String name, String contactName, String contactEmail, String contactPhone, String conductUrl) {

        public String writeLink() {
            return Reach.byMail(contactEmail);
        }

        public @Nullable String callLink() {
            return Reach.byPhone(contactPhone);
        }
    }

    static final Conference CONFERENCE = new Conference(
            "styleguide",
            "DjangoCon US",
            "Noor Haddad",
            "volunteers@example.org",
            "+1 919 555 0100",
            "https://example.org/conduct");

    @ModelAttribute
    void around(Model model) {
        model.addAttribute("conference", CONFERENCE);
        model.addAttribute("myShiftCount", 2);
        model.addAttribute("places", Map.of("junior", "Junior Ballroom"));
        model.addAttribute("roles", Map.of("emcee", "Session emcee", "desk", "Registration desk"));
        model.addAttribute("settings", inOrder("PEOPLE", "People-facing", "BETWEEN", "In between", "QUIET", "Quiet"));
        model.addAttribute("settingHints", Map.of("QUIET", "Little talking, few people at a time."));
    }

    private static Map<String, String> inOrder(String... entries) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(entries[i], entries[i + 1]);
        }
        return map;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("form", Form.FRESH);
        return "styleguide";
    }

    @PostMapping
    String send(@Valid @ModelAttribute("form") Form form, BindingResult result) {
        return "styleguide";
    }

    /** A page that has nothing but its frame, as an organizer has it where the address says so. */
    @GetMapping({"/page", "/organize", "/organize/roster"})
    String page(Model model, HttpServletRequest request) {
        model.addAttribute(
                "teamStanding",
                request.getRequestURI().contains("organize") ? Rights.Standing.ORGANIZER : Rights.Standing.NONE);
        return "styleguide-page";
    }

    /** As after a redirect. */
    @GetMapping("/flash")
    String flash(Model model) {
        model.addAttribute(Flash.NAME, Flash.notDone("styleguide.full", "Registration desk"));
        return page(model);
    }

    @GetMapping("/flash-beside")
    String flashBeside(Model model) {
        model.addAttribute(Flash.NAME, Flash.done("styleguide.taken").beside("shift-1"));
        return "styleguide-page";
    }

    /** As where somebody else saved meanwhile. */
    @GetMapping("/stale")
    String stale(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", Map.of("Your name", "Ida M.", "People wanted", "3"));
        return page(model);
    }

    @Configuration
    static class OpenToAll {

        OpenToAll(AbstractResourceBasedMessageSource messages) {
            messages.addBasenames("styleguide");
        }

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain styleguideIsOpen(HttpSecurity http) {
            return http.securityMatcher("/styleguide/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
