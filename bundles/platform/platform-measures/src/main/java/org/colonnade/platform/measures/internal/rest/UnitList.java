package org.colonnade.platform.measures.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.unit.UnitInfo;
import org.colonnade.platform.api.unit.UnitKind;
import org.colonnade.platform.api.unit.Units;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.measures.internal.UnitRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The units of the standard and of the company. */
@Component(service = UnitList.class)
@Path("/units")
@Produces(MediaType.APPLICATION_JSON)
public class UnitList {

    private final Units units;

    @Activate
    public UnitList(@Reference Units units) {
        this.units = units;
    }

    /**
     * A unit.
     *
     * @param code its code
     * @param kind what it measures
     * @param base the unit in which the factor is given; null where nothing is converted
     * @param factor how many of the base it is, a fraction
     * @param offset what is added, a fraction; 0 but for temperatures
     * @param symbol how it is written; empty where there is none
     * @param names what people call it, by language tag
     * @param own whether it is the company's own
     */
    public record Unit(
            String code,
            UnitKind kind,
            String base,
            String factor,
            String offset,
            String symbol,
            Map<String, String> names,
            boolean own) {

        static Unit of(UnitInfo unit) {
            return new Unit(
                    unit.code(),
                    unit.kind(),
                    unit.kind().convertible() ? unit.kind().base() : null,
                    unit.factor().toString(),
                    unit.offset().toString(),
                    unit.symbol(),
                    unit.names(),
                    unit.own());
        }
    }

    /**
     * What units measure.
     *
     * @param kind the word for it
     * @param base the unit in which factors are given; null where nothing is converted
     * @param labels what people call it, by language tag
     */
    public record Kind(UnitKind kind, String base, Map<String, String> labels) {}

    /**
     * Units.
     *
     * @param items by code
     * @param kinds what they measure
     */
    public record Listed(List<Unit> items, List<Kind> kinds) {}

    @GET
    @Requires(UnitRecords.READ)
    @Operation("The units of UN/ECE Recommendation 20 that are known here, packages, and the company's own")
    public Listed list(@QueryParam("kind") UnitKind kind) {
        List<Unit> items = units.all().stream()
                .filter(unit -> kind == null || unit.kind() == kind)
                .map(Unit::of)
                .toList();
        List<Kind> kinds = Arrays.stream(UnitKind.values())
                .map(one -> new Kind(one, one.convertible() ? one.base() : null, one.labels()))
                .toList();
        return new Listed(items, kinds);
    }

    @GET
    @Path("{code}")
    @Requires(UnitRecords.READ)
    @Operation(value = "A unit", problems = "measures.unit.not-found")
    public Unit read(@PathParam("code") String code) {
        return units.find(code)
                .map(Unit::of)
                .orElseThrow(() -> new NotFound("measures.unit.not-found", "There is no such unit."));
    }
}
