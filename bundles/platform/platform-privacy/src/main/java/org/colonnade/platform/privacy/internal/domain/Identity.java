package org.colonnade.platform.privacy.internal.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonalRecord;

/**
 * Which records of all functions stand for one person. Careful on purpose: two people share a mailbox or a telephone often enough, and
 * nobody may lose data because somebody else asked for it. What is only alike is shown, and taken along when a person says so.
 */
public final class Identity {

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern NO_WORD = Pattern.compile("[\\p{P}\\p{S}\\s]+");

    private final Set<Ref> refs;
    private final Set<String> names = new HashSet<>();
    private final Set<String> emails = new HashSet<>();
    private final Set<String> phones = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private String birthday;

    /**
     * @param refs the records that are known to stand for the person
     * @param facts what is known of it
     */
    public Identity(Collection<Ref> refs, PersonFacts facts) {
        this.refs = new HashSet<>(refs);
        learn(facts);
    }

    /** The records that stand for the person, in the order of their text. */
    public List<Ref> refs() {
        return refs.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    /** What is known of the person now. */
    public PersonFacts facts() {
        return new PersonFacts(names, birthday, emails, phones, written);
    }

    /**
     * Takes those along that stand for the same person.
     *
     * @return whether anything new was learned, so it is worth asking again
     */
    public boolean take(Collection<PersonalRecord> found) {
        boolean learned = false;
        boolean again = true;
        while (again) {
            again = false;
            for (PersonalRecord record : found) {
                if (refs.contains(record.ref()) || same(record.facts())) {
                    boolean grown = refs.add(record.ref());
                    again |= learn(record.facts()) || grown;
                }
            }
            learned |= again;
        }
        return learned;
    }

    /** Those that share something with the person and yet may be somebody else. */
    public List<Alike> alike(Collection<PersonalRecord> found) {
        List<Alike> alike = new ArrayList<>();
        for (PersonalRecord record : found) {
            List<String> shared = shared(record.facts());
            if (!refs.contains(record.ref()) && !shared.isEmpty()) {
                alike.add(new Alike(record.ref(), shared));
            }
        }
        return alike;
    }

    private boolean same(PersonFacts other) {
        if (birthday != null && other.birthday() != null && !birthday.equals(other.birthday())) {
            return false;
        }
        List<String> shared = shared(other);
        boolean sameName = shared.contains("name");
        boolean nameless = names.isEmpty() || other.names().isEmpty();
        return shared.contains("email") && (sameName || nameless)
                || sameName && (shared.contains("phone") || shared.contains("birthday"));
    }

    private List<String> shared(PersonFacts other) {
        List<String> shared = new ArrayList<>();
        Set<String> known = folded(names);
        if (folded(other.names()).stream().anyMatch(known::contains)) {
            shared.add("name");
        }
        if (other.emails().stream().anyMatch(emails::contains)) {
            shared.add("email");
        }
        if (other.phones().stream().anyMatch(phones::contains)) {
            shared.add("phone");
        }
        if (birthday != null && birthday.equals(other.birthday())) {
            shared.add("birthday");
        }
        return shared;
    }

    private boolean learn(PersonFacts facts) {
        boolean more = names.addAll(facts.names());
        more |= emails.addAll(facts.emails());
        more |= phones.addAll(facts.phones());
        more |= written.addAll(facts.written());
        if (birthday == null && facts.birthday() != null) {
            birthday = facts.birthday();
            more = true;
        }
        return more;
    }

    private static Set<String> folded(Collection<String> names) {
        return names.stream()
                .filter(Objects::nonNull)
                .map(Identity::folded)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The words of a name in any order, without case and accents. */
    private static String folded(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        String[] words = NO_WORD.split(plain.toLowerCase(Locale.ROOT));
        return String.join(" ", new TreeSet<>(Arrays.asList(words))).strip();
    }

    /**
     * A record that may stand for the same person.
     *
     * @param ref the record
     * @param shared what it has in common with the person: name, email, phone, birthday
     */
    public record Alike(Ref ref, List<String> shared) {}
}
