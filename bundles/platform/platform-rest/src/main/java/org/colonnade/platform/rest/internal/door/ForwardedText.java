package org.colonnade.platform.rest.internal.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the headers in which proxies say for whom they ask: {@code Forwarded} (RFC 7239) and {@code X-Forwarded-For}. */
final class ForwardedText {

    private ForwardedText() {}

    /**
     * One proxy's word.
     *
     * @param address for whom it asked, in figures; null where it does not say, or nothing that is an address
     * @param scheme by which scheme it was asked, in small letters; null where it does not say
     */
    record Hop(String address, String scheme) {}

    /** The values of {@code X-Forwarded-For}, the first proxy's first; schemes come with another header. */
    static List<Hop> ofLists(List<String> values) {
        List<Hop> hops = new ArrayList<>();
        for (String value : values) {
            for (String one : value.split(",", -1)) {
                hops.add(new Hop(node(one.strip()), null));
            }
        }
        return hops;
    }

    /** The values of {@code Forwarded}, the first proxy's first. */
    static List<Hop> ofForwarded(List<String> values) {
        List<Hop> hops = new ArrayList<>();
        for (String value : values) {
            for (String element : split(value, ',')) {
                hops.add(hop(element));
            }
        }
        return hops;
    }

    private static Hop hop(String element) {
        String address = null;
        String scheme = null;
        for (String pair : split(element, ';')) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (name.equals("for")) {
                address = node(unquoted(pair.substring(equals + 1).strip()));
            } else if (name.equals("proto")) {
                scheme = scheme(unquoted(pair.substring(equals + 1).strip()));
            }
        }
        return new Hop(address, scheme);
    }

    /** {@code http} or {@code https}; null for anything else. */
    static String scheme(String text) {
        String small = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return small.equals("http") || small.equals("https") ? small : null;
    }

    /** An address without its port; null for {@code unknown}, {@code _hidden} and whatever else is none. */
    private static String node(String text) {
        String host = text;
        int closing = text.indexOf(']');
        if (text.startsWith("[") && closing > 0) {
            host = text.substring(0, closing + 1);
        } else if (text.indexOf(':') == text.lastIndexOf(':') && text.indexOf(':') > 0) {
            host = text.substring(0, text.indexOf(':'));
        }
        return AddressRange.address(host)
                .map(address -> address.getHostAddress())
                .orElse(null);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
                : text;
    }

    /** Parts between separators that stand outside of quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
