package org.colonnade.platform.security.internal.domain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where a caller sits, as far as counting tries goes: an IPv4 address, or the /64 network of an IPv6 one, which is one household's. */
public final class ClientAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.%a-z]*:[0-9a-fA-F:.%a-z]*");
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** @param remote what the server says; null and names are kept as they are, nothing is looked up */
    public static String of(String remote) {
        if (remote == null || !LITERAL.matcher(remote).matches()) {
            return String.valueOf(remote);
        }
        try {
            byte[] bytes = InetAddress.getByName(remote.replaceAll("%.*", "")).getAddress();
            return bytes.length <= NETWORK_BYTES
                    ? remote
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
        } catch (UnknownHostException noAddress) {
            return remote;
        }
    }
}
