package org.manyhands.role;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Facts;
import org.manyhands.shared.Slug;

/** What an organizer types of a role. */
@NullUnmarked
record RoleForm(
        @NotBlank(message = "Enter a name") @Size(max = 60, message = "Use at most {max} characters for the name")
        String name,

        @NotBlank(message = "{role.summary}") @Size(max = 200)
        String summary,

        @NotNull(message = "{role.setting}") Setting setting,
        List<Trait> traits,
        RoleNeeds needs,
        @NotNull(message = "{role.early}") @Min(0) @Max(120) Integer arriveEarlyMinutes,
        @Size(max = 120) String expectedBy,
        UUID coveredBy,
        @Min(1) @Max(336) Integer leaveByHours,
        @Size(max = 20_000) String handbook,

        @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.TYPED, message = "{slug.form}")
        String slug,

        Integer version) {

    static final RoleForm EMPTY =
            new RoleForm("", "", null, List.of(), RoleNeeds.NOTHING, 0, "", null, null, "", "", null);

    RoleForm {
        slug = Objects.requireNonNullElse(slug, "");
        traits = traits == null
                ? List.of()
                : traits.stream().filter(Objects::nonNull).toList();
        needs = Objects.requireNonNullElse(needs, RoleNeeds.NOTHING);
        handbook = Objects.requireNonNullElse(handbook, "");
        expectedBy = Objects.requireNonNullElse(expectedBy, "");
    }

    static RoleForm of(Role role) {
        return new RoleForm(
                role.name(),
                role.summary(),
                role.setting(),
                role.traits(),
                role.needs(),
                role.arriveEarlyMinutes(),
                role.expectedBy(),
                role.coveredBy() == null ? null : role.coveredBy().roleId(),
                role.leaveByHours(),
                role.handbook(),
                role.slug(),
                role.version());
    }

    String slugOrName() {
        return Slug.orFrom(slug, name);
    }

    /**
     * For the page on which a stale edit comes back.
     *
     * @param roles their names by their ids
     */
    Map<String, String> inWords(Map<String, String> roles) {
        return Facts.of(
                "Name",
                name,
                "Name in addresses",
                slug,
                "What it is like",
                summary,
                "Setting",
                setting.words(),
                "What it asks and gives",
                traits.stream().map(Trait::words).collect(Collectors.joining(", ")),
                "What one needs before",
                needs.words(),
                "Handbook",
                handbook,
                "Be there early",
                arriveEarlyMinutes + " minutes",
                "Who expects them",
                expectedBy,
                "Who stands in",
                coveredBy == null ? "" : roles.get(coveredBy.toString()),
                "Leave until",
                leaveByHours == null ? "always" : leaveByHours + " hours before the shift");
    }
}
