package org.colonnade.platform.store.internal.company;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.colonnade.platform.api.Caller;

/** Walks through a parsed statement and holds every table of companies to one of them; counts which it has met. */
final class CompanyConditions extends TablesNamesFinder<Void> {

    /** The column that says whose a row is. */
    static final String COLUMN = "company";

    private final CompanyTables tables;
    private final long company;

    /** What was held already: the walk may pass a part more than once. */
    private final Set<Object> done = Collections.newSetFromMap(new IdentityHashMap<>());

    private int met;

    CompanyConditions(CompanyTables tables, long company) {
        this.tables = tables;
        this.company = company;
    }

    void addTo(Statement statement) {
        getTables(statement);
    }

    /** How many mentions of such tables were held to the company. */
    int met() {
        return met;
    }

    @Override
    public <S> Void visit(PlainSelect select, S context) {
        super.visit(select, context);
        if (!done.add(select)) {
            return null;
        }
        List<Expression> held = new ArrayList<>();
        hold(select.getFromItem(), held);
        join(select.getJoins(), held);
        select.setWhere(and(held, select.getWhere()));
        return null;
    }

    @Override
    public <S> Void visit(Update update, S context) {
        super.visit(update, context);
        if (!done.add(update)) {
            return null;
        }
        List<Expression> held = new ArrayList<>();
        hold(update.getTable(), held);
        hold(update.getFromItem(), held);
        join(update.getJoins(), held);
        update.setWhere(and(held, update.getWhere()));
        return null;
    }

    @Override
    public <S> Void visit(Delete delete, S context) {
        super.visit(delete, context);
        if (!done.add(delete)) {
            return null;
        }
        List<Expression> held = new ArrayList<>();
        hold(delete.getTable(), held);
        if (delete.getUsingList() != null) {
            delete.getUsingList().forEach(table -> hold(table, held));
        }
        join(delete.getJoins(), held);
        delete.setWhere(and(held, delete.getWhere()));
        return null;
    }

    @Override
    public <S> Void visit(Insert insert, S context) {
        super.visit(insert, context);
        if (isOfCompanies(insert.getTable()) && done.add(insert)) {
            met++;
            place(insert);
        }
        return null;
    }

    private void place(Insert insert) {
        if (insert.getColumns() == null) {
            throw new IllegalStateException("An insert names its columns: " + insert);
        }
        boolean named = insert.getColumns().stream()
                .anyMatch(column -> column.getColumnName().equalsIgnoreCase(COLUMN));
        if (named && company == Caller.EVERY_COMPANY) {
            return;
        }
        if (named) {
            throw new IllegalStateException("Only the store says whose a row is: " + insert);
        }
        if (company == Caller.EVERY_COMPANY) {
            throw new IllegalStateException(
                    "Whoever works for every company adds no row without saying whose it is: " + insert);
        }
        insert.getColumns().add(new Column(COLUMN));
        if (insert.getSelect() instanceof Values values) {
            add(values.getExpressions());
        } else if (insert.getSelect() instanceof PlainSelect select) {
            select.getSelectItems().add(SelectItem.from(value()));
        } else {
            throw new IllegalStateException("The store cannot tell whose the rows of this insert are: " + insert);
        }
    }

    /** One row, or several of them. */
    @SuppressWarnings("unchecked")
    private void add(ExpressionList<?> row) {
        if (!row.isEmpty() && row.stream().allMatch(ParenthesedExpressionList.class::isInstance)) {
            row.forEach(each -> ((ExpressionList<Expression>) each).add(value()));
        } else {
            ((ExpressionList<Expression>) row).add(value());
        }
    }

    /** A table that is joined from outside is held where it is joined: a condition on the whole would take the others' rows away. */
    private void join(List<Join> joins, List<Expression> held) {
        if (joins == null) {
            return;
        }
        for (Join join : joins) {
            if (!isOfCompanies(join.getFromItem())) {
                continue;
            }
            if (join.isRight() || join.isFull() || join.isNatural()) {
                throw new IllegalStateException("The store cannot tell companies apart in this join: " + join);
            }
            if (join.isLeft()) {
                List<Expression> on = new ArrayList<>();
                hold(join.getFromItem(), on);
                join.getOnExpressions().forEach(on::add);
                join.setOnExpressions(List.of(and(on, null)));
            } else {
                hold(join.getFromItem(), held);
            }
        }
    }

    private void hold(FromItem item, List<Expression> held) {
        if (isOfCompanies(item)) {
            met++;
            Table table = (Table) item;
            String name = table.getAlias() == null
                    ? table.getName()
                    : table.getAlias().getName();
            held.add(new EqualsTo(new Column(new Table(name), COLUMN), value()));
        }
    }

    private boolean isOfCompanies(FromItem item) {
        return item instanceof Table table && tables.contains(table.getName().toLowerCase(Locale.ROOT));
    }

    private LongValue value() {
        return new LongValue(company);
    }

    private static Expression and(List<Expression> held, Expression given) {
        Expression all = given == null || held.isEmpty() ? given : new ParenthesedExpressionList<>(given);
        for (int i = held.size() - 1; i >= 0; i--) {
            all = all == null ? held.get(i) : new AndExpression(held.get(i), all);
        }
        return all;
    }
}
