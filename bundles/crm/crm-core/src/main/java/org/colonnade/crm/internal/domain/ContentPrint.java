package org.colonnade.crm.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;

/** A fingerprint of what a card or row says: equal for equal content, whatever version, order of properties or revision date it has. */
public final class ContentPrint {

    private static final Pattern REVISION = Pattern.compile("(?i)([^.:;]+\\.)?REV[:;].*", Pattern.DOTALL);

    private final MessageDigest digest;

    private ContentPrint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** 64 characters. */
    public static String of(PartyContent content) {
        ContentPrint print = new ContentPrint();
        print.fields(content.draft());
        content.draft()
                .contactPoints()
                .forEach(point -> print.point(point, content.lines().get(PartyContent.key(point))));
        print.all(
                content.draft().tags().stream().map(PartyRule::tagKey).sorted().toList());
        print.all(content.draft().identifiers().stream()
                .sorted(Comparator.comparing(Identifier::scheme).thenComparing(Identifier::value))
                .map(identifier -> identifier.scheme() + '\n' + identifier.value())
                .toList());
        print.all(content.notes());
        print.all(content.kept().stream()
                .filter(line -> !isRevision(line))
                .sorted()
                .toList());
        return HexFormat.of().formatHex(print.digest.digest());
    }

    /** When a card was last written says nothing about the party. */
    static boolean isRevision(String line) {
        return REVISION.matcher(line).matches();
    }

    private void fields(PartyDraft party) {
        PersonName name = party.name() == null ? PersonName.NONE : party.name();
        add(
                party.kind().name(),
                party.displayName(),
                name.prefix(),
                name.given(),
                name.additional(),
                name.family(),
                name.suffix(),
                name.nickname(),
                name.phoneticGiven(),
                name.phoneticFamily(),
                party.organisation(),
                party.unit(),
                party.jobTitle(),
                party.role(),
                party.birthday(),
                party.language(),
                party.timeZone());
    }

    private void point(ContactPoint point, String line) {
        PostalAddress a = point.address();
        add(point.type().name(), point.label(), point.primary().toString(), line);
        all(point.purposes());
        restriction(point);
        if (a == null) {
            add(point.value());
        } else {
            add(a.poBox(), a.extended(), a.street(), a.locality(), a.region(), a.postalCode(), a.country());
        }
    }

    /** Adds nothing for a point without one, so that prints from before there were any stay what they are. */
    private void restriction(ContactPoint point) {
        if (point.validFrom() != null || point.validTo() != null || point.doNotUse()) {
            add(
                    "restricted",
                    text(point.validFrom()),
                    text(point.validTo()),
                    point.doNotUse().toString(),
                    point.doNotUseReason());
        }
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private void all(Collection<String> texts) {
        add(String.valueOf(texts.size()));
        texts.forEach(this::add);
    }

    private void add(String... texts) {
        for (String text : texts) {
            byte[] bytes = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
            digest.update((text == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }
}
