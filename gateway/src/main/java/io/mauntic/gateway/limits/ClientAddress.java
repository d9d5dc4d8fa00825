package io.mauntic.gateway.limits;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a request comes from: the peer, or what a trusted proxy says of its own peer. Anybody can
 * send {@code X-Forwarded-For}, so it is read from its end, as far as trusted proxies wrote it.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String HEADER = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> trusted;

    @Inject
    ClientAddress(LimitsConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    ClientAddress(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientAddress::block).toList();
    }

    /** As text, such as {@code 203.0.113.7}. */
    public String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll(HEADER));
    }

    String of(String peer, List<String> forwardedFor) {
        String address = peer;
        List<String> said = new ArrayList<>();
        forwardedFor.forEach(line -> said.addAll(Arrays.asList(line.split(",", -1))));
        while (!said.isEmpty() && isTrusted(address)) {
            String before = said.removeLast().trim();
            if (NetUtil.createByteArrayFromIpAddressString(before) == null) {
                return address;
            }
            address = before;
        }
        return address;
    }

    private boolean isTrusted(String address) {
        InetSocketAddress socket =
                new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(address), 0);
        return trusted.stream().anyMatch(block -> block.matches(socket));
    }

    private static IpSubnetFilterRule block(String text) {
        String[] parts = text.trim().split("/", 2);
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("No address or CIDR block: " + text);
        }
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * 8;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }
}
