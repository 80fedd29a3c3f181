package org.colonnade.platform.jobs.internal.person;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.jobs.internal.domain.PersonSearch;
import org.colonnade.platform.jobs.internal.domain.PersonWords;

/**
 * Whether a file speaks of a person. It is read once from its beginning, in constant memory: tables and cards as text in UTF-8, or UTF-16
 * with a byte order mark; of a workbook all sheets that can be seen. One that cannot be read to its end is taken for one that does.
 */
final class FileText {

    private static final int HEAD = 12;
    private static final String CARD = "BEGIN:VCARD";
    private static final char MARK = '\ufeff';

    private final Sheets sheets;

    FileText(Sheets sheets) {
        this.sheets = sheets;
    }

    boolean speaksOf(PersonWords wanted, Path file) throws IOException {
        if (wanted.isEmpty()) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            in.reset();
            return isZip(head) ? workbook(wanted, file) : text(wanted, in, charset(head));
        }
    }

    private boolean workbook(PersonWords wanted, Path file) throws IOException {
        PersonSearch search = new PersonSearch(wanted);
        try {
            List<String> names;
            try (SheetReader first = sheets.read(file, ReadOptions.DETECT.in(SheetFormat.XLSX))) {
                names = first.sheets();
            }
            for (String name : names) {
                ReadOptions sheet = ReadOptions.DETECT.in(SheetFormat.XLSX).sheet(name);
                try (SheetReader reader = sheets.read(file, sheet)) {
                    if (table(search, reader)) {
                        return true;
                    }
                }
            }
            return search.end();
        } catch (Malformed | Rejected unreadable) {
            return true;
        }
    }

    private static boolean table(PersonSearch search, SheetReader reader) throws IOException {
        for (SheetRow row = reader.next(); row != null; row = reader.next()) {
            for (String cell : row.cells()) {
                search.read(cell);
                if (search.read("\t")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean text(PersonWords wanted, InputStream in, Charset charset) throws IOException {
        PersonSearch search = new PersonSearch(wanted);
        Reader reader = new InputStreamReader(in, charset);
        char[] letters = new char[1 << 13];
        Unfolding card = null;
        for (int count = reader.read(letters); count >= 0; count = reader.read(letters)) {
            card = card == null ? new Unfolding(isCard(letters, count)) : card;
            for (int i = 0; i < count; i++) {
                card.pass(letters[i], search);
            }
            if (search.found()) {
                return true;
            }
        }
        return search.end();
    }

    private static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static Charset charset(byte[] head) {
        if (head.length > 1 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    private static boolean isCard(char[] letters, int count) {
        int from = count > 0 && letters[0] == MARK ? 1 : 0;
        return count - from >= CARD.length() && new String(letters, from, CARD.length()).equalsIgnoreCase(CARD);
    }

    /** Lines of cards go on with a line that begins with a blank (RFC 6350, 3.2); both are one. */
    private static final class Unfolding {

        private final boolean folded;
        private boolean atLineEnd;

        Unfolding(boolean folded) {
            this.folded = folded;
        }

        void pass(char letter, PersonSearch search) {
            if (!folded) {
                search.read(letter);
            } else if (letter == '\n') {
                endLine(search);
                atLineEnd = true;
            } else if (letter != '\r') {
                if (letter != ' ' && letter != '\t') {
                    endLine(search);
                    search.read(letter);
                } else if (!atLineEnd) {
                    search.read(letter);
                }
                atLineEnd = false;
            }
        }

        private void endLine(PersonSearch search) {
            if (atLineEnd) {
                search.read('\n');
                atLineEnd = false;
            }
        }
    }
}
