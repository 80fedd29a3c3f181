package org.colonnade.platform.rest.internal.resource;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class DispositionTest {

    @Test
    public void noNameLeavesItsFolderOrItsHeader() {
        for (String name : List.of(
                "../../etc/passwd",
                "..\\..\\x",
                "a\r\nSet-Cookie: x=1",
                "\"; filename=\"evil.exe",
                "\0",
                "",
                "   ",
                ".",
                "x".repeat(5000),
                "\ud800",
                "\u202egpj.exe",
                "a/b",
                "con:")) {
            String value = Disposition.of(name).orElseThrow();
            assertTrue(
                    value,
                    value.matches(
                            "attachment; filename=\"[ -~&&[^\"\\\\/]]{1,200}\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+"));
            assertFalse(value, value.contains("\"..") || value.contains("''.."));
        }
    }

    @Test
    public void peopleKeepTheirLetters() {
        assertEquals(
                "attachment; filename=\"_.vcf\"; filename*=UTF-8''%C3%A9.vcf",
                Disposition.of("é.vcf").orElseThrow());
        assertTrue(Disposition.of(null).isEmpty());
    }
}
