package org.colonnade.platform.dossier.internal.domain;

import java.util.regex.Pattern;

/** What an e-mail address looks like. Simple on purpose: only a letter that arrives proves one. */
public final class EmailRule {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\]+");

    private EmailRule() {}

    public static boolean fits(String text) {
        return text != null
                && text.length() <= LONGEST
                && SHAPE.matcher(text).matches()
                && !text.contains("..")
                && !text.endsWith(".");
    }
}
