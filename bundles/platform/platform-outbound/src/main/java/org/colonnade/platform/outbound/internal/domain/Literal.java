package org.colonnade.platform.outbound.internal.domain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Addresses as text, in their one plain spelling. Java, C libraries and browsers also read {@code 127.1}, {@code 0x7f000001},
 * {@code 2130706433} and {@code 0177.0.0.1} as addresses, and not all as the same one; here they are none.
 */
public final class Literal {

    private static final Pattern PART = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9A-Fa-f]*");
    private static final int PARTS = 4;

    private Literal() {}

    /** The address; null if the text is none in its plain spelling. */
    public static InetAddress of(String text) {
        try {
            if (text.indexOf(':') >= 0) {
                return IPV6.matcher(text).matches() ? InetAddress.getByName(text) : null;
            }
            String[] parts = text.split("\\.", -1);
            byte[] bytes = new byte[PARTS];
            if (parts.length != PARTS) {
                return null;
            }
            for (int i = 0; i < PARTS; i++) {
                if (!PART.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) {
                    return null;
                }
                bytes[i] = (byte) Integer.parseInt(parts[i]);
            }
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException none) {
            return null;
        }
    }

    /** Whether somebody would read it as an address although it is not spelt as one: its last part is a number. */
    public static boolean looksLikeOne(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return NUMBER.matcher(bare.substring(bare.lastIndexOf('.') + 1)).matches();
    }
}
