package io.mauntic.integrations.delivery.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses of the internet a delivery may go to: those that are global by IANA's
 * special-purpose registries (RFC 6890), so that nobody reaches our own networks, this machine or a
 * cloud's metadata through a webhook.
 */
public final class AddressPolicy {

    private record Range(byte[] prefix, int bits) {

        static Range of(String cidr) {
            String[] parts = cidr.split("/");
            return new Range(
                    InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != prefix[i]) {
                    return false;
                }
            }
            int mask = 0xFF << 8 - bits % 8;
            return bits % 8 == 0 || (address[whole] & mask) == (prefix[whole] & mask);
        }
    }

    private static final List<Range> REFUSED =
            List.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "3fff::/20",
                            "5f00::/16",
                            "fc00::/7",
                            "fe80::/10",
                            "fec0::/10",
                            "ff00::/8")
                    .stream()
                    .map(Range::of)
                    .toList();
    private static final Range IPV4_COMPATIBLE = Range.of("::/96");
    private static final Range NAT64 = Range.of("64:ff9b::/96");
    private static final Range SIX_TO_FOUR = Range.of("2002::/16");

    private AddressPolicy() {}

    /**
     * Whether a delivery may go there. IPv4 addresses inside of IPv6 ones are looked at as what
     * they are.
     */
    public static boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet4Address)) {
            if (IPV4_COMPATIBLE.contains(bytes)) {
                return false;
            }
            if (NAT64.contains(bytes)) {
                return allowsBytes(java.util.Arrays.copyOfRange(bytes, 12, 16));
            }
            if (SIX_TO_FOUR.contains(bytes)) {
                return allowsBytes(java.util.Arrays.copyOfRange(bytes, 2, 6));
            }
        }
        return allowsBytes(bytes);
    }

    private static boolean allowsBytes(byte[] address) {
        return REFUSED.stream().noneMatch(range -> range.contains(address));
    }
}
