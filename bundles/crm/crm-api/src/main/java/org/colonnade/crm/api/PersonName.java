package org.colonnade.crm.api;

/**
 * The parts of a person's name, after RFC 6350, section 6.2.2; each may be null. Nothing is guessed from the order of the parts: a
 * culture that writes the family name first does so in the party's display name.
 *
 * @param prefix such as {@code Dr.}, {@code นาย}
 * @param given the given name
 * @param additional middle names
 * @param family the family name
 * @param suffix such as {@code Jr.}, {@code M.A.}
 * @param nickname what friends say
 * @param phoneticGiven how the given name sounds
 * @param phoneticFamily how the family name sounds
 */
public record PersonName(
        String prefix,
        String given,
        String additional,
        String family,
        String suffix,
        String nickname,
        String phoneticGiven,
        String phoneticFamily) {

    /** A name of which nothing is known. */
    public static final PersonName NONE = new PersonName(null, null, null, null, null, null, null, null);

    /** The usual case. */
    public static PersonName of(String given, String family) {
        return new PersonName(null, given, null, family, null, null, null, null);
    }
}
