package org.colonnade.platform.jobs.internal.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.text.Folding;

/**
 * By which words and numbers a text is known to speak of a person: e-mail addresses, telephone numbers however they are written,
 * identifiers and whole names, the family's name behind or in front. A name of one word, or an identifier of fewer than six letters and
 * digits, would fit many texts and is left out.
 */
public final class PersonWords {

    /** The most words of anything that is looked for; of longer things the last ones count. */
    static final int WORDS = 16;

    /** As many letters of a word count. */
    static final int LETTERS = 200;

    /** As many digits a number has at most. */
    static final int DIGITS = 24;

    private static final int SHORTEST = 6;

    private final Map<String, List<List<String>>> byLast = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();

    private PersonWords() {}

    /** What to look for. */
    public static PersonWords of(PersonFacts facts) {
        PersonWords wanted = new PersonWords();
        facts.emails().forEach(email -> wanted.add(words(email)));
        facts.written().forEach(wanted::written);
        facts.phones().forEach(wanted::phone);
        facts.names().stream()
                .map(PersonWords::words)
                .filter(name -> name.size() > 1)
                .forEach(wanted::name);
        return wanted;
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return byLast.isEmpty() && numbers.isEmpty();
    }

    /** The sequences of words that end with this word. */
    List<List<String>> endingWith(String word) {
        return byLast.getOrDefault(word, List.of());
    }

    boolean isNumber(String digits) {
        return numbers.contains(digits);
    }

    static boolean inWord(char letter) {
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.SURROGATE;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (char letter : (text + ' ').toCharArray()) {
            if (inWord(letter)) {
                word.append(letter);
            } else if (word.length() > 0) {
                word.setLength(Math.min(word.length(), LETTERS));
                words.add(Folding.fold(word.toString()));
                word.setLength(0);
            }
        }
        return List.copyOf(words.subList(Math.max(0, words.size() - WORDS), words.size()));
    }

    private void name(List<String> name) {
        add(name);
        List<String> familyFirst = new ArrayList<>(name);
        Collections.rotate(familyFirst, 1);
        add(familyFirst);
    }

    private void written(String text) {
        List<String> words = words(text);
        if (words.stream().mapToInt(String::length).sum() >= SHORTEST) {
            add(words);
        }
        String digits = digits(text);
        boolean number = text.chars().noneMatch(Character::isLetter) && digits.length() >= SHORTEST;
        if (number && digits.length() <= DIGITS) {
            numbers.add(digits);
        }
    }

    /** With the country's code of one to three digits, however that is written, and without it. */
    private void phone(String e164) {
        String digits = digits(e164);
        numbers.add(digits);
        numbers.add("00" + digits);
        for (int code = 1; code <= 3 && digits.length() - code >= SHORTEST; code++) {
            String national = digits.substring(code);
            numbers.add(national);
            numbers.add("0" + national);
            numbers.add(digits.substring(0, code) + "0" + national);
        }
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars()
                .map(letter -> Character.digit(letter, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.toString();
    }

    private void add(List<String> words) {
        if (!words.isEmpty()) {
            byLast.computeIfAbsent(words.get(words.size() - 1), last -> new ArrayList<>())
                    .add(List.copyOf(words));
        }
    }
}
