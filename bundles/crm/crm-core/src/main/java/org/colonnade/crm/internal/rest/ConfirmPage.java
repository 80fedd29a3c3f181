package org.colonnade.crm.internal.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** The pages behind a confirmation's link: plain HTML that needs no script, with a policy that allows no more than style and button. */
final class ConfirmPage {

    private static final String STYLE =
            "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}"
                    + "blockquote{margin:1.5rem 0;padding:.5rem 1rem;border-left:.25rem solid #999;white-space:pre-wrap}"
                    + "button{font:inherit;padding:.6rem 1.4rem}";
    private static final String STYLE_HASH = hash(STYLE);

    private ConfirmPage() {}

    /** What the pages say, in one language. */
    enum Words {
        ENGLISH(
                "en",
                "Please confirm",
                "You, or somebody who gave your e-mail address, agreed to this:",
                "Confirm",
                "If that was not you, close this page; what was sent is then removed by itself.",
                "Thank you",
                "It is confirmed."),
        THAI(
                "th",
                "โปรดยืนยัน",
                "คุณ หรือผู้ที่ให้อีเมลของคุณไว้ ได้ยินยอมข้อความนี้:",
                "ยืนยัน",
                "หากไม่ใช่คุณ ปิดหน้านี้ได้เลย ข้อมูลที่ส่งมาจะถูกลบเอง",
                "ขอบคุณ",
                "ยืนยันเรียบร้อยแล้ว"),
        GERMAN(
                "de",
                "Bitte bestätigen",
                "Sie oder jemand, der Ihre E-Mail-Adresse angegeben hat, hat dem zugestimmt:",
                "Bestätigen",
                "Waren Sie es nicht, schließen Sie diese Seite; das Gesendete wird dann von selbst gelöscht.",
                "Vielen Dank",
                "Es ist bestätigt."),
        FRENCH(
                "fr",
                "Merci de confirmer",
                "Vous, ou une personne qui a indiqué votre adresse e-mail, avez accepté ceci :",
                "Confirmer",
                "Si ce n’était pas vous, fermez cette page ; ce qui a été envoyé sera supprimé automatiquement.",
                "Merci",
                "C’est confirmé.");

        private final String language;
        private final String ask;
        private final String agreed;
        private final String confirm;
        private final String otherwise;
        private final String thanks;
        private final String done;

        Words(
                String language,
                String ask,
                String agreed,
                String confirm,
                String otherwise,
                String thanks,
                String done) {
            this.language = language;
            this.ask = ask;
            this.agreed = agreed;
            this.confirm = confirm;
            this.otherwise = otherwise;
            this.thanks = thanks;
            this.done = done;
        }

        /** The words of a language (ISO 639); null where there are none. */
        static Words of(String language) {
            return Arrays.stream(values())
                    .filter(words -> words.language.equals(language))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Asks; the button sends the form to the page's own address, with its token. */
    static String question(Words words, String consentText) {
        return page(
                words,
                words.ask,
                "<p>" + words.agreed + "</p>\n<blockquote>" + escaped(consentText) + "</blockquote>\n"
                        + "<form method=\"post\"><button type=\"submit\">" + words.confirm + "</button></form>\n<p>"
                        + words.otherwise + "</p>\n");
    }

    /** It is confirmed, now or before. */
    static String thanks(Words words) {
        return page(words, words.thanks, "<p>" + words.done + "</p>\n");
    }

    /**
     * What a browser may do with these pages.
     *
     * @param leadsTo where the button leads on to, or null: browsers ask the policy about redirects of forms too
     */
    static String policy(String leadsTo) {
        return "default-src 'none'; style-src '" + STYLE_HASH + "'; form-action 'self'"
                + (leadsTo == null ? "" : ' ' + origin(URI.create(leadsTo)))
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String page(Words words, String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"" + words.language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n<title>"
                + title + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n"
                + body + "</main>\n</body>\n</html>\n";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
