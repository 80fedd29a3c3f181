package org.colonnade.crm.internal.domain.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.colonnade.crm.api.Identifier;

/** Which identifiers can be told to be wrong: those of schemes that carry a check of their own. All others are what they are. */
public final class IdentifierRule {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-]+");
    private static final Scheme THAI = new Scheme(
            "\\d{13}", ThaiNumber::valid, "is no Thai number: 13 digits, the last of which checks the others");

    private static final Map<String, Scheme> SCHEMES = Map.of(
            "gln",
            new Scheme("\\d{13}", Gs1Number::valid, "is no GLN: 13 digits, the last of which checks the others"),
            "gtin",
            new Scheme(
                    "\\d{8}|\\d{12,14}",
                    Gs1Number::valid, "is no GTIN: 8, 12, 13 or 14 digits, the last of which checks the others"),
            "ean",
            new Scheme(
                    "\\d{8}|\\d{13}",
                    Gs1Number::valid, "is no EAN: 8 or 13 digits, the last of which checks the others"),
            "th-tax-id",
            THAI,
            "th-national-id",
            THAI,
            "th-company-id",
            THAI,
            "lei",
            new Scheme(
                    "[A-Z0-9]{18}\\d{2}",
                    Mod97::valid,
                    "is no LEI (ISO 17442): 20 letters and digits, the last two of which check the others"),
            "iban",
            new Scheme(
                    "[A-Z]{2}\\d{2}[A-Z0-9]{11,30}",
                    Iban::valid, "is no IBAN (ISO 13616): country, two check digits and the account"));

    private IdentifierRule() {}

    /** What identifiers of a scheme look like, and how they check themselves. */
    private record Scheme(Pattern shape, Predicate<String> check, String fault) {

        Scheme(String shape, Predicate<String> check, String fault) {
            this(Pattern.compile(shape), check, fault);
        }
    }

    /** What is wrong with the identifier; null if nothing is, or its scheme has no check that is known here. */
    public static String fault(Identifier identifier) {
        Scheme scheme = scheme(identifier);
        if (scheme == null) {
            return null;
        }
        String bare = bare(identifier.value());
        return scheme.shape().matcher(bare).matches() && scheme.check().test(bare) ? null : scheme.fault();
    }

    /** The identifier as it is kept: one that checks itself without what people put in between to read it more easily, in capitals. */
    public static Identifier settled(Identifier identifier) {
        boolean right = scheme(identifier) != null && fault(identifier) == null;
        return right ? new Identifier(identifier.scheme(), bare(identifier.value())) : identifier;
    }

    /** Its scheme, if that is known; what is not whole is for others to refuse. */
    private static Scheme scheme(Identifier identifier) {
        boolean whole = identifier.scheme() != null && identifier.value() != null;
        return whole ? SCHEMES.get(identifier.scheme()) : null;
    }

    static String bare(String value) {
        return SEPARATORS.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
