package org.colonnade.platform.rest.internal.door;

import java.util.Enumeration;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Gatekeeper;

/**
 * Who sent a request, asked of the gatekeeper once. A token that is not good makes nobody of its sender, so that an operation that is
 * open to everybody (such as signing in again) still answers; every other one refuses with the reason that is kept here.
 */
public final class Identity {

    /** Names the user for whom a substitute acts. */
    public static final String PRINCIPAL = "Colonnade-For";

    /** As long as a sign-in name can be. */
    public static final int LONGEST_NAME = 64;

    private static final Actor NOBODY =
            new Actor(new Ref("platform", "anonymous", "nobody"), "nobody", Set.of(), false);
    private static final String SCHEME = "Bearer";

    /** Access tokens of issuers are longer than our own. */
    private static final int LONGEST = 6_000;

    private final Actor actor;
    private final Problem refusal;
    private final boolean tokenSent;

    private Identity(Actor actor, Problem refusal, boolean tokenSent) {
        this.actor = actor;
        this.refusal = refusal;
        this.tokenSent = tokenSent;
    }

    static Identity of(HttpServletRequest request, Gatekeeper gatekeeper) {
        Enumeration<String> sent = request.getHeaders("Authorization");
        if (!sent.hasMoreElements()) {
            return new Identity(NOBODY, missing(), false);
        }
        String first = sent.nextElement();
        String token = token(first);
        if (sent.hasMoreElements() || token == null) {
            boolean bearer = first.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && !sent.hasMoreElements();
            return new Identity(NOBODY, bearer ? malformed() : missing(), true);
        }
        try {
            Actor actor = gatekeeper.identify(token);
            return request.getHeader(PRINCIPAL) == null
                    ? new Identity(actor, null, true)
                    : substitute(actor, token, request.getHeaders(PRINCIPAL), gatekeeper);
        } catch (Problem refused) {
            return new Identity(NOBODY, refused, true);
        }
    }

    /** Who it is stays known where it stands in for nobody: what it tried is written down as its own deed. */
    private static Identity substitute(Actor actor, String token, Enumeration<String> sent, Gatekeeper gatekeeper) {
        String principal = sent.nextElement().strip();
        if (sent.hasMoreElements() || principal.isEmpty() || principal.length() > LONGEST_NAME) {
            return new Identity(
                    actor,
                    new Malformed("platform.substitute.malformed", PRINCIPAL + " names one user, by its sign-in name."),
                    true);
        }
        try {
            return new Identity(gatekeeper.identify(token, principal), null, true);
        } catch (Problem refused) {
            return new Identity(actor, refused, true);
        }
    }

    /** The token of RFC 6750, section 2.1; null if there is none. */
    private static String token(String sent) {
        if (!sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        int begin = SCHEME.length();
        while (begin < sent.length() && sent.charAt(begin) == ' ') {
            begin++;
        }
        if (begin == SCHEME.length() || begin == sent.length() || sent.length() - begin > LONGEST) {
            return null;
        }
        for (int i = begin; i < sent.length(); i++) {
            if (!isOfToken(sent.charAt(i))) {
                return null;
            }
        }
        return sent.substring(begin);
    }

    private static boolean isOfToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._~+/=-".indexOf(c) >= 0;
    }

    /** Who acts; an account that may do nothing where nobody was recognised, the caller itself where it cannot act for whom it named. */
    public Actor actor() {
        return actor;
    }

    /** Whether the gatekeeper knows who it is. */
    public boolean known() {
        return refusal == null;
    }

    /** @throws Unauthenticated or what else the gatekeeper said, if nobody was recognised */
    public Actor require() {
        if (refusal != null) {
            throw refusal;
        }
        return actor;
    }

    /** Why nobody was recognised, or null. */
    Problem refusal() {
        return refusal;
    }

    /** The challenge of RFC 6750 that goes with a 401. */
    String challenge() {
        return tokenSent ? "Bearer realm=\"colonnade\", error=\"invalid_token\"" : "Bearer realm=\"colonnade\"";
    }

    private static Unauthenticated malformed() {
        return new Unauthenticated(
                "platform.token.malformed",
                "After 'Bearer' comes one token of at most " + LONGEST + " characters, as RFC 6750 writes it.");
    }

    private static Unauthenticated missing() {
        return new Unauthenticated(
                "platform.token.missing", "Sign in and send the token as 'Authorization: Bearer <token>'.");
    }
}
