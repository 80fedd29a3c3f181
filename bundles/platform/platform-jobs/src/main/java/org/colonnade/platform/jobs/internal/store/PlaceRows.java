package org.colonnade.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.colonnade.platform.api.store.Work;

/** Which data folders were looked through for an erasure. */
public final class PlaceRows {

    private static final String ADD = "insert into jobs_erasure_place (case_id, place, looked_at) values (?, ?, ?)";
    private static final String REMOVE = "delete from jobs_erasure_place where case_id = ? and place = ?";
    private static final String REMOVE_ALL = "delete from jobs_erasure_place where case_id = ?";
    private static final String LEFT =
            "select count(distinct j.place) from jobs_file f join jobs_job j on j.id = f.job_id"
                    + " where j.place <> ? and not exists (select 1 from jobs_erasure_place p where p.case_id = ? and p.place = j.place)";

    private PlaceRows() {}

    /**
     * This data folder was looked through.
     *
     * @return whether there are files in others that were not; if there are none, all is forgotten
     */
    public static boolean looked(Work work, String caseId, String place) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        if (left(connection, caseId, place)) {
            try (PreparedStatement remove = connection.prepareStatement(REMOVE);
                    PreparedStatement add = connection.prepareStatement(ADD)) {
                remove.setString(1, caseId);
                remove.setString(2, place);
                remove.executeUpdate();
                add.setString(1, caseId);
                add.setString(2, place);
                Times.set(add, 3, work.now());
                add.executeUpdate();
            }
            return true;
        }
        try (PreparedStatement remove = connection.prepareStatement(REMOVE_ALL)) {
            remove.setString(1, caseId);
            remove.executeUpdate();
        }
        return false;
    }

    private static boolean left(Connection connection, String caseId, String place) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LEFT)) {
            query.setString(1, place);
            query.setString(2, caseId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }
}
