package org.manyhands.shared;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the client, which connects to what it is given here: to addresses that were checked, not to a name
 * that may mean something else a moment later (DNS rebinding).
 */
final class CheckedNames implements DnsResolver {

    private final DnsResolver names;
    private final OutsideAddress addresses;

    CheckedNames(DnsResolver names, OutsideAddress addresses) {
        this.names = names;
        this.addresses = addresses;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var found = addresses.isAlsoReached(host, port) ? names.resolve(host) : resolve(host);
        return Stream.of(found)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = names.resolve(host);
        if (!PublicAddress.are(found)) {
            throw new CannotReach(OutsideAddress.NOT_PUBLIC);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
