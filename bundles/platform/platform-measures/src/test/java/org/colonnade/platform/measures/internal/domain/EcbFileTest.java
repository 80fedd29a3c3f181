package org.colonnade.platform.measures.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

public class EcbFileTest {

    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\""
            + " xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">"
            + "<gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name>"
            + "</gesmes:Sender><Cube>";
    static final String TAIL = "</Cube></gesmes:Envelope>";

    @Test
    public void daysAndTheirRatesAreReadInTheirOrder() {
        String file = HEAD
                + "<Cube time='2026-11-27'><Cube currency='USD' rate='1.1602'/><Cube currency=\"JPY\" rate=\"181.14\"/></Cube>\n"
                + "<Cube time=\"2026-11-26\"><Cube currency=\"USD\" rate=\"1.1588\"/><Cube currency=\"TRL\" rate=\"N/A\"/></Cube>"
                + TAIL;
        assertEquals(
                List.of(
                        line("2026-11-27", "USD", "1.1602"),
                        line("2026-11-27", "JPY", "181.14"),
                        line("2026-11-26", "USD", "1.1588"),
                        new EcbFile.Line(LocalDate.of(2026, 11, 26), "TRL", null)),
                read(file));
        assertNull(new EcbFile(stream(HEAD + TAIL)).next());
    }

    @Test
    public void hostileAndBrokenFilesAreRefused() {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        String day = "<Cube time='2026-11-27'><Cube currency='USD' rate='1'/></Cube>";
        for (String file : List.of(
                "",
                "no xml",
                "<html>",
                entity + HEAD.substring(HEAD.indexOf('\n') + 1) + day + TAIL,
                bomb + HEAD.substring(HEAD.indexOf('\n') + 1) + day + TAIL,
                HEAD + day + "&x;" + TAIL,
                HEAD + day,
                HEAD + "<Cube currency='USD' rate='1'/>" + TAIL,
                HEAD + "<Cube time='27.11.2026'/>" + TAIL,
                HEAD + "<Cube time='2026-11-27'><Cube currency='usd' rate='1'/></Cube>" + TAIL,
                HEAD + "<Cube time='2026-11-27'><Cube currency='USD' rate='-1'/></Cube>" + TAIL,
                HEAD + "<Cube time='2026-11-27'><Cube currency='USD' rate='1e9999999'/></Cube>" + TAIL,
                HEAD + "<Cube time='2026-11-27'><Cube currency='USD'/></Cube>" + TAIL,
                HEAD + "<x>".repeat(100_000))) {
            Rejected refusal = assertThrows(file, Rejected.class, () -> read(file));
            assertEquals("measures.ecb.unreadable", refusal.code());
        }
    }

    private static List<EcbFile.Line> read(String file) {
        try (EcbFile reader = new EcbFile(stream(file))) {
            List<EcbFile.Line> lines = new ArrayList<>();
            for (EcbFile.Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
            return lines;
        }
    }

    private static EcbFile.Line line(String day, String currency, String rate) {
        return new EcbFile.Line(LocalDate.parse(day), currency, new BigDecimal(rate));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
