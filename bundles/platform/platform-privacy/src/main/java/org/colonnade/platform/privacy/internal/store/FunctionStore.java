package org.colonnade.platform.privacy.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.privacy.internal.KnownFunction;

/** Which functions have ever kept personal data here. */
public final class FunctionStore {

    private static final String ALL = "select * from privacy_function order by module";
    private static final String SEEN =
            "update privacy_function set keeps_data = (keeps_data or ?), declares_holds = (declares_holds or ?), dismissed_by = null"
                    + " where module = ?";
    private static final String ADD =
            "insert into privacy_function (module, keeps_data, declares_holds, first_seen) values (?, ?, ?, ?)";
    private static final String DISMISS = "update privacy_function set dismissed_by = ? where module = ?";

    private FunctionStore() {}

    /** All of them, with whether they are here now. */
    public static List<KnownFunction> all(Work work, Set<String> present) throws SQLException {
        return Sql.query(
                work,
                ALL,
                row -> new KnownFunction(
                        row.getString("module"),
                        row.getBoolean("keeps_data"),
                        row.getBoolean("declares_holds"),
                        present.contains(row.getString("module")),
                        Sql.instant(row, "first_seen"),
                        row.getString("dismissed_by")));
    }

    /** Remembers that a function is here. */
    public static void seen(Work work, String module, boolean keepsData, boolean declaresHolds) throws SQLException {
        if (Sql.update(work, SEEN, keepsData, declaresHolds, module) == 0) {
            Sql.update(work, ADD, module, keepsData, declaresHolds, work.now());
        }
    }

    /** Nobody waits for it any longer; false if it was never here. */
    public static boolean dismiss(Work work, String module, String actor) throws SQLException {
        return Sql.update(work, DISMISS, actor, module) == 1;
    }
}
