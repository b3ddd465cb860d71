package org.manyhands.shared;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public Internet from those of our own machine, network or hosting, which a stranger must not
 * make us connect to (IANA's special-purpose address registries; RFC 6890). What it does not know to be public is not.
 */
public final class PublicAddress {

    private static final List<Block> NOT_PUBLIC_4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carriers' NAT
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link local, and where clouds keep their secrets
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /** The one block of version 6 that is given out; fc00::/7, fe80::/10, 64:ff9b::/96, ff00::/8 lie outside. */
    private static final Block GLOBAL_6 = Block.of("2000::/3");

    private static final List<Block> NOT_PUBLIC_6 = blocks(
            "2001::/23", // protocol assignments, Teredo among them, which carries addresses of version 4
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which carries addresses of version 4
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    private PublicAddress() {}

    /** An address of version 4 that is mapped into version 6 is one of version 4 to Java, and here. */
    public static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> NOT_PUBLIC_4.stream().noneMatch(block -> block.has(four));
            case Inet6Address six -> GLOBAL_6.has(six) && NOT_PUBLIC_6.stream().noneMatch(block -> block.has(six));
            default -> false;
        };
    }

    /** One that is not public among them spoils all: which one is connected to is not for the sender to choose. */
    public static boolean are(InetAddress... addresses) {
        return addresses.length > 0 && Arrays.stream(addresses).allMatch(PublicAddress::is);
    }

    private static List<Block> blocks(String... written) {
        return Arrays.stream(written).map(Block::of).toList();
    }

    private record Block(byte[] address, int bits) {

        /** Written as address/bits; the address is one in figures, which nobody is asked to resolve. */
        static Block of(String written) {
            var parts = written.split("/");
            return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean has(InetAddress other) {
            var bytes = other.getAddress();
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return bytes.length == address.length;
        }
    }
}
