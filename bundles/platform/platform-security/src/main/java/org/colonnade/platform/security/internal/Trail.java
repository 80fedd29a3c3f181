package org.colonnade.platform.security.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.security.Teams.Team;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.store.RoleRow;
import org.colonnade.platform.security.internal.store.SubstituteRows;
import org.colonnade.platform.security.internal.store.TokenRow;
import org.colonnade.platform.security.internal.store.UserRow;

/**
 * Writes changes of users, roles and tokens down for the audit; what goes in is named here one by one, so that no secret and no hash
 * ever does.
 */
final class Trail {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Trail() {}

    /** A user as it stands now, after its row was flushed. @param before its text before, or null for a new one */
    static void user(Work work, String action, UserRow row, String before) {
        work.record(new Change(row.ref(), action, row.version(), before, text(row)));
    }

    /** What a user did that left it as it was: came or went. */
    static void visit(Work work, String action, long user, long token) {
        work.record(new Change(
                Ref.of("platform", "user", user),
                action,
                0,
                null,
                JSON.objectNode().put("token", Tsid.text(token)).toString()));
    }

    /** A role as it stands now, after its row was flushed. @param before its text before, or null for a new one */
    static void role(Work work, String action, RoleRow row, String before) {
        work.record(new Change(row.ref(), action, row.version(), before, text(row)));
    }

    static void removed(Work work, RoleRow row) {
        work.record(new Change(row.ref(), "removed", row.version(), text(row), null));
    }

    static void created(Work work, TokenRow row) {
        work.record(new Change(ref(row), "created", 1, null, text(row)));
    }

    static void revoked(Work work, TokenRow row) {
        work.record(new Change(ref(row), "revoked", 1, text(row), null));
    }

    /** All tokens of a user at once, or all but the one with which that was said. */
    static void allRevoked(Work work, long user) {
        work.record(new Change(Ref.of("platform", "user", user), "tokens-revoked", 0, null, null));
    }

    static String text(UserRow row) {
        ObjectNode text = JSON.objectNode()
                .put("name", row.name())
                .put("displayName", row.displayName())
                .put("enabled", row.enabled());
        text.set("roles", names(row.roles()));
        return text.toString();
    }

    static String text(RoleRow row) {
        ObjectNode text = JSON.objectNode().put("name", row.name());
        text.set("permissions", names(row.permissions()));
        if (!row.scopes().isEmpty()) {
            ObjectNode scopes = text.putObject("scopes");
            row.scopes().forEach((permission, reach) -> scopes.put(permission, reach.name()));
        }
        return text.toString();
    }

    /** A team as it stands now. @param before its text before, or null for a new one */
    static void team(Work work, String action, Team team, String before) {
        work.record(new Change(team.ref(), action, team.version(), before, text(team)));
    }

    static String text(Team team) {
        ObjectNode text = JSON.objectNode()
                .put("name", team.name())
                .put("displayName", team.displayName())
                .put("parent", team.parent())
                .put("archived", team.archived());
        ArrayNode members = text.putArray("members");
        team.members().forEach(member -> members.add(member.lead() ? member.id() + " leads" : member.id()));
        return text.toString();
    }

    /** That an issuer's tokens open this account from now on. */
    static void bound(Work work, UserRow row, String issuer) {
        String text = JSON.objectNode().put("issuer", issuer).toString();
        work.record(new Change(row.ref(), "issuer-bound", 0, null, text));
    }

    /** Who stands in for whom: told of the one who is away. */
    static void substitute(Work work, String action, SubstituteRows.Row row) {
        ObjectNode text = JSON.objectNode()
                .put("principal", row.is().principal().toString())
                .put("substitute", row.is().substitute().toString())
                .put("from", row.is().from().toString())
                .put("until", row.is().until().toString());
        if (row.is().permissions() != null) {
            text.set("permissions", names(row.is().permissions()));
        }
        Ref subject = new Ref("platform", "substitute", row.is().id());
        boolean created = action.equals("created");
        work.record(new Change(subject, action, 1, created ? null : text.toString(), created ? text.toString() : null));
    }

    private static String text(TokenRow row) {
        TokenView view = row.view();
        ObjectNode text = JSON.objectNode()
                .put("user", Tsid.text(row.userId()))
                .put("name", view.name())
                .put("kind", view.kind())
                .put("expiresAt", view.expiresAt().toString());
        if (view.permissions() != null) {
            text.set("permissions", names(view.permissions()));
        }
        return text.toString();
    }

    private static Ref ref(TokenRow row) {
        return Ref.of("platform", "token", row.id());
    }

    private static ArrayNode names(Set<String> names) {
        ArrayNode all = JSON.arrayNode();
        new TreeSet<>(names).forEach(all::add);
        return all;
    }
}
