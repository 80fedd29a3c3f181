package org.colonnade.crm.internal.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CardFileTest {

    private static final String ANN = "BEGIN:VCARD\nVERSION:3.0\nFN:Änn Müller\nEND:VCARD\n";
    private static final List<String> PROPERTIES = List.of(
            "FN",
            "N",
            "TEL",
            "ADR",
            "BDAY",
            "PHOTO",
            "UID",
            "NOTE",
            "AGENT",
            "LOGO",
            "REV",
            "GEO",
            "TZ",
            "KEY",
            "IMPP",
            "RELATED",
            "XML",
            "X-A",
            "a.TEL",
            "ORG",
            "CATEGORIES",
            "KIND",
            "CLIENTPIDMAP",
            "X-COLONNADE-EXACT",
            "LANG",
            "GENDER",
            "LABEL");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void eachEncodingIsRead() throws IOException {
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16,
                StandardCharsets.ISO_8859_1)) {
            for (String ends : List.of("\n", "\r\n", "\r")) {
                assertEquals(
                        charset + " ",
                        List.of("Änn Müller"),
                        names(ANN.replace("\n", ends).getBytes(charset)));
            }
        }
        assertEquals(List.of("Änn Müller"), names(("\ufeff" + ANN).getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                List.of("สมชาย"),
                names("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=TIS-620:สมชาย\nN;CHARSET=TIS-620:สมชาย\nEND:VCARD\n"
                        .getBytes(Charset.forName("TIS-620"))));
    }

    @Test
    public void cardsInTwoEncodingsInOneFile() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(ANN.getBytes(StandardCharsets.UTF_8));
        file.write(ANN.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("Änn Müller", "Änn Müller"), names(file.toByteArray()));
    }

    @Test
    public void oneBadCardHindersNobody() throws IOException {
        String file = "some words\n" + ANN + "BEGIN:VCARD\nVERSION:3.0\nFN:No End\n" + ANN
                + "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
                + "BEGIN:VCARD\nVERSION:3.0\nFN:A\u0000B\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Fat\nX-A:"
                + "x".repeat(2_000_000)
                + "\nEND:VCARD\n" + ANN + "BEGIN:VCARD\nFN:Cut of";
        List<Entry> entries = entries(file.getBytes(StandardCharsets.UTF_8));
        List<String> codes = entries.stream()
                .map(entry -> entry.code() == null ? "ok" : entry.code())
                .toList();
        assertEquals(
                List.of(
                        "crm.card.outside",
                        "ok",
                        "crm.card.no-end",
                        "ok",
                        "crm.card.nobody",
                        "crm.card.not-text",
                        "crm.card.too-large",
                        "ok",
                        "crm.card.no-end"),
                codes);
        assertEquals(
                "BEGIN:VCARD\nVERSION:3.0\nFN:No End\n",
                new String(entries.get(2).raw(), StandardCharsets.UTF_8));
        assertEquals(1, entries.get(0).line());
        assertEquals(2, entries.get(1).line());
        assertEquals(6, entries.get(2).line());
    }

    @Test
    public void tooMuchThatHasNoFieldIsRefusedWithTheReason() throws IOException {
        String photo =
                "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nPHOTO:data:image/png;base64," + "A".repeat(80_000) + "\nEND:VCARD\n";
        Entry entry = entries(photo.getBytes(StandardCharsets.UTF_8)).get(0);
        assertEquals("crm.card.too-much", entry.code());
        assertTrue(entry.messages().toString(), entry.messages().get(0).contains("64 KB"));
    }

    @Test
    public void whatIsNoFileOfCardsIsRefusedAsAWhole() {
        byte[] junk = new byte[50_000];
        new Random(1).nextBytes(junk);
        assertEquals("crm.import.empty", refused(new byte[0]));
        assertEquals("crm.import.no-card", refused(junk));
        assertEquals("crm.import.no-card", refused("hello".getBytes(StandardCharsets.UTF_8)));
        assertEquals("crm.import.no-card", refused(new byte[100_000]));
    }

    @Test
    public void rubbishInACardNeverEscapesAsAnError() throws IOException {
        Random random = new Random(5);
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            rubbishCard(file, random);
        }
        assertEquals(
                2_000, entries(file.toString().getBytes(StandardCharsets.UTF_8)).size());
    }

    private static void rubbishCard(StringBuilder file, Random random) {
        file.append("BEGIN:VCARD\nVERSION:")
                .append(random.nextBoolean() ? "2.1" : random.nextBoolean() ? "3.0" : "4.0")
                .append("\nFN:R\n");
        for (int line = random.nextInt(6); line > 0; line--) {
            file.append(PROPERTIES.get(random.nextInt(PROPERTIES.size())))
                    .append(rubbish(random, ";=,:\"^a1", 12))
                    .append(':')
                    .append(rubbish(random, ";,:=\\\"^0F-+TZ/ aü\t", 30))
                    .append('\n');
        }
        file.append("END:VCARD\n");
    }

    private static String rubbish(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : ";");
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private String refused(byte[] file) {
        return assertThrows(Rejected.class, () -> entries(file)).code();
    }

    private List<String> names(byte[] file) throws IOException {
        return entries(file).stream()
                .map(entry -> entry.content().draft().displayName())
                .toList();
    }

    private List<Entry> entries(byte[] file) throws IOException {
        Path path = folder.newFile().toPath();
        Files.write(path, file);
        List<Entry> entries = new ArrayList<>();
        try (CardFile cards = new CardFile(
                path, null, StandardCharsets.ISO_8859_1, new Cards(new PhoneRule("TH")), new ContentCheck(64 << 10))) {
            for (Entry entry = cards.next(); entry != null; entry = cards.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
