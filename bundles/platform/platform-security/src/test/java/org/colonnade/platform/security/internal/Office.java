package org.colonnade.platform.security.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.audit.Filter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Accounts.UserDraft;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.security.internal.domain.SettableClock;
import org.colonnade.platform.security.internal.domain.SignInBrake;
import org.colonnade.platform.security.internal.hash.Argon2Cost;
import org.colonnade.platform.security.internal.hash.PasswordHashing;
import org.colonnade.platform.security.internal.oidc.ForeignTokens;
import org.colonnade.testkit.TestDatabase;

/** One node of the platform's security, put together as Declarative Services does it. */
final class Office {

    /** Thousands of passwords are looked at here; what a guess costs in the product is tried where hashes are. */
    private static final Argon2Cost CHEAP = new Argon2Cost(256, 1, 1);

    static final String PASSWORD = "four quiet elephants";
    static final String HOME = "203.0.113.7";
    static final String ELSEWHERE = "198.51.100.1";
    static final Actor SYSTEM = Actor.system("test");

    final SettableClock clock = new SettableClock(Clock.systemUTC().instant());
    final AtomicLong nanos = new AtomicLong();
    final Tx tx;
    final SecuritySettings settings;
    final ForeignTokens foreign;
    final Doorkeeper doorkeeper;
    final Passwords passwords;
    final SetupSecret setup;
    final UserDesk users;
    final RoleDesk roles;
    final TeamDesk teams;
    final TeamOffice office;
    final PermissionExplainer explainer;
    final SubstituteDesk substitutes;
    final CompanyDesk companies;
    final SelfService self;
    final TokenDesk tokens;
    final VaultKeeper keeper;
    final SecondFactorDesk factors;
    final SharedTries tries;
    final SignInDesk signIns;
    final FirstAdministrator first;
    private final TestDatabase database;

    Office(TestDatabase database, Path home) {
        this(database, home, CHEAP);
    }

    Office(TestDatabase database, Path home, Argon2Cost cost) {
        this.database = database;
        tx = database.tx("security");
        settings = new SecuritySettings(rules(cost));
        PermissionCatalogue catalogue = new Catalogue();
        PasswordHashing hashing = new PasswordHashing(settings);
        passwords = new Passwords(hashing);
        foreign = new ForeignTokens(tx, new NewUsers(passwords));
        doorkeeper = new Doorkeeper(tx, settings, catalogue, foreign, clock, nanos::get);
        setup = new SetupSecret(tx, home);
        users = new UserDesk(tx, passwords, doorkeeper, setup);
        companies = new CompanyDesk(tx, users, doorkeeper, database.companies());
        self = new SelfService(tx, catalogue, companies);
        roles = new RoleDesk(tx, catalogue, doorkeeper);
        teams = new TeamDesk(tx, doorkeeper);
        office = new TeamOffice(tx, teams);
        substitutes = new SubstituteDesk(tx, users, catalogue, doorkeeper);
        explainer = new PermissionExplainer(tx, users, doorkeeper);
        tokens = new TokenDesk(tx, users, doorkeeper, settings);
        keeper = new VaultKeeper(tx, home);
        factors = new SecondFactorDesk(tx, keeper, users, doorkeeper, settings, clock);
        tries = new SharedTries(tx, clock);
        signIns = new SignInDesk(tx, hashing, passwords, tokens, doorkeeper, settings, factors, tries, clock);
        first = new FirstAdministrator(tx, passwords, setup, doorkeeper);
    }

    void add(String name, String... roleNames) {
        users.add(SYSTEM, new UserDraft(name, null, PASSWORD, Set.of(roleNames)));
    }

    String signIn(String name) {
        return signIns.signIn(name, PASSWORD, null, HOME).token();
    }

    Actor actor(String name) {
        return doorkeeper.identify(signIn(name));
    }

    /** What was written down for the audit, oldest first. */
    List<Entry> audit() {
        List<Entry> rows = database.auditLog().entries(Filter.ALL, PageRequest.of(500, null)).items().stream()
                .map(row -> database.auditLog().entry(row.id()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(rows);
        return rows;
    }

    List<String> eventTypes() {
        database.placeEvents();
        return database.eventLog().entries(null, PageRequest.first()).items().stream()
                .map(EventLog.Entry::type)
                .toList();
    }

    private static SecurityRules rules(Argon2Cost cost) {
        return new SecurityRules(
                Duration.ofHours(12),
                365,
                5,
                Duration.ofMillis(1500),
                Duration.ofMinutes(5),
                new SignInBrake.Limits(3, 20, 50, Duration.ofSeconds(30)),
                Set.of("cashier"),
                cost,
                2,
                Duration.ofSeconds(20));
    }

    /** Declares two permissions of a function. */
    private static final class Catalogue extends PermissionCatalogue {

        private static final Set<String> DECLARED =
                Set.of("crm.party.read", "crm.party.change", "platform.users.change", "platform.roles.change");

        Catalogue() {
            super(null);
        }

        @Override
        public List<Permission> all() {
            return DECLARED.stream()
                    .sorted()
                    .map(name -> Permission.of(name, name, name))
                    .map(one -> one.name().startsWith("crm.") ? one.forScopes() : one)
                    .toList();
        }

        @Override
        public void known(Collection<String> names) {
            if (!DECLARED.containsAll(names)) {
                throw new Rejected("platform.permission.unknown", "unknown");
            }
        }
    }
}
