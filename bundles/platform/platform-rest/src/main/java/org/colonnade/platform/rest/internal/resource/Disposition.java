package org.colonnade.platform.rest.internal.resource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code Content-Disposition} by RFC 6266: a plain name for old clients and the real one by RFC 5987, neither able to leave its folder. */
final class Disposition {

    private static final String ATTR_CHAR = "!#$&+-.^_`|~";
    private static final int LONGEST = 200;

    private Disposition() {}

    static Optional<String> of(String fileName) {
        if (fileName == null) {
            return Optional.empty();
        }
        String name = harmless(fileName);
        return Optional.of("attachment; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + encoded(name));
    }

    private static String harmless(String fileName) {
        StringBuilder name = new StringBuilder();
        fileName.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE && Character.getType(c) != Character.FORMAT)
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || "/\\:*?\"<>|".indexOf(c) >= 0 ? '_' : c)
                .forEach(name::appendCodePoint);
        String text = name.toString().strip().replaceFirst("^\\.+", "_");
        return text.isEmpty() ? "download" : text;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(c >= 0x20 && c < 0x7f && c != '%' ? (char) c : '_'));
        return plain.toString();
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || ATTR_CHAR.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
