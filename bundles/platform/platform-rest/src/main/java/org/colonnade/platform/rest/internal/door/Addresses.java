package org.colonnade.platform.rest.internal.door;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.api.problem.Malformed;

/** Looks a request's address over before anything is made of it: one form for every path, nothing that two readers read in two ways. */
final class Addresses {

    private static final Pattern ODD =
            Pattern.compile("//|/\\.{1,2}(/|$)|;|\\\\|%(?i:2f|5c|3b|2e|00)|[\\x00-\\x20\\x7f]");
    private static final Pattern ESCAPES = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");

    /** The characters of an address that needs no second look, as long as it has no two slashes in a row. */
    private static final boolean[] QUIET = quiet();

    private Addresses() {}

    /** How long path and query are. */
    static int length(HttpServletRequest request) {
        return request.getRequestURI().length()
                + (request.getQueryString() == null
                        ? 0
                        : request.getQueryString().length());
    }

    /** @throws Malformed {@code platform.path.malformed}, {@code platform.query.malformed} */
    static void check(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!isQuiet(path) && (ODD.matcher(path).find() || !readable(path))) {
            throw new Malformed("platform.path.malformed", "The path is not in its plain form.");
        }
        String query = request.getQueryString();
        if (query != null && !readable(query)) {
            throw new Malformed("platform.query.malformed", "The query holds a broken escape, or is no UTF-8 text.");
        }
    }

    private static boolean isQuiet(String path) {
        char before = ' ';
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c >= QUIET.length || !QUIET[c] || c == '/' && before == '/') {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean[] quiet() {
        boolean[] quiet = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:/"
                .chars()
                .forEach(c -> quiet[c] = true);
        return quiet;
    }

    private static boolean readable(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw.indexOf('\0') < 0;
        }
        if (!ESCAPES.matcher(raw).matches()) {
            return false;
        }
        byte[] bytes = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                            .indexOf('\0')
                    < 0;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
