package org.colonnade.crm.internal;

import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

/** Whatever is missing, empty or odd in an input, the answer is a party or a refusal, never an accident. */
public class HalfFilledTest extends OnEachDatabase {

    private static final String[] TEXTS = {
        null,
        "",
        " ",
        "x",
        "a@b.example",
        "@",
        "+",
        "+66",
        "081 234 5678",
        "%_\\",
        "\u200b",
        "\n",
        "ก็",
        "2026-02-30",
        "--02-29"
    };

    private static final LocalDate[] DAYS = {
        LocalDate.MIN, LocalDate.of(1, 1, 1), LocalDate.of(2026, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.MAX
    };

    private final Random random = new Random(20);

    @Test
    public void aHalfFilledPartyIsTakenOrRefused() {
        Office office = new Office(database());
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            PartyDraft draft = draft();
            try {
                Party party = office.create(draft);
                office.desk.change(Office.ACTOR, party.id(), version -> {}, present -> draft());
                taken++;
            } catch (Problem no) {
                assertTrue(no.code() + " for " + draft, no.status() == 422 || no.status() == 409);
                refused++;
            }
        }
        assertTrue(taken + " taken, " + refused + " refused", taken > 20 && refused > 20);
    }

    private PartyDraft draft() {
        return new PartyDraft(
                pick(PartyKind.values()),
                text(),
                random.nextInt(4) == 0
                        ? null
                        : new PersonName(text(), text(), text(), text(), text(), text(), text(), text()),
                text(),
                text(),
                text(),
                text(),
                random.nextInt(3) == 0 ? text() : null,
                random.nextInt(3) == 0 ? text() : null,
                random.nextInt(3) == 0 ? text() : null,
                some(this::point),
                some(this::text),
                some(() -> random.nextInt(9) == 0 ? null : new Identifier(text(), text())));
    }

    private ContactPoint point() {
        if (random.nextInt(9) == 0) {
            return null;
        }
        PostalAddress address = random.nextInt(3) == 0
                ? null
                : new PostalAddress(text(), text(), text(), text(), text(), text(), text());
        Boolean primary = random.nextBoolean() ? null : random.nextBoolean();
        return new ContactPoint(
                pick(ContactType.values()),
                text(),
                text(),
                some(this::text),
                text(),
                primary,
                address,
                text(),
                random.nextInt(20) > 0 ? null : pick(DAYS),
                random.nextInt(20) > 0 ? null : pick(DAYS),
                primary,
                random.nextInt(9) > 0 ? null : text(),
                random.nextBoolean() ? Instant.MAX : null,
                text(),
                random.nextInt(3) - 1,
                random.nextBoolean() ? Instant.MIN : null);
    }

    /** No list, or one of up to two. */
    private <T> List<T> some(Supplier<T> one) {
        int count = random.nextInt(4) - 1;
        if (count < 0) {
            return null;
        }
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(one.get());
        }
        return list;
    }

    private <T> T pick(T[] values) {
        int at = random.nextInt(values.length + 1);
        return at == values.length ? null : values[at];
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }
}
