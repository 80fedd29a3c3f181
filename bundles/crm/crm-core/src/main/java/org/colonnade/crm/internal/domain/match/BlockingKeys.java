package org.colonnade.crm.internal.domain.match;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.text.Folding;

/**
 * Which parties are compared at all: those that share a key. Each kind of key survives other errors, so two records of one party share at
 * least one unless most of what they say differs. The e-mail addresses, telephone numbers and whole names are keys too; their tables have
 * indexes of their own, so they are not here.
 */
public final class BlockingKeys {

    private static final int LONGEST = 120;
    private static final int PREFIX = 4;
    private static final Pattern HOUSE = Pattern.compile("\\b(\\d+)\\p{L}?\\b");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(inc|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|ug|se|sa|sas|sarl|bv|nv|ab|as|oy|spa|srl|pty|pte|the|and)\\b");

    private final Set<String> keys = new LinkedHashSet<>();

    private BlockingKeys() {}

    /** The keys of a party, none twice. */
    public static Set<String> of(Facts facts) {
        BlockingKeys all = new BlockingKeys();
        facts.strong().forEach(id -> all.add("i", id.scheme() + '=' + id.value()));
        if (facts.kind() == PartyKind.PERSON) {
            all.person(facts);
        } else {
            all.organisation(facts);
        }
        return all.keys;
    }

    /** An organisation's name without its legal form. */
    static String core(String organisation) {
        String core = LEGAL_FORM
                .matcher(organisation)
                .replaceAll(" ")
                .replaceAll(" {2,}", " ")
                .strip();
        return core.isEmpty() ? organisation : core;
    }

    private void person(Facts facts) {
        String given = first(facts.given());
        String family = facts.family().replace(" ", "");
        if (Folding.unspaced(given + family)) {
            add("t", prefix(given, PREFIX) + '/' + prefix(family, PREFIX - 1));
            pair("t", prefix(given, PREFIX), prefix(family, PREFIX));
        } else {
            pair("m", Sound.metaphone(given), Sound.metaphone(family));
            pair("c", Sound.cologne(given), Sound.cologne(family));
        }
        birthday(facts, given, family);
        for (Facts.Place place : facts.places()) {
            if (!place.postcode().isEmpty()) {
                pair("z" + place.postcode(), prefix(given, 1), prefix(family, 1));
            }
            street(place);
        }
        if (!family.isEmpty()) {
            facts.domains().forEach(domain -> add("d", domain + '/' + sound(family)));
        }
    }

    private void organisation(Facts facts) {
        String[] words = core(facts.organisation()).split(" ");
        if (Folding.unspaced(facts.organisation())) {
            add("t", prefix(facts.organisation().replace(" ", ""), 2 * PREFIX));
        } else {
            pair("o", sound(words[0]), words.length > 1 ? sound(words[1]) : "");
        }
        facts.domains().forEach(domain -> add("d", domain));
        for (Facts.Place place : facts.places()) {
            if (!place.postcode().isEmpty()) {
                add("z" + place.postcode(), prefix(words[0], 1));
            }
            street(place);
        }
    }

    /** A day and a month that were exchanged give the same key. */
    private void birthday(Facts facts, String given, String family) {
        LocalDate date = Facts.date(facts.birthday());
        if (date != null) {
            int low = Math.min(date.getMonthValue(), date.getDayOfMonth());
            int high = Math.max(date.getMonthValue(), date.getDayOfMonth());
            add("b", date.getYear() + "-" + low + '-' + high);
        } else if (!facts.birthday().isEmpty()) {
            pair("b" + facts.birthday(), prefix(given, 1), prefix(family, 1));
        }
    }

    /** The house number and how the longest word of the street sounds. */
    private void street(Facts.Place place) {
        Matcher house = HOUSE.matcher(place.street());
        String longest = "";
        for (String word : place.street().split(" ")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        if (house.find() && !longest.equals(house.group())) {
            add("s", house.group(1) + ' ' + sound(longest));
        }
    }

    /** The two in one order, whichever was written first; one alone says too little. */
    private void pair(String kind, String one, String other) {
        if (!one.isEmpty() && !other.isEmpty()) {
            add(kind, one.compareTo(other) <= 0 ? one + '/' + other : other + '/' + one);
        } else if (kind.length() > 1 || kind.equals("t") || kind.equals("o")) {
            add(kind, one + other);
        }
    }

    private void add(String kind, String value) {
        if (!value.isEmpty() && !value.equals("/")) {
            keys.add(Texts.cut(kind + ':' + value, LONGEST));
        }
    }

    private static String sound(String word) {
        String sound = Sound.latin(word) ? Sound.metaphone(word) : "";
        return sound.isEmpty() ? prefix(word, PREFIX) : sound;
    }

    private static String first(String words) {
        int end = words.indexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }

    private static String prefix(String text, int letters) {
        return Texts.cut(text, letters);
    }
}
