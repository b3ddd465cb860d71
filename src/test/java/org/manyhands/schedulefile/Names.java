package org.manyhands.schedulefile;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks up names as a test wants it. */
@FunctionalInterface
interface Names extends DnsResolver {

    @Override
    InetAddress[] resolve(String host) throws UnknownHostException;

    @Override
    default String resolveCanonicalHostname(String host) {
        return host;
    }
}
