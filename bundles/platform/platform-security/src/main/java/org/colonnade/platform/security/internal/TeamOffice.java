package org.colonnade.platform.security.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.security.Teams;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.security.internal.store.TeamRow;
import org.colonnade.platform.security.internal.store.TeamRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams for other bundles; what they change, they change on behalf of the thread's caller. */
@Component(service = Teams.class)
public final class TeamOffice implements Teams {

    private static final long NONE = -1;

    private final Tx tx;
    private final TeamDesk desk;

    @Activate
    public TeamOffice(@Reference(target = "(module=security)") Tx tx, @Reference TeamDesk desk) {
        this.tx = tx;
        this.desk = desk;
    }

    @Override
    public List<Team> teams() {
        return desk.all();
    }

    @Override
    public Team team(String name) {
        return desk.get(name);
    }

    @Override
    public Team add(TeamDraft draft) {
        return desk.add(actor(), draft);
    }

    @Override
    public Team join(String team, String user, boolean lead) {
        return desk.join(actor(), team, user, lead);
    }

    @Override
    public Team leave(String team, String user) {
        return desk.leave(actor(), team, user);
    }

    @Override
    public Optional<Team> find(Ref team) {
        long id = id(team, "team");
        return tx.read(work -> {
            Optional<TeamRow> row = TeamRows.find(work, id);
            return row.isPresent() ? Optional.of(TeamRows.view(work, row.get())) : Optional.empty();
        });
    }

    @Override
    public Optional<Team> named(String name) {
        return tx.read(work -> {
            Optional<TeamRow> row = TeamRows.find(work, name);
            return row.isPresent() ? Optional.of(TeamRows.view(work, row.get())) : Optional.empty();
        });
    }

    @Override
    public Optional<Colleague> colleague(Ref user) {
        long id = id(user, "user");
        return tx.read(work -> TeamRows.colleague(work, id, ""));
    }

    @Override
    public Optional<Colleague> colleague(String user) {
        return tx.read(work -> TeamRows.colleague(work, NONE, user.toLowerCase(Locale.ROOT)));
    }

    private static long id(Ref ref, String type) {
        return ref.module().equals("platform") && ref.type().equals(type) ? Tsid.parse(ref.id()) : NONE;
    }

    private static Actor actor() {
        return Caller.current().actor();
    }
}
