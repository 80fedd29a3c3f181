package org.colonnade.platform.dossier.internal.domain;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.Test;

public class MediaTypesTest {

    @Test
    public void theFirstBytesSayMoreThanTheCaller() {
        assertEquals("image/png", of("text/plain", "\u0089PNG\r\n\u001a\n..."));
        assertEquals("application/pdf", of(null, "%PDF-1.7"));
        assertEquals("text/html", of("image/png", "  <!DOCTYPE html><p>"));
        assertEquals("text/html", of("text/plain", "<script>alert(1)</script>"));
        assertEquals("image/svg+xml", of("text/plain", "<svg onload=x>"));
        assertEquals("image/webp", of("image/webp", "RIFFxxxxWEBPVP8 "));
    }

    @Test
    public void whatTheBytesSpeakAgainstIsUnknown() {
        assertEquals("application/octet-stream", of("image/png", "hello"));
        assertEquals("application/octet-stream", of("application/pdf", "hello"));
    }

    @Test
    public void anOfficeFileIsAnArchiveInside() {
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assertEquals(docx, of(docx, "PK\u0003\u0004..."));
        assertEquals("application/zip", of("text/plain", "PK\u0003\u0004..."));
    }

    @Test
    public void whatIsNoMediaTypeIsUnknown() {
        for (String wrong : new String[] {null, "", "*/*", "text", "a/b\r\nX: y", "text/plain; x=<y>"}) {
            assertEquals("application/octet-stream", of(wrong, "hello"));
        }
        assertEquals("text/plain; charset=utf-8", of("text/plain; charset=utf-8", "hello"));
    }

    private static String of(String declared, String head) {
        return MediaTypes.of(declared, head.getBytes(StandardCharsets.ISO_8859_1));
    }
}
