package org.colonnade.platform.dossier.internal.domain;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is: what its first bytes say, else what was declared, as long as the bytes do not speak against it. */
public final class MediaTypes {

    /** Of which nobody can say what it is. */
    public static final String UNKNOWN = "application/octet-stream";

    /** How many first bytes tell. */
    public static final int HEAD = 64;

    private static final int LONGEST = 255;
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]{1,100}";
    private static final Pattern SHAPE = Pattern.compile(
            TOKEN + '/' + TOKEN + "(\\s*;\\s*" + TOKEN + "=(" + TOKEN + "|\"[A-Za-z0-9 !#$&^_.+:/'-]{0,100}\"))*");
    private static final String ZIP = "application/zip";
    private static final Map<String, String> MAGIC = magic();
    private static final Set<String> INSIDE_ZIP = Set.of(
            "openxmlformats", "opendocument", "epub", "java-archive", "android", "vnd.ms-", "kmz", "zip", "xpinstall");

    private MediaTypes() {}

    /**
     * Decides.
     *
     * @param declared what the caller said, or null
     * @param head the first bytes of the content
     */
    public static String of(String declared, byte[] head) {
        String said = clean(declared);
        String essence = said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String seen = seen(head);
        if (seen == null) {
            return MAGIC.containsValue(essence) ? UNKNOWN : said;
        }
        boolean wrapped = seen.equals(ZIP) && INSIDE_ZIP.stream().anyMatch(essence::contains);
        return wrapped || seen.equals(essence) ? said : seen;
    }

    private static String clean(String declared) {
        String text = declared == null ? "" : declared.strip();
        return text.length() <= LONGEST && SHAPE.matcher(text).matches() && !text.contains("*") ? text : UNKNOWN;
    }

    private static String seen(byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
            if (bytes.startsWith(magic.getKey())) {
                return magic.getValue();
            }
        }
        if (bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        String text = bytes.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<script")) {
            return "text/html";
        }
        return text.startsWith("<svg") ? "image/svg+xml" : null;
    }

    private static Map<String, String> magic() {
        Map<String, String> magic = new LinkedHashMap<>();
        magic.put("\u0089PNG\r\n\u001a\n", "image/png");
        magic.put("\u00ff\u00d8\u00ff", "image/jpeg");
        magic.put("GIF87a", "image/gif");
        magic.put("GIF89a", "image/gif");
        magic.put("%PDF-", "application/pdf");
        magic.put("PK\u0003\u0004", ZIP);
        magic.put("PK\u0005\u0006", ZIP);
        magic.put("\u001f\u008b\u0008", "application/gzip");
        magic.put("7z\u00bc\u00af'\u001c", "application/x-7z-compressed");
        magic.put("MZ", "application/vnd.microsoft.portable-executable");
        magic.put("\u007fELF", "application/x-executable");
        return magic;
    }
}
