package org.colonnade.platform.jobs.internal.domain;

import java.util.List;
import org.colonnade.platform.api.text.Folding;

/** Looks for a person in one text that comes letter by letter, of whatever length: only the last few words are remembered. */
public final class PersonSearch {

    private static final String WITHIN_NUMBERS = " -./()\u00a0\u2010\u2011\u2012\u2013";

    private final PersonWords wanted;
    private final StringBuilder word = new StringBuilder();
    private final StringBuilder number = new StringBuilder();
    private final String[] last = new String[PersonWords.WORDS];
    private long words;
    private boolean found;

    public PersonSearch(PersonWords wanted) {
        this.wanted = wanted;
    }

    /** The next letters of the text. @return whether the person was found by now */
    public boolean read(CharSequence text) {
        for (int i = 0; i < text.length() && !found; i++) {
            read(text.charAt(i));
        }
        return found;
    }

    /** The text ends. @return whether the person was found */
    public boolean end() {
        endWord();
        endNumber();
        return found;
    }

    /** The next letter of the text. */
    public void read(char letter) {
        if (!PersonWords.inWord(letter)) {
            endWord();
        } else if (word.length() < PersonWords.LETTERS) {
            word.append(letter);
        }
        int digit = Character.digit(letter, 10);
        if (digit >= 0) {
            // one too long stays too long until it ends
            if (number.length() <= PersonWords.DIGITS) {
                number.append(digit);
            }
        } else if (WITHIN_NUMBERS.indexOf(letter) < 0) {
            endNumber();
        }
    }

    /** Whether the person was found by now. */
    public boolean found() {
        return found;
    }

    private void endWord() {
        if (word.length() == 0) {
            return;
        }
        String ended = Folding.fold(word.toString());
        word.setLength(0);
        last[place(words)] = ended;
        words++;
        for (List<String> sequence : wanted.endingWith(ended)) {
            found |= endsWith(sequence);
        }
    }

    private boolean endsWith(List<String> sequence) {
        if (sequence.size() > words) {
            return false;
        }
        for (int back = 1; back <= sequence.size(); back++) {
            if (!sequence.get(sequence.size() - back).equals(last[place(words - back)])) {
                return false;
            }
        }
        return true;
    }

    private void endNumber() {
        if (number.length() > 0) {
            found |= wanted.isNumber(number.toString());
            number.setLength(0);
        }
    }

    private static int place(long word) {
        return (int) (word % PersonWords.WORDS);
    }
}
