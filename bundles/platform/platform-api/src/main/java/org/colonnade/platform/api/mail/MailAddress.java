package org.colonnade.platform.api.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.problem.Rejected;

/**
 * A mailbox that can be written to (RFC 5321, 6531), and what its owner is called.
 *
 * @param address the part before the {@code @} as its owner writes it, without quotes; the domain in lower case and in ASCII (IDNA)
 * @param name what the owner is called, or null
 */
public record MailAddress(String address, String name) {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-[^\\x00-\\x7F\\p{C}\\p{Z}]]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]*)>");
    private static final int MOST_LOCAL = 64;
    private static final int MOST_DOMAIN = 253;
    private static final int MOST_NAME = 200;

    /** @throws Rejected {@code mail.address.invalid}; {@code mail.header.invalid} where the name breaks out of its line */
    public MailAddress {
        address = normal(address);
        name = name == null || name.isBlank() ? null : HeaderText.checked("name", name.strip(), MOST_NAME);
    }

    /**
     * Reads {@code malee@example.com} or {@code Malee Srisuk <malee@example.com>}.
     *
     * @throws Rejected {@code mail.address.invalid}, {@code mail.header.invalid}
     */
    public static MailAddress of(String written) {
        Matcher named = NAMED.matcher(written == null ? "" : written.strip());
        return named.matches()
                ? new MailAddress(
                        named.group(2).strip(), unquoted(named.group(1).strip()))
                : new MailAddress(written == null ? null : written.strip(), null);
    }

    /** What stands behind the {@code @}, in ASCII. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Whether the part before the {@code @} is ASCII, as every mail server understands it. */
    public boolean ascii() {
        return address.chars().allMatch(c -> c < 0x80);
    }

    private static String normal(String written) {
        int at = written == null ? -1 : written.lastIndexOf('@');
        if (at < 1
                || at > MOST_LOCAL
                || !LOCAL.matcher(written.substring(0, at)).matches()) {
            throw invalid();
        }
        return written.substring(0, at + 1) + domain(written.substring(at + 1));
    }

    private static String domain(String written) {
        try {
            String domain = IDN.toASCII(written.toLowerCase(Locale.ROOT), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
            if (domain.length() <= MOST_DOMAIN && DOMAIN.matcher(domain).matches()) {
                return domain;
            }
        } catch (IllegalArgumentException notADomain) {
            // said below
        }
        throw invalid();
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }

    private static Rejected invalid() {
        return new Rejected("mail.address.invalid", "This is no e-mail address that can be written to.");
    }
}
