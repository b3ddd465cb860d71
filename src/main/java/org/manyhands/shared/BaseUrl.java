package org.manyhands.shared;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which people reach this installation; links in mails come from it alone, never from a request. */
@Component
public class BaseUrl {

    private final URI base;

    BaseUrl(@Value("${manyhands.base-url}") URI base) {
        if (!base.isAbsolute() || base.getHost() == null) {
            throw new IllegalStateException(
                    "MANYHANDS_BASE_URL must be a whole address such as https://volunteers.example.org, not " + base);
        }
        this.base = base;
    }

    /** The whole address of a path that starts with a slash. */
    public String of(String path) {
        return base.toString().replaceAll("/$", "") + path;
    }

    public boolean isHttps() {
        return "https".equals(base.getScheme());
    }

    public String host() {
        return base.getHost();
    }
}
