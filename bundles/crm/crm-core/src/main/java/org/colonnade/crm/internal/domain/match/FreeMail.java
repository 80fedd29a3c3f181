package org.colonnade.crm.internal.domain.match;

import java.util.Set;

/** Domains under which anybody has an address; they say nothing about where somebody belongs. */
final class FreeMail {

    private static final Set<String> DOMAINS = Set.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "outlook.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "yahoo.co.uk",
            "yahoo.co.th",
            "yahoo.co.jp",
            "ymail.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "gmx.com",
            "web.de",
            "t-online.de",
            "mail.ru",
            "yandex.ru",
            "qq.com",
            "163.com",
            "126.com",
            "naver.com",
            "orange.fr",
            "free.fr",
            "laposte.net",
            "libero.it",
            "proton.me",
            "protonmail.com",
            "facebook.com",
            "twitter.com",
            "linkedin.com",
            "instagram.com",
            "line.me");

    private FreeMail() {}

    static boolean serves(String domain) {
        return DOMAINS.contains(domain);
    }
}
