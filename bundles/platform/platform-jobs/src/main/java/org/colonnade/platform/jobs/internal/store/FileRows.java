package org.colonnade.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.store.Work;

/** Which files of jobs are complete. */
public final class FileRows {

    private static final String ADD =
            "insert into jobs_file (job_id, name, content_type, size, created_at) values (?, ?, ?, ?, ?)";
    private static final String REMOVE = "delete from jobs_file where job_id = ? and name = ?";
    private static final String REMOVE_ALL = "delete from jobs_file where job_id = ?";
    private static final String OF_JOB =
            "select job_id, name, content_type, size, created_at from jobs_file where job_id = ? order by name";
    private static final String ONE =
            "select job_id, name, content_type, size, created_at from jobs_file where job_id = ? and name = ?";
    private static final String BETWEEN = "select job_id, name, content_type, size, created_at from jobs_file"
            + " where job_id >= ? and job_id <= ? order by job_id, name";
    private static final String SIZE = "select coalesce(sum(size), 0) from jobs_file";
    private static final String PLACE = "select place from jobs_job where id = ?";

    private FileRows() {}

    /** The file is there, instead of an earlier one of its name. */
    public static void put(Work work, long job, JobFile file) throws SQLException {
        remove(work, job, file.name());
        try (PreparedStatement add = work.unwrap(Connection.class).prepareStatement(ADD)) {
            add.setLong(1, job);
            add.setString(2, file.name());
            add.setString(3, file.contentType());
            add.setLong(4, file.size());
            Times.set(add, 5, file.createdAt());
            add.executeUpdate();
        }
    }

    public static void remove(Work work, long job, String name) throws SQLException {
        try (PreparedStatement remove = work.unwrap(Connection.class).prepareStatement(REMOVE)) {
            remove.setLong(1, job);
            remove.setString(2, name);
            remove.executeUpdate();
        }
    }

    /** Nothing is known of a job's files any more, not even which of them were erased. */
    public static void removeAll(Work work, long job) throws SQLException {
        ErasureRows.removeAll(work, job);
        try (PreparedStatement remove = work.unwrap(Connection.class).prepareStatement(REMOVE_ALL)) {
            remove.setLong(1, job);
            remove.executeUpdate();
        }
    }

    public static Optional<JobFile> find(Work work, long job, String name) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(ONE)) {
            query.setLong(1, job);
            query.setString(2, name);
            return read(query).getOrDefault(job, List.of()).stream().findFirst();
        }
    }

    public static List<JobFile> of(Work work, long job) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(OF_JOB)) {
            query.setLong(1, job);
            return read(query).getOrDefault(job, List.of());
        }
    }

    /** The files of a page of jobs, by job. */
    public static Map<Long, List<JobFile>> between(Work work, long first, long last) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(BETWEEN)) {
            query.setLong(1, first);
            query.setLong(2, last);
            return read(query);
        }
    }

    /** The bytes of all of them together. */
    public static long size(Work work) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(SIZE);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Which data folder has a job's files; null for none yet. */
    public static String place(Work work, long job) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(PLACE)) {
            query.setLong(1, job);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static Map<Long, List<JobFile>> read(PreparedStatement query) throws SQLException {
        Map<Long, List<JobFile>> files = new TreeMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                files.computeIfAbsent(row.getLong("job_id"), job -> new ArrayList<>())
                        .add(new JobFile(
                                row.getString("name"),
                                row.getString("content_type"),
                                row.getLong("size"),
                                Times.get(row, "created_at")));
            }
        }
        return files;
    }
}
