package org.manyhands.look;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Flash;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.annotation.DateTimeFormat;
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
            @NotBlank @Size(max = 60) String name,
            @Size(max = 300) String note,

            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate day,

            @NotNull @Max(500) Integer wanted,
            @NotNull Setting setting,
            @NotEmpty List<String> roles,
            String place,
            @AssertTrue boolean agreed) {}

    enum Setting {
        PEOPLE,
        BETWEEN,
        QUIET
    }

    /** As much of a conference as the layout wants to know. */
    public record Conference(
            String slug,
            String name,
            String contactName,
            String contactEmail,
            String contactPhone,
            String conductUrl) {}

    static final Conference CONFERENCE = new Conference(
            "djangocon-us",
            "DjangoCon US",
            "Noor Haddad",
            "volunteers@example.org",
            "+1 919 555 0100",
            "https://example.org/conduct");

    @ModelAttribute
    void around(Model model) {
        model.addAttribute("conference", CONFERENCE);
        model.addAttribute("myShiftCount", 2);
        model.addAttribute(
                "settings",
                new TreeMap<>(Map.of("PEOPLE", "People-facing", "BETWEEN", "In between", "QUIET", "Quiet")));
        model.addAttribute("places", Map.of("junior", "Junior Ballroom"));
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("form", new Form("Ida Moreau", "", null, 2, Setting.QUIET, List.of(), "", false));
        model.addAttribute(Flash.NAME, Flash.done("styleguide.flash", "Registration desk"));
        return "styleguide";
    }

    @PostMapping
    String send(@Valid @ModelAttribute("form") Form form, BindingResult result) {
        return "styleguide";
    }

    @Configuration
    static class OpenToAll {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain styleguideIsOpen(HttpSecurity http) {
            return http.securityMatcher("/styleguide/**", "/assets/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
