package org.colonnade.crm.internal.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PointChange;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.sheet.WriteOptions;

/** Writes parties as rows (RFC 4180, UTF-8 without a byte order mark), under titles that {@link Headers} knows. */
public final class PartyTable {

    /** The columns there is one of; the cells of {@link #write} stand in the same order. */
    private static final List<String> FIELDS = List.of(
            "UID",
            "Kind",
            "Display Name",
            "Name Prefix",
            "First Name",
            "Middle Name",
            "Last Name",
            "Name Suffix",
            "Nickname",
            "Phonetic First Name",
            "Phonetic Last Name",
            "Organization Name",
            "Organization Department",
            "Job Title",
            "Role",
            "Birthday",
            "Language",
            "Time Zone",
            "Tags",
            "Notes",
            "Identifiers");

    private static final int EMAILS = 5;
    private static final int PHONES = 8;
    private static final int ADDRESSES = 3;
    private static final int WEBSITES = 3;
    private static final int HANDLES = 3;

    private final SheetWriter rows;

    /** Writes the titles; closing the stream is the caller's. */
    public PartyTable(Sheets sheets, OutputStream out) throws IOException {
        rows = sheets.write(out, SheetFormat.CSV, WriteOptions.titled(titles()));
    }

    /** The titles of the columns, in their order. */
    static List<String> titles() {
        List<String> titles = new ArrayList<>(FIELDS);
        numbered(titles, "E-mail", EMAILS, "Value");
        numbered(titles, "Phone", PHONES, "Value");
        numbered(
                titles,
                "Address",
                ADDRESSES,
                "PO Box",
                "Extended Address",
                "Street",
                "City",
                "Region",
                "Postal Code",
                "Country");
        numbered(titles, "Website", WEBSITES, "Value");
        numbered(titles, "Handle", HANDLES, "Value");
        titles.add("More Contact Points");
        return titles;
    }

    /** Writes one party. */
    public void write(PartyContent content) throws IOException {
        PartyDraft party = content.draft();
        PersonName name = party.name() == null ? PersonName.NONE : party.name();
        List<String> cells = new ArrayList<>(Arrays.asList(
                PartyRule.uid(party),
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
                party.timeZone(),
                String.join("\n", party.tags()),
                notes(content.notes()),
                identifiers(party)));
        List<ContactPoint> rest = new ArrayList<>(party.contactPoints());
        points(cells, rest, ContactType.EMAIL, EMAILS);
        points(cells, rest, ContactType.PHONE, PHONES);
        points(cells, rest, ContactType.POSTAL, ADDRESSES);
        points(cells, rest, ContactType.WEB, WEBSITES);
        points(cells, rest, ContactType.HANDLE, HANDLES);
        cells.add(
                rest.isEmpty()
                        ? null
                        : Json.write(rest.stream().map(PointChange::bare).toList()));
        rows.write(cells);
    }

    /** Completes the table. */
    public void end() throws IOException {
        rows.close();
    }

    private static void numbered(List<String> titles, String thing, int count, String... parts) {
        for (int i = 1; i <= count; i++) {
            titles.add(thing + ' ' + i + " - Type");
            titles.add(thing + ' ' + i + " - Label");
            for (String part : parts) {
                titles.add(thing + ' ' + i + " - " + part);
            }
        }
    }

    private static String notes(List<String> notes) {
        return notes.stream()
                .map(note -> note.replace(Row.NOTE_SIGN, Row.NOTE_SIGN + Row.NOTE_SIGN))
                .collect(Collectors.joining("\n" + Row.NOTE_SIGN + "\n"));
    }

    private static String identifiers(PartyDraft party) {
        return party.identifiers().stream()
                .filter(identifier -> !identifier.scheme().equals(Identifier.VCARD_UID))
                .map(identifier -> identifier.scheme() + '=' + identifier.value())
                .collect(Collectors.joining("\n"));
    }

    /** The first so many of the type that may always be used; what there is more stays in the rest, which says all of a point. */
    private static void points(List<String> cells, List<ContactPoint> rest, ContactType type, int count) {
        int written = 0;
        for (Iterator<ContactPoint> all = rest.iterator(); all.hasNext() && written < count; ) {
            ContactPoint point = all.next();
            if (point.type() == type && plain(point)) {
                all.remove();
                written++;
                cells.add((point.primary() ? "* " : "") + String.join(" ", point.purposes()));
                cells.add(point.label());
                value(cells, point);
            }
        }
        for (int empty = (count - written) * (type == ContactType.POSTAL ? 9 : 3); empty > 0; empty--) {
            cells.add(null);
        }
    }

    private static boolean plain(ContactPoint point) {
        return !point.value().contains(":::")
                && !point.doNotUse()
                && point.validFrom() == null
                && point.validTo() == null;
    }

    private static void value(List<String> cells, ContactPoint point) {
        PostalAddress a = point.address();
        if (a == null) {
            cells.add(point.value());
        } else {
            cells.addAll(Arrays.asList(
                    a.poBox(), a.extended(), a.street(), a.locality(), a.region(), a.postalCode(), a.country()));
        }
    }
}
