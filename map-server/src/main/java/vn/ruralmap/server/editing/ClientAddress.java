package vn.ruralmap.server.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where a request comes from, to tell clients apart and for the audit log; never a reason to trust one.
 *
 * <p>Behind a proxy all come from the proxy, which tells the real address last in {@code X-Forwarded-For}. That is believed only
 * of a socket of this machine or its own network, where a proxy stands; a stranger would write there what he likes.
 */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * In digits, as in {@code 203.0.113.7}. An address of IPv6 stands for its network of 64 bits, which is one household or
     * office: {@code 2001:db8:0:0:0:0:0:0/64}.
     */
    public static String of(HttpServletRequest request) {
        InetAddress socket = parse(request.getRemoteAddr());
        if (socket.isLoopbackAddress() || socket.isSiteLocalAddress()) {
            List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
            if (!forwarded.isEmpty()) {
                String[] hops = forwarded.get(forwarded.size() - 1).split(",");
                return network(parse(hops[hops.length - 1].strip()));
            }
        }
        return network(socket);
    }

    private static InetAddress parse(String address) {
        boolean isNumeric = address.matches("[0-9.]{7,15}|\\[?[0-9a-fA-F:.]{2,45}(%\\w+)?]?");
        try {
            // what is in digits is not looked up
            return isNumeric ? InetAddress.getByName(address) : InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4 || address.isLoopbackAddress()) {
            return address.getHostAddress();
        }
        try {
            byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), bytes.length);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }
}
