package org.colonnade.crm.internal.domain.identifier;

/** The International Bank Account Number (ISO 13616): country and check digits go to the end, then {@link Mod97}. */
final class Iban {

    private static final int HEAD = 4;

    private Iban() {}

    /** @param text two letters, two digits, and what the country has behind them, in capitals */
    static boolean valid(String text) {
        return Mod97.valid(text.substring(HEAD) + text.substring(0, HEAD));
    }
}
