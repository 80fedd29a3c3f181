package org.colonnade.crm.internal.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Understands e-mail addresses: the domain without regard to case and in ASCII, the local part as its owner wrote it. */
public final class EmailRule {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cc}<>]{1,64}@[^\\s@\\p{Cc}<>]{1,255}");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

    private EmailRule() {}

    /** The address in its comparable form, or null if it is none. */
    public static String normalise(String written) {
        String address = written == null ? "" : written.strip();
        if (!SHAPE.matcher(address).matches()) {
            return null;
        }
        int at = address.lastIndexOf('@');
        String domain = ascii(address.substring(at + 1));
        return domain == null ? null : address.substring(0, at + 1) + domain;
    }

    /** What two addresses of the same mailbox have in common; local parts are in practice compared without case. */
    public static String key(String written) {
        String address = normalise(written);
        return address == null ? null : address.toLowerCase(Locale.ROOT);
    }

    private static String ascii(String domain) {
        try {
            String ascii = IDN.toASCII(domain.toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
            return ascii.length() <= 253 && DOMAIN.matcher(ascii).matches() ? ascii : null;
        } catch (IllegalArgumentException notADomain) {
            return null;
        }
    }
}
