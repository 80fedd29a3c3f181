package org.colonnade.crm.mail.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.colonnade.crm.api.capture.Confirmation;

/**
 * What a confirmation says, in one language. The texts are read here and not through Java's cache of resource bundles, which would keep
 * the class loader of a bundle that was removed.
 */
final class ConfirmationText {

    private static final String[] LANGUAGES = {"en", "de", "fr", "th"};
    private static final Map<String, ConfirmationText> ALL = new TreeMap<>();

    /** The same in every language, and nobody reads 03/04 as another day. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Whoever fills in a form chooses to whom its mail goes; as a name, it can say nothing that would serve as a message or a link. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’ -]{0,39}");

    static {
        for (String language : LANGUAGES) {
            ALL.put(language, new ConfirmationText(read(language)));
        }
    }

    private final ResourceBundle words;

    private ConfirmationText(ResourceBundle words) {
        this.words = words;
    }

    /** The text in the language of a tag (BCP 47); in English where there is none. */
    static ConfirmationText in(String tag) {
        String language = tag == null ? "en" : Locale.forLanguageTag(tag).getLanguage();
        return ALL.getOrDefault(language, ALL.get("en"));
    }

    /** One line. */
    String subject(Confirmation confirmation) {
        return filled("subject", oneLine(confirmation.formName()));
    }

    /** The whole text; the link stands on a line of its own. */
    String body(Confirmation confirmation, String link) {
        String name = confirmation.givenName();
        boolean greeted = name != null && NAME.matcher(name.strip()).matches();
        return String.join(
                "\n\n",
                greeted ? filled("greeting", name.strip()) : filled("hello"),
                filled("agreed", oneLine(confirmation.formName())),
                quoted(confirmation.consentText()),
                filled("confirm", MOMENT.format(confirmation.expiresAt())),
                link,
                filled("otherwise") + '\n');
    }

    private String filled(String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }

    private static String quoted(String text) {
        return text.strip()
                .lines()
                .map(line -> "> " + line)
                .reduce((one, next) -> one + '\n' + next)
                .orElse(">");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    }

    private static ResourceBundle read(String language) {
        try (InputStream in = ConfirmationText.class.getResourceAsStream("confirmation_" + language + ".properties")) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
