package org.colonnade.platform.store.internal.company;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.Statements;
import org.colonnade.platform.api.Caller;

/**
 * The first wall between companies: puts the company's condition into each statement, for every table in it whose rows belong to one.
 * Nobody writes that condition by hand, so nobody forgets it; a statement that cannot be understood is refused. Each is read once and
 * remembered.
 */
public class Fence {

    /** So many statements of a company are remembered; an installation has some hundred, and more only by the filters of lists. */
    private static final int MOST = 4_096;

    private final CompanyTables tables = new CompanyTables(this::forget);
    private final Map<Long, Map<String, String>> known = new ConcurrentHashMap<>();

    public CompanyTables tables() {
        return tables;
    }

    /**
     * The statement as this company may run it.
     *
     * @param company its id, or {@link Caller#EVERY_COMPANY}: then nothing is held back, and only rows whose company is named are added
     * @throws IllegalStateException if a table of companies is in it in a way that cannot be told apart
     */
    public String fenced(String sql, long company) {
        Map<String, String> ours = known.computeIfAbsent(company, id -> new ConcurrentHashMap<>());
        String found = ours.get(sql);
        if (found == null) {
            found = tables.touchedBy(sql) ? apart(sql, company) : sql;
            if (ours.size() >= MOST) {
                ours.clear();
            }
            ours.put(sql, found);
        }
        return found;
    }

    private String apart(String sql, long company) {
        Statements all = parsed(sql);
        CompanyConditions conditions = new CompanyConditions(tables, company);
        for (Statement statement : all) {
            conditions.addTo(statement);
        }
        if (conditions.met() != tables.mentions(sql)) {
            throw refusal(sql, null);
        }
        if (company == Caller.EVERY_COMPANY) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        for (Statement statement : all) {
            text.append(text.length() == 0 ? "" : "; ").append(statement);
        }
        return text.toString();
    }

    private static Statements parsed(String sql) {
        try {
            return new CCJSqlParser(sql).withAllowComplexParsing(false).Statements();
        } catch (ParseException | RuntimeException | Error simple) {
            try {
                return new CCJSqlParser(sql).withAllowComplexParsing(true).Statements();
            } catch (ParseException | RuntimeException failure) {
                throw refusal(sql, failure);
            }
        }
    }

    private static IllegalStateException refusal(String sql, Exception why) {
        return new IllegalStateException("The store cannot tell companies apart in this statement: " + sql, why);
    }

    private void forget() {
        known.clear();
    }
}
