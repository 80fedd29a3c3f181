package org.colonnade.crm.internal.sheet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.PointChange;
import org.colonnade.crm.internal.file.Entry;
import org.colonnade.crm.internal.intake.Paper;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SheetFileTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void outlookAndGoogleAreKnown() throws IOException {
        PartyDraft outlook = one(
                "Title,First Name,Last Name,Company,Job Title,Business Street,Business City,Business Postal Code,"
                        + "Home Phone,Mobile Phone,Business Fax,E-mail Address,E-mail 2 Address,Birthday,Categories\n"
                        + "Mr.,John,Doe,IBM,Counter,1 Main St,Austin,12345,02 123 4567,081 234 5678,02 765 4321,a@x.example,b@x.example,3/22/1980,VIP;Friend\n");
        assertEquals("Mr. John Doe", outlook.displayName());
        assertEquals("1980-03-22", outlook.birthday());
        assertEquals(List.of("VIP", "Friend"), outlook.tags());
        assertEquals(
                List.of(
                        "a@x.example []",
                        "b@x.example []",
                        "02 123 4567 [home]",
                        "081 234 5678 [cell]",
                        "02 765 4321 [work, fax]",
                        "1 Main St, 12345 Austin [work]"),
                points(outlook));
        PartyDraft google = one(
                "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,"
                        + "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City\n"
                        + "Ann,Lee,* myContacts ::: Tea,* Work,a@x.example ::: b@x.example,Mobile,0812345678,Home,\"1 Road\nBangkok\",1 Road,Bangkok\n");
        assertEquals(List.of("myContacts", "Tea"), google.tags());
        assertEquals(
                List.of("a@x.example [work]", "b@x.example [work]", "0812345678 [cell]", "1 Road, Bangkok [home]"),
                points(google));
    }

    @Test
    public void delimiterCharsetAndQuotesAreFoundOut() throws IOException {
        String text = "Vorname;Nachname;E-Mail\n\"Jürgen \"\"J\"\"\";Müller;j@x.example\n";
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
            assertEquals(
                    "Jürgen \"J\" Müller",
                    read(text.getBytes(charset)).get(0).content().draft().displayName());
        }
        assertEquals("Ann", one("\ufeffName\tMail\nAnn\ta@x.example\n").displayName());
        assertEquals("ชื่อไทย", one("ชื่อ,นามสกุล\nชื่อไทย,\n").displayName());
    }

    @Test
    public void theCallerSaysWhatAColumnIs() throws IOException {
        PartyDraft party = read(
                        bytes("Who;Where;Number\nAnn Lee;Bangkok;77\n"),
                        "Who=displayName",
                        "where=address.home.locality",
                        "Number=identifier.shop")
                .get(0)
                .content()
                .draft();
        assertEquals("Ann Lee", party.displayName());
        assertEquals("shop", party.identifiers().get(0).scheme());
        assertEquals(List.of("Bangkok [home]"), points(party));
    }

    @Test
    public void aTableOfRecordsBelongsElsewhere() throws IOException {
        for (String header : List.of("id,kind,displayName,email", "id,email,version", "id,email,custom.size")) {
            Rejected refused = assertThrows(
                    Rejected.class, () -> read(bytes(header + "\n0J5XK3T9ZQ1AB,PERSON,Ann,a@x.example\n")));
            assertEquals("crm.import.records", refused.code());
            assertTrue(refused.getMessage().contains("/parties/files/import"));
        }
        assertEquals(
                "Ann",
                read(bytes("id,displayName\n7,Ann\n"), "displayName=displayName")
                        .get(0)
                        .content()
                        .draft()
                        .displayName());
        assertEquals("another's id is no sign", "Ann", one("Id,Name\n7,Ann\n").displayName());
        assertEquals("Ann", one("id,Display Name\n7,Ann\n").displayName());
    }

    @Test
    public void aColumnWithoutAFieldIsKept() throws IOException {
        Entry entry = read(bytes("Name,Shoe size\nAnn,44\n")).get(0);
        assertEquals(List.of("X-COLUMN;X-NAME=Shoe size:44"), entry.content().kept());
        Entry date = read(bytes("Name,Birthday\nAnn,03/04/1980\n")).get(0);
        assertEquals(
                "a date that reads in two ways is kept as it stands",
                1,
                date.content().kept().size());
        assertEquals(1, date.messages().size());
    }

    @Test
    public void oneBadRowHindersNobody() throws IOException {
        List<Entry> rows = read(bytes(
                "First Name,E-mail\nAnn,a@x.example\n,\nBob,b@x.example,too,much\n\n" + "x".repeat(600) + ",\nZoe,\n"));
        assertEquals(
                Arrays.asList(null, "crm.row.too-many-cells", "crm.row.invalid", null),
                rows.stream().map(Entry::code).toList());
        assertEquals("Bob,b@x.example,too,much\r\n", new String(rows.get(1).raw(), StandardCharsets.UTF_8));
    }

    @Test
    public void whatIsNoTableIsRefusedAsAWhole() {
        assertEquals("crm.import.empty", refused(new byte[0]));
        assertEquals("crm.import.no-row", refused(bytes("First Name\n")));
        assertEquals("crm.import.no-mapping", refused(bytes("colour,size\nred,3\n")));
        assertEquals("crm.import.no-header", refused(new byte[10_000]));
        assertEquals("crm.import.option", refused(bytes("Name\nAnn\n"), "Nobody=displayName"));
        assertEquals("crm.import.option", refused(bytes("Name\nAnn\n"), "Name=shoe"));
    }

    @Test
    public void whatNobodyMayUseStandsInNoColumnOfItsOwn() throws IOException {
        ContactPoint locked = PointChange.of(ContactPoint.of(ContactType.EMAIL, "no@x.example"))
                .doNotUse(true, "asked not to be written to")
                .make();
        ContactPoint over = PointChange.of(ContactPoint.of(ContactType.PHONE, "+66812345678"))
                .valid(null, LocalDate.of(2020, 1, 1))
                .make();
        PartyDraft party = PartyRule.withUid(PartyRule.complete(
                PartyDraft.person("Ann", "Lee", locked, ContactPoint.of(ContactType.EMAIL, "yes@x.example"), over),
                new PhoneRule("TH")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PartyTable table = new PartyTable(Paper.SHEETS, out);
        table.write(PartyContent.of(party));
        table.end();
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\r\n");
        int column = Arrays.asList(lines[0].split(",")).indexOf("E-mail 1 - Value");
        assertEquals("yes@x.example", lines[1].split(",")[column]);
        List<ContactPoint> back =
                read(out.toByteArray()).get(0).content().draft().contactPoints();
        assertEquals(Set.copyOf(party.contactPoints()), Set.copyOf(back));
    }

    @Test
    public void ofTwoColumnsForOneFieldTheFirstCounts() throws IOException {
        Entry row = read(bytes("Display Name,Name,Tags,Labels\nAnn Lee,\"{\"\"given\"\":\"\"Ann\"\"}\",vip,tea\n"))
                .get(0);
        assertEquals("Ann Lee", row.content().draft().displayName());
        assertEquals(List.of("vip", "tea"), row.content().draft().tags());
        assertEquals(1, row.content().kept().size());
    }

    @Test
    public void aCellIsNeverAFormulaAndIsKeptAsideAsItCame() throws IOException {
        List<Entry> rows = read(bytes("Name,Notes\n'=Ann,''=1\nBob,'=1,too,much\n"));
        assertEquals("=Ann", rows.get(0).content().draft().displayName());
        assertEquals(List.of("'=1"), rows.get(0).content().notes());
        assertEquals("Bob,'=1,too,much\r\n", new String(rows.get(1).raw(), StandardCharsets.UTF_8));
    }

    @Test
    public void whatPeoplesProgramsWriteIsRead() throws IOException {
        List<Entry> rows = read(bytes("Name,Notes\n\"Ann\" Lee,x\nBob,a\u0000b\nZoe," + "z".repeat(70_000) + "\n"));
        assertEquals("Ann Lee", rows.get(0).content().draft().displayName());
        assertEquals(
                Arrays.asList(null, "crm.row.invalid", null),
                rows.stream().map(Entry::code).toList());
        rows = read(bytes("Name,Notes\nAnn,x\nBob,\"half a row"));
        assertEquals(
                Arrays.asList(null, "crm.row.unreadable"),
                rows.stream().map(Entry::code).toList());
        assertEquals(3, rows.get(1).line());
    }

    @Test
    public void aWorkbookIsReadAsWell() throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (SheetWriter writer =
                Paper.SHEETS.write(book, SheetFormat.XLSX, WriteOptions.titled(List.of("Name", "Birthday", "Phone")))) {
            writer.write(List.of("Ann", LocalDate.of(1980, 3, 22), "081 234 5678"));
            writer.write(List.of("", "", ""));
            writer.write(List.of("Bob", "", 812345678));
        }
        List<Entry> rows = read(book.toByteArray());
        assertEquals("1980-03-22", rows.get(0).content().draft().birthday());
        assertEquals(List.of("812345678 []"), points(rows.get(1).content().draft()));
        assertEquals(4, rows.get(1).line());
    }

    @Test
    public void whatIsPassedOverIsCounted() throws IOException {
        byte[] file = bytes("Name\nAnn\n\n,\nBob\n\"Zoe");
        try (SheetFile rows = open(file)) {
            assertTrue(rows.skip());
            assertEquals(2, rows.next().position());
            assertTrue(rows.skip());
            assertFalse(rows.skip());
        }
    }

    @Test
    public void anOrganisationNeedsNoMark() throws IOException {
        assertEquals(
                PartyKind.ORGANISATION, one("Company,City\nSiam Tea,Bangkok\n").kind());
        assertEquals(PartyKind.PERSON, one("Company,Name\nSiam Tea,Ann\n").kind());
    }

    private static List<String> points(PartyDraft party) {
        return party.contactPoints().stream()
                .map(p -> p.value() + ' ' + p.purposes())
                .toList();
    }

    private PartyDraft one(String text) throws IOException {
        List<Entry> rows = read(bytes(text));
        assertEquals(1, rows.size());
        return rows.get(0).content().draft();
    }

    private String refused(byte[] file, String... map) {
        return assertThrows(Rejected.class, () -> read(file, map)).code();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private SheetFile open(byte[] file, String... map) throws IOException {
        Path path = folder.newFile().toPath();
        Files.write(path, file);
        return new SheetFile(
                Paper.SHEETS,
                path,
                ReadOptions.DETECT.fallback("iso-8859-1"),
                List.of(map),
                new PhoneRule("TH"),
                new ContentCheck(64 << 10));
    }

    private List<Entry> read(byte[] file, String... map) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (SheetFile rows = open(file, map)) {
            for (Entry entry = rows.next(); entry != null; entry = rows.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
