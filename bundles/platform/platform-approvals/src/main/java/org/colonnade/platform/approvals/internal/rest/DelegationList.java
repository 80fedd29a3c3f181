package org.colonnade.platform.approvals.internal.rest;

import java.time.Instant;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.approvals.internal.DelegationDesk;
import org.colonnade.platform.approvals.internal.store.DelegationRows.Delegation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What I lend of my own right to approve. */
@Component(service = DelegationList.class)
@Path("/approval-delegations")
@Produces(MediaType.APPLICATION_JSON)
public class DelegationList {

    private final DelegationDesk desk;

    @Activate
    public DelegationList(@Reference DelegationDesk desk) {
        this.desk = desk;
    }

    /**
     * A right to lend.
     *
     * @param taker the account that may use it
     * @param kind for which kind of approval; all if missing
     * @param upTo up to which amount; every amount if missing
     * @param from from when on, UTC
     * @param until until when, UTC, exclusive
     */
    public record Loan(Ref taker, String kind, Money upTo, Instant from, Instant until) {}

    /**
     * A right that I lent.
     *
     * @param id its id
     * @param taker the account that may use it
     * @param kind for which kind of approval
     * @param upTo up to which amount
     * @param from from when on, UTC
     * @param until until when, UTC, exclusive
     */
    public record Lent(String id, Ref taker, String kind, Money upTo, Instant from, Instant until) {

        private static Lent of(Delegation one) {
            return new Lent(Tsid.text(one.id()), one.taker(), one.kind(), one.upTo(), one.from(), one.until());
        }
    }

    /**
     * Rights that I lent.
     *
     * @param items the latest first
     */
    public record All(List<Lent> items) {}

    @GET
    @Open(Open.To.SIGNED_IN)
    @Operation("What I have lent, the latest first; five hundred at most")
    public All list(@Context Actor actor) {
        return new All(desk.mine(actor).stream().map(Lent::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Lends my right to approve to somebody, who then counts as me too",
            example = "{\"taker\": \"platform:user:0J5XK3T9ZQ1AB\", \"kind\": \"finance.payment-run\", "
                    + "\"upTo\": {\"amount\": \"5000.00\", \"currency\": \"EUR\"}, "
                    + "\"from\": \"2027-08-01T00:00:00Z\", \"until\": \"2027-08-15T00:00:00Z\"}",
            problems = "approvals.delegation.invalid")
    public Lent lend(Loan loan, @Context Actor actor) {
        return Lent.of(desk.lend(actor, loan.taker(), loan.kind(), loan.upTo(), loan.from(), loan.until()));
    }

    @POST
    @Path("{id}/end")
    @Open(Open.To.SIGNED_IN)
    @Operation(value = "Takes a right back that I lent", status = 204, problems = "approvals.delegation.not-found")
    public void end(@PathParam("id") String id, @Context Actor actor) {
        desk.end(actor, id);
    }
}
