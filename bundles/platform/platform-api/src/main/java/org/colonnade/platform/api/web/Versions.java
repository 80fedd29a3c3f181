package org.colonnade.platform.api.web;

import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.PreconditionMissing;
import org.colonnade.platform.api.problem.Stale;

/** A record's version as an entity tag (RFC 9110, section 8.8.3): strong, the version number in quotes. */
public final class Versions {

    private Versions() {}

    /** The {@code ETag} of a version. */
    public static String etag(long version) {
        return "\"" + version + '"';
    }

    /**
     * Compares what a caller read with what there is now.
     *
     * @param ifMatch the header {@code If-Match}: one or more entity tags, or {@code *}
     * @param version the record's present version
     * @throws PreconditionMissing {@code platform.if-match.missing}
     * @throws Malformed {@code platform.if-match.malformed}
     * @throws Stale {@code platform.record.stale}
     */
    public static void match(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionMissing(
                    "platform.if-match.missing",
                    "A change names the version it changes: send If-Match with the ETag that you read.");
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        String wanted = etag(version);
        for (String tag : ifMatch.split(",")) {
            String one = tag.strip();
            if (!one.matches("(W/)?\"[\\x21\\x23-\\x7e]*\"")) {
                throw new Malformed(
                        "platform.if-match.malformed",
                        "If-Match holds entity tags in double quotes, as ETag gave them.");
            }
            if (one.equals(wanted)) {
                return;
            }
        }
        throw new Stale(
                "platform.record.stale",
                "The record was changed since you read it; read it again, then repeat your change.");
    }
}
