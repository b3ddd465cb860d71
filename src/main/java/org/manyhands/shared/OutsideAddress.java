package org.manyhands.shared;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an address must be before we so much as look its name up: https, of a plain name, on the usual port. */
final class OutsideAddress {

    static final String NOT_PUBLIC = "The address leads to a machine that is not on the public Internet.";

    private static final int LONGEST = 2_000;
    private static final int HTTPS = 443;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}]");

    /** Ends like a number: browsers and resolvers read 0177.1, 0x7f.1 and 2130706433 as an address as well. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}");

    private final Set<String> also;

    /** @param also names with ports, as "localhost:8443", that are reached whatever they are */
    OutsideAddress(Set<String> also) {
        this.also = also;
    }

    URI checked(String typed) {
        var address = typed.strip();
        if (address.length() > LONGEST || BLANKS.matcher(address).find()) {
            throw new CannotReach("This is not an address.");
        }
        try {
            return checked(new URI(address));
        } catch (URISyntaxException e) {
            throw new CannotReach("This is not an address.");
        }
    }

    URI checked(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new CannotReach("The address must begin with https://.");
        }
        var host = address.getHost();
        if (host == null
                || NUMBER.matcher(host).matches() && !PLAIN_NUMBER.matcher(host).matches()) {
            throw new CannotReach("The address has no name that we can look up.");
        }
        if (address.getRawUserInfo() != null) {
            throw new CannotReach("The address must not contain a user name or password.");
        }
        var port = address.getPort() < 0 ? HTTPS : address.getPort();
        if (port != HTTPS && !isAlsoReached(host, port)) {
            throw new CannotReach("The address must not name a port.");
        }
        if (isFigures(host) && !isAlsoReached(host, port) && !isPublic(host)) {
            throw new CannotReach(NOT_PUBLIC);
        }
        return address;
    }

    private static boolean isFigures(String host) {
        return host.startsWith("[") || PLAIN_NUMBER.matcher(host).matches();
    }

    /** Nobody is asked for it. Whichever of our networks it is in does not matter (RFC 6874). */
    private static boolean isPublic(String figures) {
        try {
            return PublicAddress.is(InetAddress.ofLiteral(figures.replaceAll("[\\[\\]]|%.*", "")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isAlsoReached(String host, int port) {
        return also.contains(host.toLowerCase(Locale.ROOT) + ":" + port);
    }
}
