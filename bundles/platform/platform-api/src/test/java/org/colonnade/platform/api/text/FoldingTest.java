package org.colonnade.platform.api.text;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.text.Normalizer;
import java.util.Random;
import org.junit.Test;

public class FoldingTest {

    @Test
    public void accentsAndCaseAreLeftOut() {
        assertEquals("muller", Folding.fold("MÜLLER"));
        assertEquals("weiss", Folding.fold("Weiß"));
        assertEquals("soren aeroskobing", Folding.fold("Søren Ærøskøbing"));
        assertEquals("lukasz wojcik", Folding.fold("Łukasz  Wójcik"));
        assertEquals("dorde saric", Folding.fold("Đorđe Šarić"));
        assertEquals("nguyen thi huong", Folding.fold("Nguyễn Thị Hương"));
        assertEquals("istanbul", Folding.fold("İstanbul"));
        assertEquals("σισυφοσ", Folding.fold("Σίσυφος"));
    }

    @Test
    public void typographyBecomesWhatPeopleType() {
        assertEquals("o'brien", Folding.fold("O’Brien"));
        assertEquals("jean-luc", Folding.fold("Jean‑Luc"));
        assertEquals("a b", Folding.fold(" a \u00a0\t\u3000b\u200b "));
    }

    @Test
    public void thaiStaysAsItIsWritten() {
        assertEquals("สมชาย ใจดี", Folding.fold("สมชาย ใจดี"));
        assertEquals(
                "the same sight, typed in another order",
                Folding.fold("น\u0e49\u0e33"),
                Folding.fold("น\u0e4d\u0e49า"));
        assertEquals(Folding.fold("แม่"), Folding.fold("เเม่"));
        assertEquals(Folding.fold("กี่"), Folding.fold("ก\u0e48\u0e35"));
        assertEquals("ก้อง without its tone", "กอง", Folding.toneless(Folding.fold("ก้อง")));
    }

    @Test
    public void plainTextIsFoldedLikeAnyOther() {
        Random random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(20), 0, 0x80)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertEquals(text, Folding.fold(text + "xe"), Folding.fold(text + "xé"));
        }
    }

    @Test
    public void foldingTwiceIsFoldingOnceWhateverTheText() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(12), 0, 0x1_1000)
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String once = Folding.fold(text);
            assertEquals(text, once, Folding.fold(once));
            assertEquals("composed or not", once, Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)));
        }
    }

    @Test
    public void theIndexFindsWhatTheTextHolds() {
        Random random = new Random(8);
        String letters = "aü๑สมชายใ中ø%_!z9 Z\ud83d\ude00";
        for (int i = 0; i < 5_000; i++) {
            String text = Folding.fold(word(random, letters, 14));
            String part = Folding.fold(word(random, letters, 2));
            assertEquals(
                    text + " holds " + part,
                    text.contains(part),
                    IndexText.encode(text).contains(IndexText.encode(part)));
        }
        assertTrue(IndexText.encode("สมชาย").chars().allMatch(c -> c < 128));
        assertFalse(IndexText.encode("zab").contains(IndexText.encode("ก")));
    }

    private static String word(Random random, String letters, int most) {
        int[] all = letters.codePoints().toArray();
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(most) + 1; i > 0; i--) {
            word.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return word.toString();
    }
}
