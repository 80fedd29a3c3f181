package org.colonnade.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Input for the journeys. */
public final class Samples {

    private Samples() {}

    /** A person with one e-mail address, as JSON. */
    public static String person(String displayName, String mail) {
        return "{\"kind\":\"PERSON\",\"displayName\":\"%s\",\"contactPoints\":[{\"type\":\"EMAIL\",\"value\":\"%s\"}]}"
                .formatted(displayName, mail);
    }

    /** Two good cards in different dialects around a broken one. */
    public static byte[] threeCardsOneBroken(String mark) {
        String cards =
                """
                BEGIN:VCARD
                VERSION:3.0
                N:Müller-Lüdenscheidt;Jürgen %1$s;;Dr.;
                FN:Dr. Jürgen %1$s Müller-Lüdenscheidt
                TEL;TYPE=work,voice:+49 30 901820 %1$s
                EMAIL;TYPE=internet:juergen.%1$s@example.com
                X-CUSTOM-SHOE-SIZE:44
                END:VCARD
                BEGIN:VCARD
                VERSION:2.1
                THIS LINE IS NO PROPERTY
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                FN:สมชาย %1$s ใจดี
                N:ใจดี;สมชาย %1$s;;;
                TEL;VALUE=uri;TYPE=cell:tel:+66-81-234-5678
                ADR;TYPE=home:;;99 ถนนสุขุมวิท;กรุงเทพฯ;;10110;Thailand
                END:VCARD
                """
                        .formatted(mark);
        return cards.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The real address books of the shared corpora; empty where they are absent. */
    public static List<Path> realAddressBooks() {
        Path folder = Path.of(System.getProperty("colonnade.corpora", "none"), "04-contacts-calendars", "vcard");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".vcf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
