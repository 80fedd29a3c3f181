package org.colonnade.platform.dossier.internal.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.colonnade.platform.api.Money;

/** SHA-256, which every Java has. */
public final class Digest {

    private Digest() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** 64 lower-case hexadecimal digits. */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same for values of a custom field that count as the same. */
    public static String ofValue(Object typed) {
        if (typed instanceof BigDecimal decimal) {
            return of(plain(decimal));
        }
        if (typed instanceof Money money) {
            return of(plain(money.amount()) + ' ' + money.currency().getCurrencyCode());
        }
        return of(typed instanceof String text ? Folded.text(text) : typed.toString());
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
