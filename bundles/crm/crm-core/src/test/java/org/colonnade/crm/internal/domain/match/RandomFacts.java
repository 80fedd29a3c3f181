package org.colonnade.crm.internal.domain.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyKind;

/** Facts from few values, many of them alike: so that two of them may share anything, and often nearly do. */
public final class RandomFacts {

    private static final String[] GIVEN = {"", "anna", "anne", "anna maria", "bob", "robert", "r", "สมชาย", "björn"};
    private static final String[] FAMILY = {"", "doe", "dough", "lee", "anna", "van der berg", "berg", "ονομα"};
    private static final String[] BORN = {"", "", "1980-03-12", "1980-12-03", "1981-03-12", "--03-12", "1951-11-23"};
    private static final String[] COMPANY = {"", "", "siam tea co ltd", "siam tea", "siam teas", "other works ag", "ltd"
    };
    private static final String[] EMAIL = {
        "anna.doe@x.example", "anna.doe@y.example", "ann.doe@x.example", "a@x.example"
    };
    private static final String[] PHONE = {"+66810001000", "+66810001001", "+668100010", "+493012345678"};
    private static final String[] DOMAIN = {"x.example", "y.example", "xx.example"};
    private static final String[] STREET = {"", "12 station road", "12 station rd", "7 other way"};
    private static final String[] TAX = {"123", "124", "0107537000521"};

    private final Random random;

    public RandomFacts(Random random) {
        this.random = random;
    }

    public Facts next() {
        boolean person = random.nextInt(3) > 0;
        return new Facts(
                person ? PartyKind.PERSON : PartyKind.ORGANISATION,
                person ? pick(GIVEN) : "",
                person ? pick(FAMILY) : "",
                pick("", "", "", "jr", "sr"),
                pick("", "", "", "bob", "annie"),
                pick(COMPANY),
                pick(BORN),
                some(EMAIL),
                some(PHONE),
                some(DOMAIN),
                places(),
                strong());
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    private Set<String> some(String... values) {
        Set<String> some = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(pick(values));
        }
        return some;
    }

    private List<Facts.Place> places() {
        List<Facts.Place> places = new ArrayList<>();
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            places.add(new Facts.Place(pick(STREET), pick("", "bangkok", "bankok"), pick("10110", "10111", "")));
        }
        return places;
    }

    private List<Identifier> strong() {
        return random.nextInt(6) > 0
                ? List.of()
                : List.of(new Identifier(pick("tax-id", "th-tax-id"), pick(TAX)), new Identifier("lei", pick(TAX)));
    }
}
