package org.manyhands.shift;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePages;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Ids;
import org.manyhands.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before every page of one shift below {@code /organize}, those to come included: to a role lead the shifts of
 * other roles do not exist.
 */
@Component
public class ShiftsInSight implements HandlerInterceptor, WebMvcConfigurer {

    private final ConferencePages conferences;
    private final JdbcClient jdbc;

    ShiftsInSight(ConferencePages conferences, JdbcClient jdbc) {
        this.conferences = conferences;
        this.jdbc = jdbc;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/*/organize/shifts/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                && named.get("id") instanceof String id) {
            var inSight = conferences.rolesInSight(new ServletWebRequest(request, response));
            require(new ShiftId(Ids.parse(id)), inSight);
        }
        return true;
    }

    /** @throws NotFound for a shift of a role that is not in sight */
    public void require(ShiftId shift, RolesInSight inSight) {
        if (!inSight.everyRole()) {
            inSight.require(jdbc.sql("select role_id from shift where shift_id = ?")
                    .param(shift.shiftId())
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(NotFound::new));
        }
    }

    /** @throws NotFound unless all of them are of the conference, and of roles in sight */
    public void require(ConferenceId conference, RolesInSight inSight, ShiftId... shifts) {
        var ids = Set.of(shifts).stream().map(ShiftId::shiftId).toArray(UUID[]::new);
        var seen = jdbc.sql("""
                        select count(*) from shift
                        where shift_id = any(:shifts) and conference_id = :conference
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        """)
                .param("shifts", ids)
                .param("conference", conference.conferenceId())
                .param("roles", inSight.forSql())
                .query(Integer.class)
                .single();
        if (seen < ids.length) {
            throw new NotFound();
        }
    }
}
