package org.colonnade.crm.internal.domain.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.colonnade.crm.internal.domain.match.MadeUpPeople.Person;

/**
 * What happens to records when people type, read and dictate them; the kinds of errors are those of Febrl's generator: typing (one
 * letter too many, too few, another, two exchanged; a neighbour on the keyboard), reading (characters that look alike), hearing
 * (letters that sound alike), short forms, values exchanged, missing or those of somebody else, split or joined words.
 */
final class HumanErrors {

    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"};
    private static final String[][] LOOKS = {
        {"m", "rn"},
        {"l", "1"},
        {"o", "0"},
        {"cl", "d"},
        {"s", "5"},
        {"b", "6"},
        {"g", "9"},
        {"vv", "w"},
        {"i", "j"},
        {"h", "b"},
        {"e", "c"}
    };
    private static final String[][] SOUNDS = {
        {"ph", "f"}, {"ck", "k"}, {"ie", "y"}, {"ey", "y"}, {"th", "t"}, {"ss", "s"}, {"ll", "l"}, {"c", "k"},
        {"z", "s"}, {"ee", "ea"},
        {"ai", "ay"}, {"oo", "u"}, {"mm", "m"}, {"nn", "n"}, {"gh", "g"}, {"sch", "sh"}, {"tz", "z"}, {"ei", "ie"},
        {"rh", "r"}, {"w", "v"}
    };
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("robert", "bob"),
            Map.entry("william", "bill"),
            Map.entry("richard", "dick"),
            Map.entry("margaret", "peggy"),
            Map.entry("elizabeth", "liz"),
            Map.entry("james", "jim"),
            Map.entry("john", "jack"),
            Map.entry("michael", "mike"),
            Map.entry("katherine", "kate"),
            Map.entry("patricia", "trish"),
            Map.entry("thomas", "tom"),
            Map.entry("joseph", "joe"),
            Map.entry("edward", "ted"),
            Map.entry("dorothy", "dot"),
            Map.entry("christopher", "kit"),
            Map.entry("barbara", "babs"),
            Map.entry("susan", "sue"),
            Map.entry("anthony", "tony"),
            Map.entry("rebecca", "becky"),
            Map.entry("hans", "johann"),
            Map.entry("ursula", "uschi"),
            Map.entry("malee", "lek"),
            Map.entry("beverly", "bev"),
            Map.entry("jacqueline", "jackie"));

    private final Random chance;
    private final List<Person> others = new ArrayList<>();

    HumanErrors(long seed) {
        chance = new Random(seed);
    }

    /** The person once more, with one to five errors, at most two in one field. */
    Person again(Person person) {
        String[] fields = person.fields();
        int[] changes = new int[MadeUpPeople.FIELDS];
        int errors = 1 + chance.nextInt(5);
        for (int i = 0; i < errors; i++) {
            int field = chance.nextInt(MadeUpPeople.FIELDS);
            if (fields[field] != null && changes[field]++ < 2) {
                damage(fields, field);
            }
        }
        others.add(person);
        return new Person(fields);
    }

    private void damage(String[] fields, int field) {
        int what = chance.nextInt(100);
        if (what < 15) {
            fields[field] = null;
        } else if (what < 22 && (field == MadeUpPeople.GIVEN_NAME || field == MadeUpPeople.FAMILY_NAME)) {
            exchange(fields, MadeUpPeople.GIVEN_NAME, MadeUpPeople.FAMILY_NAME);
        } else if (what < 22 && (field == MadeUpPeople.STREET_NAME || field == MadeUpPeople.TOWN)) {
            exchange(fields, MadeUpPeople.STREET_NAME, MadeUpPeople.TOWN);
        } else if (what < 40 && field == MadeUpPeople.BORN) {
            fields[field] = dayAndMonth(fields[field]);
        } else if (what < 40 && field == MadeUpPeople.GIVEN_NAME && SHORT.containsKey(fields[field])) {
            fields[field] = SHORT.get(fields[field]);
        } else if (what < 27 && field == MadeUpPeople.GIVEN_NAME) {
            fields[field] = fields[field].substring(0, 1);
        } else if (what < 32 && !others.isEmpty()) {
            fields[field] = others.get(chance.nextInt(others.size())).get(field);
        } else if (field == MadeUpPeople.REGION) {
            fields[field] = "nsw";
        } else {
            fields[field] = spoilt(fields[field], what, field >= MadeUpPeople.POSTCODE || field == MadeUpPeople.NUMBER);
        }
        if (fields[field] != null && fields[field].isBlank()) {
            fields[field] = null;
        }
    }

    private String spoilt(String text, int what, boolean code) {
        if (what < 55 && !code) {
            return replaced(text, what < 47 ? SOUNDS : LOOKS);
        }
        return typed(text);
    }

    private static void exchange(String[] fields, int one, int other) {
        String kept = fields[one];
        fields[one] = fields[other];
        fields[other] = kept;
    }

    private static String dayAndMonth(String date) {
        return date.length() == 10 && Integer.parseInt(date.substring(8)) <= 12
                ? date.substring(0, 5) + date.substring(8) + date.substring(4, 7)
                : date;
    }

    private String replaced(String text, String[][] pairs) {
        int start = chance.nextInt(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[(start + i) % pairs.length];
            int way = chance.nextInt(2);
            if (text.contains(pair[way])) {
                return text.replaceFirst(pair[way], pair[1 - way]);
            }
        }
        return typed(text);
    }

    private String typed(String text) {
        int at = place(text);
        char c = text.charAt(at);
        return switch (chance.nextInt(5)) {
            case 0 -> text.substring(0, at) + neighbour(c) + text.substring(at);
            case 1 -> text.length() < 3 ? text : text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + neighbour(c) + text.substring(at + 1);
            case 3 -> at + 1 < text.length()
                    ? text.substring(0, at) + text.charAt(at + 1) + c + text.substring(at + 2)
                    : text;
            default -> text.indexOf(' ') > 0
                    ? text.replaceFirst(" ", "")
                    : text.substring(0, at) + neighbour(c) + text.substring(at + 1);
        };
    }

    /** Most errors come later in a word. */
    private int place(String text) {
        return Math.min(text.length() - 1, (int) (Math.sqrt(chance.nextDouble()) * text.length()));
    }

    private char neighbour(char c) {
        for (String row : KEYS) {
            int at = row.indexOf(c);
            if (at >= 0) {
                int next = at + (chance.nextBoolean() ? 1 : -1);
                return row.charAt(Math.max(0, Math.min(row.length() - 1, next)));
            }
        }
        return c;
    }
}
