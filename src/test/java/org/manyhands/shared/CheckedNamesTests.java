package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

/** A name that is public when it is looked up first and not the second time leads nowhere (DNS rebinding). */
class CheckedNamesTests {

    @Test
    void connectToTheAddressThatWasCheckedAndCheckEachAnew() throws UnknownHostException {
        var names = new CheckedNames(new Rebinding(), new OutsideAddress(Set.of()));
        assertThat(names.resolve("rebinding.example", 443))
                .extracting(address -> address.getAddress().getHostAddress())
                .containsExactly("1.1.1.1");
        assertThatThrownBy(() -> names.resolve("rebinding.example", 443))
                .isInstanceOf(CannotReach.class)
                .hasMessageContaining("public Internet");
    }

    private static final class Rebinding implements DnsResolver {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {
                asked.getAndIncrement() == 0 ? InetAddress.getByName("1.1.1.1") : InetAddress.getLoopbackAddress()
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
