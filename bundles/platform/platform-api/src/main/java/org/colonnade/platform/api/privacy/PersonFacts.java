package org.colonnade.platform.api.privacy;

import java.util.Set;

/**
 * By what a person is recognised in several functions.
 *
 * @param names what the person is called, as written
 * @param birthday ISO 8601, complete ({@code 1980-03-22}); null if it is not known or not complete
 * @param emails in lower case
 * @param phones in E.164
 * @param written what else speaks of nobody but this person, as written: identifiers, telephone numbers that are not in E.164. Texts are
 *     searched for it; records are not compared by it.
 */
public record PersonFacts(
        Set<String> names, String birthday, Set<String> emails, Set<String> phones, Set<String> written) {

    /** Nothing is known. */
    public static final PersonFacts NONE = new PersonFacts(Set.of(), null, Set.of(), Set.of());

    /** Missing sets are empty ones. */
    public PersonFacts {
        names = names == null ? Set.of() : Set.copyOf(names);
        emails = emails == null ? Set.of() : Set.copyOf(emails);
        phones = phones == null ? Set.of() : Set.copyOf(phones);
        written = written == null ? Set.of() : Set.copyOf(written);
    }

    /** Without anything else that was written. */
    public PersonFacts(Set<String> names, String birthday, Set<String> emails, Set<String> phones) {
        this(names, birthday, emails, phones, Set.of());
    }
}
