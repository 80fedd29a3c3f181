package org.colonnade.platform.records.internal.sql;

import java.util.List;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Target;

/** Writes conditions into a statement over the alias {@code r}. */
final class Where {

    private static final String ROW = "r.";

    private Where() {}

    static void write(Condition condition, Statement into) {
        if (condition instanceof Condition.All all) {
            several(all.parts(), " and ", into);
        } else if (condition instanceof Condition.Any any) {
            several(any.parts(), " or ", into);
        } else if (condition instanceof Condition.Compare compare) {
            comparison(compare, into);
        } else if (condition instanceof Condition.OneOf several) {
            oneOf(several, into);
        } else if (condition instanceof Condition.Like like) {
            like(like, into);
        } else if (condition instanceof Condition.Present present) {
            present(present.target(), present.wanted(), into);
        }
    }

    private static void several(List<Condition> parts, String joint, Statement into) {
        into.add("(");
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                into.add(joint);
            }
            write(parts.get(i), into);
        }
        into.add(")");
    }

    private static void comparison(Condition.Compare compare, Statement into) {
        Target target = compare.target();
        boolean not = compare.operator() == Condition.Operator.NOT_EQUAL;
        if (target.lookup() != null) {
            into.add(not ? "not " : "");
            elsewhere(target.lookup(), into);
            into.add(not ? "=" : compare.operator().sign())
                    .add(null, compare.value())
                    .add(")");
        } else if (not && target.nullable()) {
            into.add("(" + ROW + target.column() + " is null or " + ROW + target.column() + "<>")
                    .add(target.type(), compare.value())
                    .add(")");
        } else {
            into.add(ROW + target.column() + compare.operator().sign()).add(target.type(), compare.value());
        }
    }

    private static void oneOf(Condition.OneOf several, Statement into) {
        into.add(ROW + several.target().column() + " in (");
        for (int i = 0; i < several.values().size(); i++) {
            into.add(i == 0 ? "" : ",").add(FieldType.TEXT, several.values().get(i));
        }
        into.add(")");
    }

    private static void like(Condition.Like like, Statement into) {
        Target target = like.target();
        if (target.lookup() != null) {
            into.add(like.wanted() ? "" : "not ");
            elsewhere(target.lookup(), into);
            into.add(" like ").add(FieldType.TEXT, like.pattern().pattern()).add(" escape '!')");
        } else if (like.wanted()) {
            into.add(ROW + target.column() + " like ")
                    .add(FieldType.TEXT, like.pattern().pattern())
                    .add(" escape '!'");
        } else {
            into.add("(" + ROW + target.column() + " is null or " + ROW + target.column() + " not like ")
                    .add(FieldType.TEXT, like.pattern().pattern())
                    .add(" escape '!')");
        }
    }

    private static void present(Target target, boolean wanted, Statement into) {
        if (target.lookup() == null) {
            into.add(ROW + target.column() + (wanted ? " is not null" : " is null"));
        } else {
            into.add(wanted ? "" : "not ");
            elsewhere(target.lookup(), into);
            into.add(" is not null)");
        }
    }

    /** Up to the column that is compared; the caller compares it and closes the parenthesis. */
    static void elsewhere(Lookup lookup, Statement into) {
        into.add("exists (select 1 from " + lookup.table() + " x where ");
        if (lookup.ownerColumn() != null) {
            into.add("x." + lookup.ownerColumn() + "=")
                    .add(null, lookup.owner())
                    .add(" and ");
        }
        into.add("x." + lookup.recordColumn() + "=r.id and x." + lookup.valueColumn());
    }
}
