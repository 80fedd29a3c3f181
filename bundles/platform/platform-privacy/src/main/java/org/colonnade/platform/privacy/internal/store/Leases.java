package org.colonnade.platform.privacy.internal.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;

/** What only one node does at a time: a row that somebody holds until a moment, so a node that died holds it no longer than that. */
public final class Leases {

    private static final String TAKE =
            "select holder, until_at from privacy_lease where name = ? for update skip locked";
    private static final String LOOK = "select holder, until_at from privacy_lease where name = ?";
    private static final String HOLD = "update privacy_lease set holder = ?, until_at = ? where name = ?";
    private static final String RENEW = "update privacy_lease set until_at = ? where name = ? and holder = ?";
    private static final String GIVE_BACK =
            "update privacy_lease set holder = null, until_at = null where name = ? and holder = ?";

    private Leases() {}

    /**
     * A lease as it is now.
     *
     * @param holder who holds it, or null
     */
    public record Lease(String holder) {}

    public static Lease look(Work work, String name) throws SQLException {
        return read(work, LOOK, name).orElse(new Lease(null));
    }

    /** Takes it, unless somebody else has it. */
    public static boolean take(Work work, String name, String holder, Duration time) throws SQLException {
        Optional<Lease> lease = read(work, TAKE, name);
        if (lease.isEmpty() || lease.get().holder() != null) {
            return false;
        }
        Sql.update(work, HOLD, holder, work.now().plus(time), name);
        return true;
    }

    /** Holds it longer; false if it was lost. */
    public static boolean renew(Work work, String name, String holder, Duration time) throws SQLException {
        return Sql.update(work, RENEW, work.now().plus(time), name, holder) == 1;
    }

    public static void giveBack(Work work, String name, String holder) throws SQLException {
        Sql.update(work, GIVE_BACK, name, holder);
    }

    private static Optional<Lease> read(Work work, String constant, String name) throws SQLException {
        return Sql.one(
                work,
                constant,
                row -> {
                    Instant until = Sql.instant(row, "until_at");
                    boolean held = until != null && until.isAfter(work.now());
                    return new Lease(held ? row.getString("holder") : null);
                },
                name);
    }
}
