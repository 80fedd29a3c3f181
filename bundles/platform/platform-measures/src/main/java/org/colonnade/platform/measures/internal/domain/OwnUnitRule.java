package org.colonnade.platform.measures.internal.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.unit.UnitInfo;

/** What makes a unit of the company's own. */
public final class OwnUnitRule {

    private static final Pattern CODE = Pattern.compile("Z[A-Z][A-Z0-9]");

    private final UnitTable units;

    /** @param units the standard's, of which others are made */
    public OwnUnitRule(UnitTable units) {
        this.units = units;
    }

    /** Codes in capitals, texts without blanks around, the factor in its lowest terms. */
    public static OwnUnitDraft complete(OwnUnitDraft draft) {
        return new OwnUnitDraft(
                code(draft.code()),
                text(draft.name()),
                text(draft.thaiName()),
                text(draft.symbol()),
                code(draft.of()),
                factor(draft.factor()));
    }

    private static String code(String given) {
        return given == null ? null : given.strip().toUpperCase(Locale.ROOT);
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static String factor(String given) {
        try {
            return given == null ? null : Rational.parse(given.strip()).toString();
        } catch (IllegalArgumentException unreadable) {
            return given;
        }
    }

    /**
     * Notes what is wrong.
     *
     * @param before what there is now, or null for a new one: what quantities say by now does not change its meaning
     */
    public void check(Fields faults, OwnUnitDraft draft, OwnUnit before) {
        if (draft.code() != null && !CODE.matcher(draft.code()).matches()) {
            faults.wrong("code", "is not Z, a letter, and a letter or digit");
        }
        UnitInfo of = units.find(draft.of()).orElse(null);
        if (draft.of() != null && !draft.of().isEmpty() && (of == null || !divisible(of))) {
            faults.wrong("of", of == null ? "is no unit that is known here" : "is nothing that others are made of");
        }
        if (draft.factor() != null && !positive(draft.factor())) {
            faults.wrong("factor", "is no number greater than 0 such as 12, 0.25 or 5/9");
        }
        if (before != null) {
            fixed(faults, "code", before.code(), draft.code());
            fixed(faults, "of", before.of(), draft.of());
            fixed(faults, "factor", before.factor(), draft.factor());
        }
    }

    private static boolean divisible(UnitInfo unit) {
        return unit.kind().convertible() && unit.offset().signum() == 0;
    }

    private static boolean positive(String factor) {
        try {
            return Rational.parse(factor).signum() > 0;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static void fixed(Fields faults, String field, String before, String now) {
        if (!Objects.equals(before, now)) {
            faults.wrong(field, "cannot be changed, because quantities may name the unit; make another one");
        }
    }

    /** The same as a unit that can be converted. */
    public UnitInfo info(OwnUnit own) {
        UnitInfo of = units.find(own.of()).orElseThrow();
        return new UnitInfo(
                own.code(),
                of.kind(),
                Rational.parse(own.factor()).times(of.factor()),
                Rational.ZERO,
                own.symbol() == null ? "" : own.symbol(),
                Map.of("en", own.name(), "th", own.thaiName() == null ? own.name() : own.thaiName()),
                true);
    }
}
