package org.colonnade.platform.security.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.event.UserChanged;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.store.UserCompanies;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says in which companies users work, on behalf of somebody who works in all of them. */
@Component(service = CompanyDesk.class)
public final class CompanyDesk {

    private static final int MOST = 50;

    private final Tx tx;
    private final UserDesk users;
    private final Doorkeeper doorkeeper;
    private final Companies companies;

    @Activate
    public CompanyDesk(
            @Reference(target = "(module=security)") Tx tx,
            @Reference UserDesk users,
            @Reference Doorkeeper doorkeeper,
            @Reference Companies companies) {
        this.tx = tx;
        this.users = users;
        this.doorkeeper = doorkeeper;
        this.companies = companies;
    }

    /**
     * The codes of the companies, the user's own first.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.user.not-found}
     */
    public List<String> of(String user) {
        return codes(
                tx.read(work -> UserCompanies.read(work, Users.get(work, user).id())));
    }

    /** The active ones in which the actor can work: its own first, the others by code. */
    public List<Workplace> of(Actor actor) {
        long own = actor.standing().companies().get(0);
        return companies.all().stream()
                .filter(company -> company.active() && actor.belongsTo(company.id()))
                .map(company -> new Workplace(company.code(), company.name(), company.id() == own))
                .sorted(Comparator.comparing(Workplace::own).reversed().thenComparing(Workplace::code))
                .toList();
    }

    /**
     * Lets the user work in exactly these.
     *
     * @param codes the first is where the user works without naming one
     * @throws Rejected {@code platform.user.invalid}, {@code platform.company.not-found}
     * @throws Forbidden {@code platform.grant.beyond} if the actor does not work in each of them, before and after
     */
    public List<String> put(Actor actor, String user, List<String> codes) {
        List<Long> wanted = ids(codes);
        tx.write(work -> {
            Users.queueUp(work);
            long id = users.touchable(work, actor, user);
            List<Long> before = UserCompanies.read(work, id);
            grant(actor, before);
            grant(actor, wanted);
            if (!wanted.equals(before)) {
                UserCompanies.write(work, id, wanted);
                tell(work, Users.get(work, user), before, wanted);
            }
            return id;
        });
        doorkeeper.forgetAll();
        return codes(wanted);
    }

    private void tell(Work work, UserRow row, List<Long> before, List<Long> after) {
        work.record(new Change(row.ref(), "companies-changed", row.version(), text(before), text(after)));
        work.publish(
                new UserChanged(row.ref(), row.name(), row.displayName(), new TreeSet<>(row.roles()), row.enabled()));
    }

    private String text(List<Long> ids) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        codes(ids).forEach(list::add);
        return JsonNodeFactory.instance.objectNode().set("companies", list).toString();
    }

    private static void grant(Actor actor, List<Long> ids) {
        if (!ids.stream().allMatch(actor::belongsTo)) {
            throw new Forbidden(
                    "platform.grant.beyond",
                    "You cannot let somebody into a company, or take one away, in which you do not work.");
        }
    }

    private List<Long> ids(List<String> codes) {
        if (codes == null
                || codes.isEmpty()
                || codes.size() > MOST
                || codes.stream().anyMatch(Objects::isNull)) {
            throw new Rejected("platform.user.invalid", "The user cannot be stored like this.")
                    .field("companies", "has 1 to " + MOST + " codes of companies");
        }
        List<Long> ids = new ArrayList<>();
        for (String code : new LinkedHashSet<>(codes)) {
            ids.add(companies.find(code).map(Company::id).orElseThrow(() -> new Rejected(
                            "platform.company.not-found", "There is no such company.")
                    .field("companies", code)));
        }
        return ids;
    }

    private List<String> codes(List<Long> ids) {
        return ids.stream()
                .map(id -> companies.find(id).map(Company::code).orElse("?"))
                .toList();
    }
}
