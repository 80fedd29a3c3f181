package org.colonnade.crm.internal.domain.identifier;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.internal.domain.PartyCheck;
import org.junit.Test;

public class IdentifierRuleTest {

    /** Of each scheme what its standard or its registry gives as an example. */
    private static final Map<String, List<String>> RIGHT = Map.of(
            "gln", List.of("4006381333931", "0614141000012"),
            "gtin", List.of("96385074", "036000291452", "4006381333931", "10614141000415"),
            "ean", List.of("96385074", "5901234123457"),
            "th-tax-id", List.of("0107536000315", "0-1075-36000-31-5"),
            "th-national-id", List.of("1 1017 00230 70 8"),
            "lei", List.of("5493001KJTIIGC8Y1R12", "HWUPKR0MPOU8FGXBT394"),
            "iban",
                    List.of(
                            "GB82 WEST 1234 5698 7654 32",
                            "DE89370400440532013000",
                            "nl91abna0417164300",
                            "NO9386011117947"));

    @Test
    public void whatTheStandardsGiveAsExamplesIsRight() {
        RIGHT.forEach(
                (scheme, values) -> values.forEach(value -> assertNull(scheme + ' ' + value, fault(scheme, value))));
    }

    @Test
    public void oneWrongDigitOrTwoInTheWrongOrderAreNoticed() {
        RIGHT.forEach((scheme, values) -> {
            for (String value : values) {
                String bare = IdentifierRule.bare(value);
                for (int i = 0; i < bare.length(); i++) {
                    if (Character.isDigit(bare.charAt(i))) {
                        char other = (char) ('0' + (bare.charAt(i) - '0' + 1) % 10);
                        String wrong = bare.substring(0, i) + other + bare.substring(i + 1);
                        // the third digit of a Thai number weighs eleven, and so nothing
                        boolean weighed = !scheme.startsWith("th-") || i != 2;
                        assertEquals(scheme + ' ' + wrong, weighed, fault(scheme, wrong) != null);
                    }
                }
                assertNotNull(fault(scheme, bare.substring(1)));
                assertNotNull(fault(scheme, bare + '0'));
                assertNotNull(fault(scheme, ""));
            }
        });
        assertNotNull("digits of another script are none", fault("gln", "٤٠٠٦٣٨١٣٣٣٩٣١"));
        assertNotNull(fault("iban", "DE98370400440532013000"));
    }

    @Test
    public void whatIsNotKnownIsTakenAsItIs() {
        assertNull(fault("tax-id", "1"));
        assertNull(fault("vcard-uid", "urn:uuid:1"));
        for (String[] half : new String[][] {{null, "1"}, {"gln", null}, {null, null}}) {
            Identifier identifier = new Identifier(half[0], half[1]);
            assertEquals(identifier, IdentifierRule.settled(identifier));
        }
    }

    @Test
    public void aTypedPartyIsToldAnImportedOneIsTakenAndOneThatWasThereMayStay() {
        PartyDraft wrong = identified("lei", "5493001KJTIIGC8Y1R13");
        assertEquals(
                "identifiers[0].value",
                PartyCheck.typed(wrong, null).faults().get(0).field());
        assertEquals(List.of(), PartyCheck.typed(wrong, wrong).faults());
        assertEquals(List.of(), PartyCheck.imported(wrong).faults());
        assertEquals(
                1,
                PartyCheck.typed(identified("gln", "5493001KJTIIGC8Y1R13"), wrong)
                        .faults()
                        .size());
    }

    private static String fault(String scheme, String value) {
        return IdentifierRule.fault(new Identifier(scheme, value));
    }

    private static PartyDraft identified(String scheme, String value) {
        return new PartyDraft(
                PartyKind.ORGANISATION,
                "Siam Tea",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new Identifier(scheme, value)));
    }
}
