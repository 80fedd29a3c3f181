package org.colonnade.platform.security.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class PasswordRuleTest {

    private static final List<String> MALEE = List.of("malee.s", "Malee Srisuk");

    private final PasswordRule rule = new PasswordRule(KnownPasswords.bundled());

    @Test
    public void fourteenCharactersAreTooFewAndFifteenAreEnough() {
        assertRefused("fewer than 15", "quiet elephant");
        assertTaken("quiet elephants");
    }

    @Test
    public void lengthCountsCharactersNotBytesOrHalvesOfThem() {
        assertRefused("fewer than 15", "🐘🐅🐒🦜🐃🐊🦎");
        assertTaken("🐘🐅🐒🦜🐃🐊🦎🐍🦋🐬🐳🦈🐙🦀🐢");
        assertTaken("ช้างสี่ตัวเดินเงียบ");
    }

    @Test
    public void twoHundredAndFiftySixCharactersAreTheMost() {
        String long256 = random(new Random(7), 256);
        assertTaken(long256);
        assertRefused("more than 256", long256 + "x");
    }

    @Test
    public void noKindOfCharacterIsDemanded() {
        assertTaken("quietelephantswalk");
        assertTaken("8315 2764 9902 51");
        assertTaken("ELEPHANTS WALK BY");
    }

    @Test
    public void twoKeyboardsThatTypeTheSameCharacterMakeTheSamePassword() {
        String composed = "caf\u00e9 au lait s'il vous";
        String decomposed = "cafe\u0301 au lait s'il vous";
        assertNotEquals(composed, decomposed);
        assertEquals(PasswordRule.normalised(composed), PasswordRule.normalised(decomposed));
    }

    @Test
    public void whatIsTriedFirstIsRefused() {
        assertRefused("well-known", "correcthorsebatterystaple");
        assertRefused("well-known", "Correct Horse Battery Staple");
        assertRefused("well-known", "MyP4ssw0rdIsP4ssw0rd");
        assertRefused("well-known", "password2026!!!");
        assertRefused("well-known", "Welcome12345678!");
        assertRefused("well-known", "P@$$w0rd19850412");
        assertRefused("well-known", "314159265358979");
        assertRefused("well-known", "สวัสดีครับ123456789");
    }

    @Test
    public void repetitionsAreRefused() {
        assertRefused("repeats a few", "aaaaaaaaaaaaaaaaaaaa");
        assertRefused("repeats a few", "abababababababab");
        assertRefused("repeats one word", "elephantelephant");
        assertRefused("repeats one word", "korat!korat!korat!1");
    }

    @Test
    public void runsAlongTheKeyboardAreRefused() {
        assertRefused("keyboard", "123456789012345");
        assertRefused("keyboard", "abcdefghijklmno");
        assertRefused("keyboard", "ponmlkjihgfedcba");
        assertRefused("keyboard", "1qaz2wsx3edc4rfv");
        assertRefused("keyboard", "qwertyuiop[]asdf");
        assertRefused("keyboard", "asdfghjkl;98765x");
        assertRefused("keyboard", "ฟหกดเ้่าสวงๆไำพะ");
    }

    @Test
    public void ownNamesAndTheProductsMakeNoPassword() {
        assertRefused("name of the user", "malee.s malee srisuk");
        assertRefused("name of the user", "Malee Srisuk 1987");
        assertRefused("this product", "colonnade-20261123");
        assertRefused("this product", "Colonnade123456!");
        assertTaken("malee rides grey elephants");
    }

    @Test
    public void noRandomPasswordIsRefused() {
        Random random = new Random(20261123);
        for (int i = 0; i < 5_000; i++) {
            assertTaken(random(random, 15 + random.nextInt(60)));
        }
    }

    @Test
    public void everyRefusalNamesItsReasonForAnyText() {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            String text = PasswordRule.normalised(anything(random));
            rule.refusal(text, MALEE)
                    .ifPresent(why -> assertTrue(why, why.matches("(has|is|holds|repeats|follows|consists) .+")));
        }
    }

    @Test
    public void halfACharacterIsNoPassword() {
        assertRefused("no character", "quiet elephants \ud83d");
        assertRefused("no character", "quiet elephants \0");
    }

    private void assertTaken(String password) {
        assertEquals(password, Optional.empty(), rule.refusal(PasswordRule.normalised(password), MALEE));
    }

    private void assertRefused(String why, String password) {
        String refusal = rule.refusal(PasswordRule.normalised(password), MALEE).orElse("taken");
        assertTrue(password + ": " + refusal, refusal.contains(why));
    }

    private static String random(Random random, int length) {
        return random.ints(length, '!', '~' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String anything(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
        }
        return text.toString();
    }
}
