package org.colonnade.crm.internal.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.crm.api.ContactType;
import org.colonnade.platform.api.text.Folding;

/** What the titles of columns mean: those of crm's own export, of Google, of Outlook, and the usual ones of others. */
final class Headers {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern NUMBERED =
            Pattern.compile("(e-?mail|phone|address|website|im|handle) (\\d{1,2}) - (.+)");
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("value", "value"),
            Map.entry("type", "type"),
            Map.entry("label", "label"),
            Map.entry("formatted", "formatted"),
            Map.entry("street", "street"),
            Map.entry("city", "locality"),
            Map.entry("pobox", "poBox"),
            Map.entry("region", "region"),
            Map.entry("postalcode", "postalCode"),
            Map.entry("country", "country"),
            Map.entry("extendedaddress", "extended"),
            Map.entry("service", "service"));
    /** What stands before a part of an address, and the purpose it tells. */
    private static final String[][] PLACES = {
        {"", null},
        {"address", null},
        {"home", "home"},
        {"business", "work"},
        {"work", "work"},
        {"other", "other"},
        {"company", "work"},
        {"mailing", null}
    };
    /** What is told of an address at any of the places. */
    private static final String[][] PLACE_PARTS = {
        {"street", "street"},
        {"street2", "extended"},
        {"street3", "extended"},
        {"address", "street"},
        {"address1", "street"},
        {"address2", "extended"},
        {"city", "locality"},
        {"town", "locality"},
        {"state", "region"},
        {"province", "region"},
        {"postalcode", "postalCode"},
        {"zip", "postalCode"},
        {"zipcode", "postalCode"},
        {"postcode", "postalCode"},
        {"country", "country"},
        {"countryregion", "country"},
        {"pobox", "poBox"},
        {"addresspobox", "poBox"}
    };
    /** Words of other languages for a part of the only address. */
    private static final String[][] FOREIGN_PARTS = {
        {"strasse", "street"},
        {"plz", "postalCode"},
        {"ort", "locality"},
        {"stadt", "locality"},
        {"land", "country"},
        {"ที่อยู่", "street"},
        {"จังหวัด", "region"},
        {"รหัสไปรษณีย์", "postalCode"},
        {"ประเทศ", "country"}
    };

    private static final Map<String, Target> KNOWN = known();

    private Headers() {}

    /** Where a column of this title goes. */
    static Target of(String title) {
        Matcher numbered = NUMBERED.matcher(Folding.fold(title));
        if (numbered.matches()) {
            String part = PARTS.get(word(numbered.group(3)));
            return part == null ? Target.KEPT : Target.point(type(numbered.group(1)), numbered.group(2), part, null);
        }
        return KNOWN.getOrDefault(word(title), Target.KEPT);
    }

    private static String word(String title) {
        return NOT_A_WORD.matcher(Folding.fold(title)).replaceAll("");
    }

    private static ContactType type(String word) {
        return switch (word) {
            case "phone" -> ContactType.PHONE;
            case "address" -> ContactType.POSTAL;
            case "website" -> ContactType.WEB;
            case "im", "handle" -> ContactType.HANDLE;
            default -> ContactType.EMAIL;
        };
    }

    private static Map<String, Target> known() {
        Map<String, Target> known = new HashMap<>();
        names(known);
        work(known);
        fields(known, "tags", "tags");
        fields(known, "labels", "tag", "labels", "groupmembership", "categories", "kategorien", "groups");
        fields(known, "notes", "notes", "note", "comments", "comment", "notizen", "remarks", "หมายเหตุ");
        fields(known, "uid", "uid", "vcarduid");
        fields(known, "kind", "kind");
        fields(known, "identifiers", "identifiers");
        fields(known, "points", "morecontactpoints");
        emails(known);
        phones(known);
        faxes(known);
        websites(known);
        values(known, ContactType.HANDLE, null, "imaddress", "im", "handle", "lineid", "skype");
        addresses(known);
        return known;
    }

    private static void names(Map<String, Target> known) {
        fields(known, "displayName", "displayname", "name", "fullname", "contactname", "ชื่อสกุล", "ชื่อนามสกุล");
        fields(known, "name.prefix", "title", "prefix", "nameprefix", "salutation", "anrede", "คำนำหน้า");
        fields(
                known,
                "name.given",
                "firstname",
                "first",
                "givenname",
                "forename",
                "vorname",
                "prenom",
                "nombre",
                "ชื่อ");
        fields(known, "name.additional", "middlename", "additionalname", "additionalnames");
        fields(
                known,
                "name.family",
                "lastname",
                "last",
                "familyname",
                "surname",
                "nachname",
                "apellido",
                "apellidos",
                "นามสกุล");
        fields(known, "name.suffix", "suffix", "namesuffix");
        fields(known, "name.nickname", "nickname", "spitzname", "ชื่อเล่น");
        fields(known, "name.phoneticGiven", "phoneticfirstname", "phoneticgivenname", "givenyomi", "givennameyomi");
        fields(known, "name.phoneticFamily", "phoneticlastname", "phoneticfamilyname", "surnameyomi", "familynameyomi");
        fields(known, "birthday", "birthday", "dateofbirth", "birthdate", "geburtstag", "geburtsdatum", "วันเกิด");
        fields(known, "language", "language");
        fields(known, "timeZone", "timezone");
    }

    private static void work(Map<String, Target> known) {
        fields(
                known,
                "organisation",
                "organisation",
                "organization",
                "company",
                "companyname",
                "organizationname",
                "organisationname",
                "organization1name",
                "firma",
                "firm",
                "employer",
                "entreprise",
                "empresa",
                "บริษัท");
        fields(
                known,
                "unit",
                "unit",
                "department",
                "organisationunit",
                "organizationdepartment",
                "organization1department",
                "abteilung",
                "แผนก");
        fields(known, "jobTitle", "jobtitle", "position", "organizationtitle", "organization1title", "ตำแหน่ง");
        fields(known, "role", "role", "profession", "occupation");
    }

    private static void emails(Map<String, Target> known) {
        values(known, ContactType.EMAIL, null, "email", "mail", "emailaddress", "email1", "อีเมล");
        values(known, ContactType.EMAIL, null, "email2address", "email2", "secondaryemail");
        values(known, ContactType.EMAIL, null, "email3address", "email3");
    }

    private static void phones(Map<String, Target> known) {
        values(
                known,
                ContactType.PHONE,
                null,
                "phone",
                "phonenumber",
                "telephone",
                "tel",
                "primaryphone",
                "telefon",
                "โทรศัพท์",
                "otherphone");
        values(known, ContactType.PHONE, "cell", "mobile", "mobilephone", "cellphone", "cell", "handy", "มือถือ");
        values(known, ContactType.PHONE, "home", "homephone", "homephone2");
        values(known, ContactType.PHONE, "work", "businessphone", "businessphone2", "workphone", "companymainphone");
        values(known, ContactType.PHONE, "pager", "pager");
    }

    private static void faxes(Map<String, Target> known) {
        for (String place : new String[] {"home", "business", "other"}) {
            String purpose = place.equals("business") ? "work" : place;
            known.put(
                    place + "fax",
                    Target.point(
                            ContactType.PHONE,
                            place + "fax",
                            "value",
                            purpose.equals("other") ? "fax" : purpose + " fax"));
        }
        values(known, ContactType.PHONE, "fax", "fax", "faxnumber");
    }

    private static void websites(Map<String, Target> known) {
        values(
                known,
                ContactType.WEB,
                null,
                "website",
                "web",
                "url",
                "homepage",
                "webpage",
                "personalwebpage",
                "เว็บไซต์");
        values(known, ContactType.WEB, "work", "businesswebpage", "companywebsite");
    }

    private static void addresses(Map<String, Target> known) {
        for (String[] place : PLACES) {
            for (String[] part : PLACE_PARTS) {
                known.putIfAbsent(
                        place[0] + part[0], Target.point(ContactType.POSTAL, "place " + place[0], part[1], place[1]));
            }
        }
        for (String[] other : FOREIGN_PARTS) {
            known.put(other[0], Target.point(ContactType.POSTAL, "place ", other[1], null));
        }
    }

    private static void fields(Map<String, Target> known, String field, String... titles) {
        for (String title : titles) {
            known.put(title, Target.field(field));
        }
    }

    private static void values(Map<String, Target> known, ContactType type, String purpose, String... titles) {
        for (String title : titles) {
            known.put(title, Target.point(type, title, "value", purpose));
        }
    }
}
