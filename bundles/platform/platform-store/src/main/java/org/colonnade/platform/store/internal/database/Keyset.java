package org.colonnade.platform.store.internal.database;

import java.util.List;
import java.util.function.Function;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Rejected;

/** Pages of lists that are ordered by one number. */
public final class Keyset {

    private Keyset() {}

    /**
     * The number that the cursor holds.
     *
     * @param first what stands for the first page
     * @throws Rejected {@code platform.page.cursor} if a caller made it up
     */
    public static long number(PageRequest page, long first) {
        List<String> keys = page.keys(1);
        try {
            return keys.isEmpty() ? first : Long.parseLong(keys.get(0));
        } catch (NumberFormatException madeUp) {
            throw new Rejected(
                            "platform.page.cursor",
                            "The cursor is not one that this list gave out; start again without 'after'.")
                    .field("after", "unknown cursor");
        }
    }

    /** The page out of what was found, which is one item more if there is a next page. */
    public static <T> Page<T> page(List<T> found, int limit, Function<T, Long> key) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), PageRequest.cursor(key.apply(found.get(limit - 1))));
    }
}
