package org.colonnade.platform.rest.internal.door;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.api.text.Charsets;
import org.colonnade.platform.rest.internal.problem.Diagnosis;

/** What is known of a body before it is read: its kind and how long it may be. */
final class Bodies {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'+.^_`|~-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            "(" + TOKEN + "/" + TOKEN + ")((?:\\s*;\\s*" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*\"))*)\\s*;?\\s*");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^\";\\s]*)");

    private Bodies() {}

    /** Whether the request has one at all. */
    static boolean isIn(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** How many bytes it may have. */
    static long limit(HttpServletRequest request, RestConfig config) {
        String type = request.getContentType();
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return essence.isEmpty() || essence.endsWith("/json") || essence.endsWith("+json")
                ? config.jsonBytes()
                : config.uploadBytes();
    }

    /**
     * Refuses a body that is too long by its own account, and a content type that makes no sense, or is in a charset that nobody knows, or
     * in another than UTF-8 where it is JSON.
     */
    static void check(HttpServletRequest request, RestConfig config) {
        String type = request.getContentType();
        if (type != null) {
            Matcher parts = MEDIA_TYPE.matcher(type);
            if (!parts.matches()
                    || !isKnown(parts.group(2))
                    || parts.group(1).toLowerCase(Locale.ROOT).endsWith("json") && !isUtf8(parts.group(2))) {
                throw Diagnosis.unsupported();
            }
        }
        long limit = limit(request, config);
        if (request.getContentLengthLong() > limit) {
            throw CountedBody.tooLarge(limit);
        }
    }

    private static boolean isKnown(String parameters) {
        Matcher charset = CHARSET.matcher(parameters);
        return !charset.find() || Charsets.named(charset.group(1)).isPresent();
    }

    private static boolean isUtf8(String parameters) {
        Matcher charset = CHARSET.matcher(parameters);
        return !charset.find() || charset.group(1).equalsIgnoreCase("utf-8");
    }
}
