package org.colonnade.platform.records.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.security.Teams;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Target;
import org.colonnade.platform.records.internal.shape.Plan;

/**
 * Which records of a kind are within somebody's reach: the one place that asks for owners and teams, whatever the channel. Whoever reaches
 * everything is not asked anything more.
 */
final class Scopes<V extends Record> {

    private final Plan<V, ?> plan;
    private final RecordKind<V, ?> kind;
    private final Companions companions;
    private final boolean scoped;
    private final String reading;
    private final String changing;
    private final int owner;
    private final int team;
    private final Target ownerTarget;
    private final Target teamTarget;

    Scopes(Plan<V, ?> plan, Companions companions) {
        this.plan = plan;
        this.kind = plan.kind();
        this.companions = companions;
        this.scoped = kind.scoped();
        this.reading = kind.readPermission();
        this.changing = kind.changePermission();
        this.owner = place(kind.owner());
        this.team = place(kind.team());
        this.ownerTarget = target(kind.owner());
        this.teamTarget = target(kind.team());
    }

    private int place(RecordField field) {
        return field == null ? -1 : plan.view().place(field.name());
    }

    private static Target target(RecordField field) {
        return field == null
                ? null
                : new Target(field.name(), field.type(), field.javaType(), field.column(), true, null);
    }

    /** How far the actor sees. */
    Reach sees(Actor actor) {
        return scoped ? actor.reach(reading) : Reach.ALL;
    }

    /** How far the actor may change. */
    Reach changes(Actor actor) {
        return scoped ? actor.reach(changing) : Reach.ALL;
    }

    /** What holds for the records that the actor sees; null where those are all. */
    Condition seen(Actor actor) {
        Reach reach = sees(actor);
        if (reach == Reach.ALL) {
            return null;
        }
        List<Condition> either = new ArrayList<>();
        if (owner >= 0) {
            either.add(new Condition.OneOf(ownerTarget, List.of(self(actor))));
        }
        List<String> teams = reach == Reach.TEAM && team >= 0 ? teams(actor) : List.of();
        if (!teams.isEmpty()) {
            either.add(new Condition.OneOf(teamTarget, teams));
        }
        return either.isEmpty() ? new Condition.OneOf(teamTarget, List.of("")) : new Condition.Any(either);
    }

    /** Whether a record lies within the reach. */
    boolean within(Actor actor, Reach reach, V value) {
        if (reach == Reach.ALL) {
            return true;
        }
        return owner >= 0 && self(actor).equals(text(value, owner))
                || reach == Reach.TEAM && team >= 0 && teams(actor).contains(String.valueOf(text(value, team)));
    }

    /** How the actor stands in the field of the owner. */
    private String self(Actor actor) {
        return isText(kind.owner()) ? actor.standing().user() : actor.behalf().toString();
    }

    /** How the teams that the actor sees stand in the field of the team. */
    private List<String> teams(Actor actor) {
        return isText(kind.team())
                ? actor.standing().teams().values().stream().sorted().toList()
                : actor.standing().teams().keySet().stream()
                        .sorted()
                        .map(id -> ref(id).toString())
                        .toList();
    }

    private static boolean isText(RecordField field) {
        return field.type() == FieldType.TEXT;
    }

    private String text(V value, int place) {
        Object said = place < 0 ? null : plan.view().get(value, place);
        return said == null ? null : said.toString();
    }

    /**
     * What a caller gives, with owner and team written in the one way: both exist, and nobody gives a record to whom they do not reach.
     *
     * @param before null for a new record
     * @throws Rejected {@code <module>.<type>.invalid}, {@code platform.scope.beyond}
     */
    V given(Actor actor, V before, V given) {
        if (!scoped) {
            return given;
        }
        boolean otherOwner = owner >= 0 && other(before, given, owner);
        boolean otherTeam = team >= 0 && other(before, given, team);
        if (!otherOwner && !otherTeam) {
            return given;
        }
        Teams directory = companions.teams();
        V written = given;
        Teams.Colleague colleague = null;
        if (otherOwner && directory != null && text(given, owner) != null) {
            colleague = colleague(directory, given).orElse(null);
            written = with(written, owner, named(kind.owner(), colleague, text(given, owner)));
        }
        if (otherTeam && directory != null && text(given, team) != null) {
            written = known(directory, written);
        }
        if (changes(actor) != Reach.ALL) {
            reached(actor, written, otherOwner, otherTeam, colleague);
        }
        return written;
    }

    private boolean other(V before, V given, int place) {
        return !Objects.equals(before == null ? null : text(before, place), text(given, place));
    }

    private Optional<Teams.Colleague> colleague(Teams directory, V value) {
        return isText(kind.owner())
                ? directory.colleague(text(value, owner))
                : directory.colleague((Ref) plan.view().get(value, owner));
    }

    private Object named(RecordField field, Teams.Colleague colleague, String given) {
        if (isText(field)) {
            return colleague == null ? given : colleague.user();
        }
        if (colleague == null) {
            throw invalid(field, "is no user that is let in");
        }
        return colleague.ref();
    }

    /** With the team as it is written; a text that names none is a queue of the function's own. */
    private V known(Teams directory, V value) {
        if (isText(kind.team())) {
            return directory
                    .named(text(value, team))
                    .map(found -> with(value, team, found.name()))
                    .orElse(value);
        }
        return directory
                .find((Ref) plan.view().get(value, team))
                .map(found -> with(value, team, found.ref()))
                .orElseThrow(() -> invalid(kind.team(), "is no team"));
    }

    private void reached(Actor actor, V written, boolean otherOwner, boolean otherTeam, Teams.Colleague colleague) {
        Rejected refusal = new Rejected(
                "platform.scope.beyond", "You can only give a record to whom and to which teams you reach yourself.");
        String to = text(written, team);
        if (otherTeam && to != null && !teams(actor).contains(to)) {
            throw refusal.field(kind.team().name(), "is beyond you");
        }
        String who = text(written, owner);
        boolean self = self(actor).equals(who);
        if (otherOwner && who != null && !self && !reaches(actor, colleague)) {
            throw refusal.field(kind.owner().name(), "is beyond you");
        }
        boolean becomesOwn = owner >= 0 && who == null && kind.rules().owned() && !otherOwner;
        if (!becomesOwn && !within(actor, changes(actor), written)) {
            throw refusal.field(
                    otherOwner ? kind.owner().name() : kind.team().name(), "takes the record away from you");
        }
    }

    private boolean reaches(Actor actor, Teams.Colleague colleague) {
        Set<String> seen = actor.standing().teams().keySet();
        return changes(actor) == Reach.TEAM
                && colleague != null
                && colleague.teams().stream().map(Teams.TeamName::id).anyMatch(seen::contains);
    }

    /** A new record with the owner and the team that it has where nobody named them. */
    V born(Actor actor, V decided) {
        if (!scoped) {
            return decided;
        }
        V born = owned(actor, decided);
        return owner < 0 || team < 0 || text(born, owner) == null || text(born, team) != null
                ? born
                : with(born, team, home(actor, born));
    }

    private V owned(Actor actor, V decided) {
        boolean somebody =
                actor.ref().module().equals("platform") && actor.ref().type().equals("user");
        if (owner < 0
                || !somebody
                || text(decided, owner) != null
                || !kind.rules().owned()) {
            return decided;
        }
        Object self = isText(kind.owner()) ? actor.standing().user() : actor.behalf();
        return self.toString().isEmpty() ? decided : with(decided, owner, self);
    }

    /** The first team of the owner, or nothing. */
    private Object home(Actor actor, V value) {
        if (self(actor).equals(text(value, owner))) {
            String home = actor.standing().home();
            return home == null
                    ? null
                    : isText(kind.team()) ? actor.standing().teams().get(home) : ref(home);
        }
        Teams directory = companions.teams();
        List<Teams.TeamName> teams = directory == null
                ? List.of()
                : colleague(directory, value).map(Teams.Colleague::teams).orElse(List.of());
        return teams.isEmpty()
                ? null
                : isText(kind.team()) ? teams.get(0).name() : ref(teams.get(0).id());
    }

    private static Ref ref(String team) {
        return new Ref("platform", "team", team);
    }

    private V with(V value, int place, Object said) {
        Object[] values = plan.view().values(value);
        values[place] = said;
        return plan.view().make(values);
    }

    private Rejected invalid(RecordField field, String fault) {
        return new Rejected(kind.code("invalid"), "One field is not right.").field(field.name(), fault);
    }
}
