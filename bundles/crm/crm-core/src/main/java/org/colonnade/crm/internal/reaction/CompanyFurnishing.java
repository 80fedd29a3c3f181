package org.colonnade.crm.internal.reaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.company.event.CompanyOpened;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Component;

/** Gives a new company what the first one has from the start: a pipeline with its stages, and the door of the seats. */
@Component(service = Reaction.class)
public class CompanyFurnishing implements Reaction<CompanyOpened> {

    private static final String HAS = "select 1 from crm_seat where user_name = ''";
    private static final String DOOR = "insert into crm_seat (user_name) values ('')";
    private static final String PIPELINE =
            "insert into crm_pipeline (id, version, archived, created_at, created_by, changed_at, changed_by,"
                    + " name, currency, standard, stages, lost_reasons) values (?, 1, false, ?, 'platform:system:crm', ?, 'platform:system:crm',"
                    + " 'Sales', 'EUR', true, ?, ?)";
    private static final String STAGE = "insert into crm_stage (pipeline, stage_key) values (?, ?)";
    private static final List<String> KEYS = List.of("qualification", "needs", "proposal", "negotiation");

    static final String STAGES =
            "[{\"key\":\"qualification\",\"name\":\"Qualification\",\"probability\":10,\"rottingDays\":30,\"active\":true},"
                    + "{\"key\":\"needs\",\"name\":\"Needs analysis\",\"probability\":25,\"rottingDays\":30,\"active\":true},"
                    + "{\"key\":\"proposal\",\"name\":\"Proposal\",\"probability\":50,\"rottingDays\":21,\"active\":true},"
                    + "{\"key\":\"negotiation\",\"name\":\"Negotiation\",\"probability\":75,\"rottingDays\":14,\"active\":true}]";
    static final String LOST = "[\"Price\",\"Competitor\",\"No budget\",\"No decision\",\"Other\"]";

    @Override
    public String name() {
        return "crm.company-furnishing";
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<Class<? extends CompanyOpened>> events() {
        return List.of(CompanyOpened.class);
    }

    @Override
    public void react(CompanyOpened event, Work work) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        if (!Sql.query(connection, HAS, row -> row.getInt(1)).isEmpty()) {
            return;
        }
        Sql.update(connection, DOOR);
        long id = work.newId();
        Object now = work.now().atOffset(ZoneOffset.UTC);
        Sql.update(connection, PIPELINE, id, now, now, STAGES, LOST);
        for (String key : KEYS) {
            Sql.update(connection, STAGE, "crm:pipeline:" + Tsid.text(id), key);
        }
    }
}
