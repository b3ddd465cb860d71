package org.manyhands.checkin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.manyhands.account.Token;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What hangs on the wall of a place, by the link alone: nothing to press, and no session. */
@Controller
class WallController {

    private static final int REFRESH_SECONDS = 30;

    private final DeviceLinks links;
    private final Expected expected;
    private final Clock clock;

    WallController(DeviceLinks links, Expected expected, Clock clock) {
        this.links = links;
        this.expected = expected;
        this.clock = clock;
    }

    @GetMapping("/wall/{token}")
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        // A header, and before anything can go wrong: so a page that says the database is away is replaced in time, too
        response.setHeader("Refresh", String.valueOf(REFRESH_SECONDS));
        Screens.keepOutOfSearchEngines(response);
        var now = clock.instant();
        var opened = links.open(Device.Kind.WALL, new Token(token));
        model.addAttribute("opened", opened);
        model.addAttribute("now", now);
        model.addAttribute("wall", Wall.of(expected.at(opened.desk(), now), opened.times(), now));
        return "checkin/wall";
    }
}
