package org.colonnade.platform.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Which page a caller asks for. Pages go by key, not by number: the cursor holds the sort key of the last item seen, so the last page
 * costs what the first does, and records that arrive meanwhile neither repeat nor hide others.
 *
 * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
 * @param after the {@code next} of the page before, or null for the first
 */
public record PageRequest(int limit, String after) {

    /** How many items a page has when the caller does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** The most items that a page may have. */
    public static final int MAX_LIMIT = 500;

    /** @throws Rejected {@code platform.page.limit} */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Rejected("platform.page.limit", "A page has 1 to " + MAX_LIMIT + " items.")
                    .field("limit", "1 to " + MAX_LIMIT);
        }
    }

    /** The first page in the default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }

    /** What a query string says: a missing limit means the default. */
    public static PageRequest of(Integer limit, String after) {
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, after == null || after.isEmpty() ? null : after);
    }

    /** Writes the sort key of a page's last item as a cursor; the keys hold no U+0000. */
    public static String cursor(Object... keys) {
        StringBuilder text = new StringBuilder();
        for (Object key : keys) {
            text.append(key).append('\0');
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the cursor.
     *
     * @param count how many keys it must hold
     * @return the keys, or an empty list for the first page
     * @throws Rejected {@code platform.page.cursor} if a caller made it up
     */
    public List<String> keys(int count) {
        if (after == null) {
            return List.of();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            String[] keys = text.split("\0", -1);
            if (keys.length == count + 1) {
                return List.of(keys).subList(0, count);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal
        }
        throw new Rejected(
                        "platform.page.cursor",
                        "The cursor is not one that this list gave out; start again without 'after'.")
                .field("after", "unknown cursor");
    }
}
