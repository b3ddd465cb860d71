package org.manyhands.shared;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The way to addresses that somebody typed: over https, and to machines on the public Internet alone, so that nobody
 * reaches through us what stands behind our walls (OWASP, Server-Side Request Forgery Prevention).
 */
@Component
public class Outside {

    /** What a server may say before it comes to the point. */
    private static final Http1Config HEADERS =
            Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8192).build();

    private final OutsideAddress addresses;
    private final DnsResolver names;
    private final TlsSocketStrategy tls;

    /** @param also names with ports that may be reached though they are not public, separated by commas */
    @Autowired
    Outside(@Value("${manyhands.schedule.fetch-also-from:}") Set<String> also) {
        this(also, SystemDefaultDnsResolver.INSTANCE, DefaultClientTlsStrategy.createDefault());
    }

    public Outside(Set<String> also, DnsResolver names, TlsSocketStrategy tls) {
        this.addresses = new OutsideAddress(also);
        this.names = names;
        this.tls = tls;
    }

    /** @throws CannotReach as far as the address itself tells that we do not go there: nobody is asked */
    public URI checked(String typed) {
        return addresses.checked(typed);
    }

    /** @throws CannotReach as for one that was typed */
    public URI checked(URI address) {
        return addresses.checked(address);
    }

    /**
     * A client that does nothing by itself: no redirects, no second tries, no cookies, no inflating, no proxy.
     *
     * @param longest of connecting, and of each silence; the whole may take longer
     */
    public CloseableHttpClient client(Duration longest) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedNames(names, addresses))
                .setTlsSocketStrategy(tls)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADERS)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                        .setSocketTimeout((int) longest.toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setUserAgent("Many-Hands")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
