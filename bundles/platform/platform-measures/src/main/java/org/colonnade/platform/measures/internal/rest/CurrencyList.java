package org.colonnade.platform.measures.internal.rest;

import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.currency.Currencies;
import org.colonnade.platform.api.currency.CurrencyInfo;
import org.colonnade.platform.api.currency.CurrencyKind;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.measures.internal.RateRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The currencies of ISO 4217. */
@Component(service = CurrencyList.class)
@Path("/currencies")
@Produces(MediaType.APPLICATION_JSON)
public class CurrencyList {

    private final Currencies currencies;

    @Activate
    public CurrencyList(@Reference Currencies currencies) {
        this.currencies = currencies;
    }

    /**
     * Currencies.
     *
     * @param items by code
     */
    public record Listed(List<CurrencyInfo> items) {}

    @GET
    @Requires(value = RateRecords.READ, scope = Scope.GLOBAL)
    @Operation("The currencies of ISO 4217, with those that were withdrawn; on=… only those that held on a day")
    public Listed list(@QueryParam("on") LocalDate on, @QueryParam("kind") CurrencyKind kind) {
        return new Listed(currencies.all().stream()
                .filter(one -> on == null || one.heldOn(on))
                .filter(one -> kind == null || one.kind() == kind)
                .toList());
    }

    @GET
    @Path("{code}")
    @Requires(value = RateRecords.READ, scope = Scope.GLOBAL)
    @Operation(value = "A currency", problems = "measures.currency.not-found")
    public CurrencyInfo read(@PathParam("code") String code) {
        return currencies
                .find(code)
                .orElseThrow(() -> new NotFound("measures.currency.not-found", "There is no such currency."));
    }
}
