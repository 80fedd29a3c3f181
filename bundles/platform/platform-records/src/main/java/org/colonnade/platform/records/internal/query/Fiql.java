package org.colonnade.platform.records.internal.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.cxf.jaxrs.ext.search.ConditionType;
import org.apache.cxf.jaxrs.ext.search.PrimitiveStatement;
import org.apache.cxf.jaxrs.ext.search.SearchBean;
import org.apache.cxf.jaxrs.ext.search.SearchCondition;
import org.apache.cxf.jaxrs.ext.search.fiql.FiqlParser;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Reads filters: FIQL (draft-nottingham-atompub-fiql-00) with {@code *} in texts. Values are percent-encoded within the expression where
 * they hold {@code ( ) , ;}; {@code field==*} means that there is a value, {@code field!=*} that there is none.
 */
public final class Fiql {

    private static final int LONGEST = 4_000;
    private static final int MOST = 100;
    private static final int DEEPEST = 20;

    private final Function<String, Target> targets;
    private int count;

    private Fiql(Function<String, Target> targets) {
        this.targets = targets;
    }

    /**
     * Reads a filter.
     *
     * @param targets by name; null for what does not exist or may not be seen
     * @throws Malformed {@code platform.filter.invalid}
     * @throws Rejected {@code platform.filter.unknown-field}, {@code platform.filter.invalid}
     */
    public static Condition parse(String filter, Function<String, Target> targets) {
        measure(filter);
        return new Fiql(targets).condition(read(filter));
    }

    private static SearchCondition<SearchBean> read(String filter) {
        try {
            return new FiqlParser<>(SearchBean.class).parse(filter);
        } catch (RuntimeException unreadable) {
            throw malformed("This is no FIQL expression such as name==Mal*;createdAt=gt=2026-01-01T00:00:00Z.");
        }
    }

    private static void measure(String filter) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < filter.length(); i++) {
            depth += filter.charAt(i) == '(' ? 1 : filter.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        if (filter.length() > LONGEST || deepest > DEEPEST) {
            throw malformed(
                    "A filter has at most " + LONGEST + " characters and " + DEEPEST + " parentheses in each other.");
        }
        if (!Fields.storable(filter)) {
            throw malformed("The filter holds U+0000 or half of a surrogate pair, which is not text.");
        }
    }

    private Condition condition(SearchCondition<SearchBean> found) {
        if (found.getStatement() == null) {
            List<Condition> parts = new ArrayList<>();
            found.getSearchConditions().forEach(part -> parts.add(condition(part)));
            return found.getConditionType() == ConditionType.OR ? new Condition.Any(parts) : new Condition.All(parts);
        }
        if (++count > MOST) {
            throw malformed("A filter has at most " + MOST + " comparisons.");
        }
        return comparison(found.getStatement());
    }

    private Condition comparison(PrimitiveStatement statement) {
        String name = statement.getProperty();
        Target target = targets.apply(name);
        if (target == null) {
            throw new Rejected(
                            "platform.filter.unknown-field",
                            "The filter names a field that these records do not have or that you may not see.")
                    .field("filter", "unknown field '" + shown(name) + "'");
        }
        String text = decoded(String.valueOf(statement.getValue()));
        Condition.Operator operator = operator(statement.getCondition());
        boolean equality = operator == Condition.Operator.EQUAL || operator == Condition.Operator.NOT_EQUAL;
        boolean wanted = operator == Condition.Operator.EQUAL;
        if (equality && text.equals("*")) {
            return new Condition.Present(target, wanted);
        }
        if (equality && text.contains("*") && isText(target)) {
            return new Condition.Like(target, wanted, new Wildcard(pieces(target, text)));
        }
        try {
            return new Condition.Compare(target, operator, target.value(text));
        } catch (IllegalArgumentException notOne) {
            throw new Rejected("platform.filter.invalid", "A value of the filter is not right.")
                    .field("filter", "'" + shown(name) + "' is compared with " + notOne.getMessage());
        }
    }

    private static List<String> pieces(Target target, String text) {
        return Arrays.stream(text.split("\\*+", -1))
                .map(piece -> piece.isEmpty() || target.lookup() == null ? piece : String.valueOf(target.value(piece)))
                .toList();
    }

    private static boolean isText(Target target) {
        return switch (target.type()) {
            case TEXT, REF, CHOICE -> true;
            default -> false;
        };
    }

    private static Condition.Operator operator(ConditionType type) {
        return switch (type) {
            case EQUALS -> Condition.Operator.EQUAL;
            case NOT_EQUALS -> Condition.Operator.NOT_EQUAL;
            case GREATER_THAN -> Condition.Operator.GREATER;
            case GREATER_OR_EQUALS -> Condition.Operator.GREATER_OR_EQUAL;
            case LESS_THAN -> Condition.Operator.LESS;
            case LESS_OR_EQUALS -> Condition.Operator.LESS_OR_EQUAL;
            default -> throw malformed("A comparison is one of ==, !=, =gt=, =ge=, =lt=, =le=.");
        };
    }

    private static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException halfAnEscape) {
            throw malformed("A percent sign within a value is written %25.");
        }
    }

    private static String shown(String name) {
        return name == null || name.length() > 80 ? "…" : name;
    }

    private static Malformed malformed(String sentence) {
        return new Malformed(
                "platform.filter.invalid", sentence, List.of(new Rejected.Field("filter", "is no filter")));
    }
}
