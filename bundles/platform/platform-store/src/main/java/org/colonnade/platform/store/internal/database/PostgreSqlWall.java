package org.colonnade.platform.store.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * The second wall between companies: policies of PostgreSQL. Functions work under a role that does not own the tables, and each of their
 * connections says in which company it works; the database shows and takes no other rows.
 */
final class PostgreSqlWall {

    /** The setting that a connection says its company by; 0 for all of them, and nobody's rows while it is not set. */
    private static final String SETTING = "colonnade.company";

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String ENTER = "select set_config('" + SETTING + "', ?, false)";
    private static final String TABLES = "select c.relname, a.attname is not null,"
            + " coalesce(obj_description(c.oid, 'pg_class'), '') like 'shared%', c.relrowsecurity and not (s.attname is not null"
            + " and exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indnatts = 1)"
            + " and to_regclass(quote_ident(c.relname || '_words')) is null), c.relkind = 'v'"
            + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " left join pg_attribute a on a.attrelid = c.oid and a.attname = 'company' and not a.attisdropped"
            + " left join pg_attribute s on s.attrelid = c.oid and s.attname = 'search_text' and not s.attisdropped"
            + " where c.relkind in ('r', 'p', 'v') and n.nspname = current_schema() and c.relname like ? order by c.relname";
    private static final String ROLE = "select exists (select 1 from pg_roles where rolname = ?)";
    private static final String MAY_MAKE =
            "select rolsuper or rolcreaterole from pg_roles where rolname = current_user";
    private static final String MAY_BE = "select pg_has_role(current_user, ?, 'MEMBER')";
    private static final String LACKING =
            "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = current_schema() and c.relkind in ('r', 'v', 'p') and not (has_table_privilege(?, c.oid, 'select')"
                    + " and has_table_privilege(?, c.oid, 'insert') and has_table_privilege(?, c.oid, 'update')"
                    + " and has_table_privilege(?, c.oid, 'delete'))";
    private static final String PROMISED =
            "select exists (select 1 from pg_default_acl d join pg_namespace n on n.oid = d.defaclnamespace,"
                    + " aclexplode(d.defaclacl) a join pg_roles r on r.oid = a.grantee where n.nspname = current_schema() and d.defaclobjtype = 'r'"
                    + " and pg_get_userbyid(d.defaclrole) = current_user and r.rolname = ?)";

    private final String role;
    private final Map<PGConnection, Long> places = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile boolean under;

    PostgreSqlWall(String role) {
        if (!PLAIN.matcher(role).matches()) {
            throw new IllegalArgumentException(
                    "rowsRole has small letters, digits and _, 63 at most, and begins with a letter: " + role);
        }
        this.role = role;
    }

    String role() {
        return role;
    }

    /** Whether functions work under the role. */
    boolean stands() {
        return under;
    }

    /** Whether the role has to be made, or to be given rights, before functions can work under it. */
    boolean wants(Connection connection) throws SQLException {
        if (!ask(connection, ROLE, role)) {
            return ask(connection, MAY_MAKE);
        }
        under = ask(connection, MAY_BE, role);
        return under && lacking(connection);
    }

    /** Makes the role, which nobody can sign in as, and gives it what functions need: rows, no tables. */
    void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!ask(connection, ROLE, role)) {
                if (!ask(connection, MAY_MAKE)) {
                    return;
                }
                create(statement);
            }
            under = true;
            if (lacking(connection)) {
                statement.execute("do $$ begin"
                        + " execute format('grant usage on schema %I to %I', current_schema(), '" + role + "');"
                        + " execute format('grant select, insert, update, delete on all tables in schema %I to %I',"
                        + " current_schema(), '" + role + "');"
                        + " execute format('grant usage on all sequences in schema %I to %I', current_schema(), '"
                        + role + "');"
                        + " execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',"
                        + " current_schema(), '" + role + "');"
                        + " execute format('alter default privileges in schema %I grant usage on sequences to %I',"
                        + " current_schema(), '" + role + "'); end $$");
            }
        }
    }

    /** The role belongs to the server, so another database's start may be making it at this moment. */
    private void create(Statement statement) throws SQLException {
        statement.execute("do $$ begin create role " + role
                + " nologin; exception when duplicate_object or unique_violation then null; end $$");
        statement.execute("do $$ begin execute format('grant %I to %I', '" + role + "', current_user);"
                + " exception when others then null; end $$");
    }

    /** What a connection of the functions does first; the schema stays that of the account. */
    String initially() {
        return under
                ? "select set_config('search_path', quote_ident(current_schema()), false), set_config('role', '" + role
                        + "', false)"
                : "select set_config('search_path', quote_ident(current_schema()), false)";
    }

    /** From now on the connection works in this company; asks the database only where it did not before. */
    void enter(Connection connection, long company) throws SQLException {
        PGConnection physical = connection.unwrap(PGConnection.class);
        Long before = places.get(physical);
        if (before != null && before == company) {
            return;
        }
        places.remove(physical);
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, Long.toString(company));
            enter.execute();
        }
        places.put(physical, company);
    }

    List<TableState> tables(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TABLES)) {
            query.setString(1, prefix.replace("_", "\\_") + '%');
            try (ResultSet row = query.executeQuery()) {
                List<TableState> tables = new ArrayList<>();
                while (row.next()) {
                    boolean view = row.getBoolean(5);
                    tables.add(new TableState(
                            row.getString(1), row.getBoolean(2), view || row.getBoolean(3), view || row.getBoolean(4)));
                }
                return tables;
            }
        }
    }

    /** Lets the database keep companies apart in these tables. */
    void raise(Connection connection, Collection<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.addBatch("alter table " + table + " alter column company set default"
                        + " coalesce(nullif(nullif(current_setting('" + SETTING + "', true), ''), '0')::bigint, 1)");
                statement.addBatch("alter table " + table + " enable row level security");
                if (!under) {
                    statement.addBatch("alter table " + table + " force row level security");
                }
                statement.addBatch("drop policy if exists colonnade_company on " + table);
                statement.addBatch("create policy colonnade_company on " + table + " using ((select current_setting('"
                        + SETTING + "', true) = '0') or company = (select nullif(current_setting('" + SETTING
                        + "', true), '')::bigint))");
            }
            statement.executeBatch();
        }
        raiseWords(connection, tables);
    }

    /**
     * A policy is asked before a search by words, so that no index would be used for it. What is searched is read through a view that says
     * itself whose rows it shows, and that uses the index.
     */
    private static void raiseWords(Connection connection, Collection<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                String key = key(connection, table);
                if (key != null) {
                    statement.execute("create or replace view " + table + "_words as select " + key
                            + " as id, company, search_text from " + table + " where (select current_setting('"
                            + SETTING
                            + "', true) = '0') or company = (select nullif(current_setting('" + SETTING
                            + "', true), '')::bigint)");
                }
            }
        }
    }

    private static String key(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select k.attname from pg_index i"
                        + " join pg_attribute k on k.attrelid = i.indrelid and k.attnum = i.indkey[0]"
                        + " where i.indrelid = cast(? as regclass) and i.indisprimary and i.indnatts = 1"
                        + " and exists (select 1 from pg_attribute s where s.attrelid = i.indrelid and s.attname = 'search_text')")) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Whether it may not do everything with a table that is there, or with those to come. */
    private boolean lacking(Connection connection) throws SQLException {
        if (!ask(connection, PROMISED, role)) {
            return true;
        }
        try (PreparedStatement query = connection.prepareStatement(LACKING)) {
            for (int i = 1; i <= 4; i++) {
                query.setString(i, role);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    private static boolean ask(Connection connection, String question, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
