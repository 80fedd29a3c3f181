package org.colonnade.crm.internal.assign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Teams;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who works here, as the platform's accounts know it; what was asked is remembered for half a minute. */
@Component(service = Colleagues.class)
public class Colleagues {

    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private record Seen(boolean enabled, Instant at) {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Teams teams;

    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    @Activate
    public Colleagues() {
        this(null, Clock.systemUTC());
    }

    /** @param accounts who asks, or null where there are none: then everybody is known */
    public Colleagues(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether there is such a user, who may sign in. Without accounts nobody can tell, so everybody is. */
    public boolean known(String user) {
        Accounts directory = accounts;
        if (directory == null) {
            return true;
        }
        Instant now = clock.instant();
        Seen before = seen.get(user);
        if (before != null && now.isBefore(before.at().plus(MEMORY))) {
            return before.enabled();
        }
        if (seen.size() > MOST) {
            seen.clear();
        }
        boolean enabled = ask(directory, user);
        seen.put(user, new Seen(enabled, now));
        return enabled;
    }

    private static boolean ask(Accounts directory, String user) {
        try {
            return directory.user(user).enabled();
        } catch (NotFound unknown) {
            return false;
        }
    }

    /** The sign-in names of the members of a platform's team, in the order in which they came; none where there is no such team. */
    List<String> members(String team) {
        Teams present = teams;
        return present == null
                ? List.of()
                : present.named(team)
                        .filter(found -> !found.archived())
                        .map(found ->
                                found.members().stream().map(Teams.Member::user).toList())
                        .orElse(List.of());
    }

    /** The platform's team of this name, or null. */
    Ref team(String name) {
        Teams present = teams;
        return present == null ? null : present.named(name).map(Teams.Team::ref).orElse(null);
    }

    /** A team's name as the platform writes it; the same where it has no such team. */
    String called(String team) {
        Teams present = teams;
        return present == null || team == null
                ? team
                : present.named(team).map(Teams.Team::name).orElse(team);
    }

    /** With these teams, for tests. */
    public Colleagues in(Teams others) {
        teams = others;
        return this;
    }
}
