package org.colonnade.crm.internal.card;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.ImportRule;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.PointChange;
import org.junit.Test;

public class CardsTest {

    private static final PhoneRule PHONES = new PhoneRule("TH");
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final String[] BIRTHDAYS = {null, "1980-03-22", "--03-22", "1980-03", "1980", "---22", "--03"};

    private final Cards cards = new Cards(PHONES);

    @Test
    public void whatHasNoFieldIsKeptAndComesOutAgain() {
        PartyContent content = read(
                "FN:Ann",
                "N:Ann;;;;",
                "X-SHOE-SIZE;UNIT=eu:44",
                "item1.X-ABRELATEDNAMES:Bob",
                "GENDER:F",
                "ANNIVERSARY:20100101",
                "TITLE:Boss",
                "TITLE:Founder",
                "SOUND:data:audio/ogg;base64,AAAA",
                "BDAY:--0322");
        assertEquals("--03-22", content.draft().birthday());
        assertEquals("Boss", content.draft().jobTitle());
        for (String version : List.of("4.0", "3.0")) {
            String text = cards.write(content, version, THEN);
            for (String kept : List.of(
                    "X-SHOE-SIZE;UNIT=eu:44", "item1.X-ABRELATEDNAMES:Bob", "GENDER:F", "TITLE:Founder", "SOUND")) {
                assertTrue(version + " has " + kept + " in\n" + text, text.contains(kept));
            }
            assertTrue(version, ImportRule.same(content, cards.read(text).content()));
        }
    }

    @Test
    public void aNestedAgentOfVersionTwoIsKept() {
        PartyContent content = cards.read(
                        "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Boss;The\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN:Friday;Fred\r\n"
                                + "TEL;WORK:5\r\nEND:VCARD\r\nEND:VCARD\r\n")
                .content();
        assertEquals("The Boss", content.draft().displayName());
        for (String version : List.of("4.0", "3.0")) {
            String text = cards.write(content, version, THEN);
            assertTrue(text, text.contains("Friday"));
            assertTrue(version, ImportRule.same(content, cards.read(text).content()));
        }
    }

    @Test
    public void xmlIsKeptAsTextAndNeverParsed() {
        PartyContent content =
                read("FN:Ann", "N:Ann;;;;", "XML:<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e\\;</a>");
        String text = cards.write(content, "4.0", THEN).replace("\r\n ", "");
        assertTrue(text, text.contains("XML:<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e\\;</a>"));
        assertTrue(ImportRule.same(content, cards.read(text).content()));
    }

    @Test
    public void aLineThatIsNoPropertyIsKeptWordForWord() {
        Cards.Read read = cards.read("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nTHIS IS NO PROPERTY\r\nEND:VCARD\r\n");
        assertEquals(
                List.of("X-COLONNADE-UNREAD:THIS IS NO PROPERTY"),
                read.content().kept());
        assertFalse(read.messages().isEmpty());
    }

    @Test
    public void labelsOfTheAddressBookBecomeLabels() {
        PartyContent content = read(
                "FN:Ann",
                "N:Ann;;;;",
                "item1.TEL:+66 81 234 5678",
                "item1.X-ABLabel:reception",
                "item2.URL:http://x.example",
                "item2.X-ABLabel:_$!<HomePage>!$_");
        assertEquals(
                List.of("reception", "HomePage"),
                content.draft().contactPoints().stream()
                        .map(ContactPoint::label)
                        .toList());
        assertTrue(content.kept().isEmpty());
        String text = cards.write(content, "3.0", THEN);
        assertTrue(text, text.contains("X-ABLabel:_$!<HomePage>!$_"));
        assertFalse("nothing more needs to be said", text.contains("X-COLONNADE-EXACT"));
    }

    @Test
    public void anOrganisationIsOneInEachDialect() {
        PartyContent content = PartyContent.of(
                PartyRule.withUid(PartyRule.complete(PartyDraft.organisation("Siam, Tea; Co."), PHONES)));
        for (String version : List.of("4.0", "3.0")) {
            assertEquals(
                    PartyKind.ORGANISATION,
                    cards.read(cards.write(content, version, THEN))
                            .content()
                            .draft()
                            .kind());
        }
        assertEquals(
                PartyKind.ORGANISATION,
                read("FN:Siam Tea", "ORG:Siam Tea").draft().kind());
        assertEquals(
                PartyKind.PERSON,
                read("FN:Ann", "N:Ann;;;;", "ORG:Siam Tea").draft().kind());
    }

    @Test
    public void whatAnotherProgramChangesCounts() {
        PartyContent content = read("FN:Ann", "N:Ann;;;;", "BDAY:--0322", "X-A:1", "TEL;PREF=3:1", "TEL;PREF=2:2");
        String text = cards.write(content, "3.0", THEN).replace("FN:Ann", "FN:Ann Other");
        assertEquals("Ann Other", cards.read(text).content().draft().displayName());
    }

    @Test
    public void whatSaidAFieldIsForgottenWithTheField() {
        PartyContent content = read("FN:Ann", "N:Ann;;;;", "TITLE;LANGUAGE=en:Boss", "NOTE;LANGUAGE=en:Kind");
        assertEquals(2, content.kept().size());
        PartyDraft other = PartyRule.called(content.draft(), "Ann");
        assertEquals(content.kept(), Cards.keptAfter(content, other, content.notes()));
        assertEquals(1, Cards.keptAfter(content, other, List.of()).size());
    }

    @Test
    public void anyPartyComesBackFromBothDialectsAsItWas() {
        Random random = new Random(42);
        for (int i = 0; i < 400; i++) {
            PartyContent content = any(random);
            for (String version : List.of("4.0", "3.0")) {
                PartyContent back =
                        cards.read(cards.write(content, version, THEN)).content();
                assertTrue(version + " " + content + "\n" + back, ImportRule.same(content, back));
            }
        }
    }

    private PartyContent any(Random random) {
        PersonName name = anyName(random);
        List<ContactPoint> points = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            points.add(anyPoint(random));
        }
        PartyDraft draft = new PartyDraft(
                random.nextBoolean() ? PartyKind.PERSON : PartyKind.ORGANISATION,
                "n" + text(random),
                name,
                text(random),
                text(random),
                text(random),
                text(random),
                BIRTHDAYS[random.nextInt(BIRTHDAYS.length)],
                random.nextBoolean() ? "en-GB" : null,
                random.nextBoolean() ? "Asia/Bangkok" : random.nextBoolean() ? "+07:00" : text(random),
                points,
                random.nextBoolean() ? List.of("one", "two, three;") : List.of(),
                List.of(new Identifier("tax-id", "t" + random.nextInt())));
        List<String> notes = random.nextBoolean() ? List.of("n" + text(random), "m" + text(random)) : List.of();
        return new PartyContent(PartyRule.withUid(PartyRule.complete(draft, PHONES)), Map.of(), notes, List.of());
    }

    private static PersonName anyName(Random random) {
        return new PersonName(
                text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                text(random));
    }

    private static ContactPoint anyPoint(Random random) {
        ContactType type = ContactType.values()[random.nextInt(5)];
        PostalAddress address = anyAddress(random);
        ContactPoint point = new ContactPoint(
                type,
                "v" + text(random),
                null,
                random.nextBoolean() ? List.of("work", "fax") : List.of(),
                text(random),
                random.nextInt(4) == 0,
                type == ContactType.POSTAL ? address : null);
        return random.nextInt(3) == 0
                ? PointChange.of(point)
                        .valid(anyDay(random, 2019), anyDay(random, 2026))
                        .doNotUse(random.nextBoolean(), text(random))
                        .make()
                : point;
    }

    private static LocalDate anyDay(Random random, int year) {
        return random.nextBoolean() ? null : LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    @Test
    public void whatNobodyMayUseIsWrittenAndMarked() {
        ContactPoint point = PointChange.of(ContactPoint.of(ContactType.EMAIL, "ann@x.example", "work"))
                .id("0NPA5Y4WHC0R4")
                .valid(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31))
                .doNotUse(true, null)
                .verified(THEN, "platform:user:1")
                .make();
        PartyContent content =
                PartyContent.of(PartyRule.withUid(PartyRule.complete(PartyDraft.person("Ann", "Lee", point), PHONES)));
        for (String version : List.of("4.0", "3.0")) {
            String text = cards.write(content, version, THEN).replace("\r\n ", "");
            assertTrue(text, text.contains("X-DO-NOT-USE=TRUE") && text.contains("X-VALID-TO=2026-12-31"));
            assertFalse("nothing more needs to be said", text.contains("X-COLONNADE-EXACT"));
            ContactPoint back =
                    cards.read(text).content().draft().contactPoints().get(0);
            assertTrue(back.doNotUse());
            assertEquals(point.validFrom(), back.validFrom());
            assertEquals("a file does not say that somebody was reached", null, back.verifiedAt());
            assertEquals(null, back.id());
            assertTrue(cards.read(text).content().lines().isEmpty());
        }
    }

    @Test
    public void aDayThatIsNoneIsKeptAsItStands() {
        PartyContent content = read("FN:Ann", "N:Ann;;;;", "TEL;X-VALID-FROM=soon;X-DO-NOT-USE=FALSE:1");
        assertEquals(null, content.draft().contactPoints().get(0).validFrom());
        assertFalse(content.draft().contactPoints().get(0).doNotUse());
        assertTrue(cards.write(content, "4.0", THEN).contains("X-VALID-FROM=soon"));
    }

    private static PostalAddress anyAddress(Random random) {
        return new PostalAddress(
                text(random), text(random), "x" + text(random), text(random), text(random), text(random), text(random));
    }

    private static String text(Random random) {
        String letters = "aZ ,;:\\\"'^\n\r\t=+-@ÜßสมชายÆ中\ud83d\ude00%&<>{}[]|0";
        int[] all = letters.codePoints().toArray();
        int length = random.nextInt(12);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return length == 0 ? null : text.toString();
    }

    private PartyContent read(String... lines) {
        return cards.read("BEGIN:VCARD\r\nVERSION:4.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n")
                .content();
    }
}
