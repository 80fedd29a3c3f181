package org.colonnade.crm.internal.lead;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.api.lead.AssignmentRuleDraft;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.TerritoryDraft;
import org.colonnade.crm.internal.assign.Colleagues;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.company.CompanyDraft;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Teams;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Parts of the market: which team a contact's address or a lead's condition leads to, and who of its members gets a lead. */
public class TerritoryTest extends OnEachDatabase {

    private static final Map<String, List<String>> TEAMS =
            Map.of("north", List.of("malee", "somchai"), "south", List.of("dao"));

    private LeadOffice office;
    private LeadRecords records;

    @Before
    public void open() {
        office = new LeadOffice(database());
        records = new LeadRecords(
                new KeptRecords(new FieldRights(database().tx("records")), new Companions()),
                office.office.tx,
                new Colleagues(null, Clock.systemUTC()).in(teams()));
    }

    private static Ref ref(String team) {
        return Ref.of("platform", "team", team.length() * 1000L + team.charAt(0));
    }

    private static Teams teams() {
        return (Teams) Proxy.newProxyInstance(
                TerritoryTest.class.getClassLoader(), new Class<?>[] {Teams.class}, (proxy, method, arguments) -> {
                    String name = String.valueOf(arguments[0]).toLowerCase(java.util.Locale.ROOT);
                    return TEAMS.containsKey(name) ? Optional.of(team(name)) : Optional.empty();
                });
    }

    private static Teams.Team team(String name) {
        List<Teams.Member> members = TEAMS.get(name).stream()
                .map(user -> new Teams.Member(user, user, false, Instant.EPOCH))
                .toList();
        return new Teams.Team(ref(name).id(), name, name, null, members, false, Instant.EPOCH, 1);
    }

    private void territory(int place, String team, String condition, List<String> countries, List<String> codes) {
        records.territoryDesk()
                .create(
                        LeadOffice.ACTOR,
                        new TerritoryDraft(
                                "territory " + place, place, team, condition, countries, List.of(), codes, null));
    }

    private static PartyDraft at(String country, String code) {
        PostalAddress address = new PostalAddress(null, null, "1 Road", "Town", null, code, country);
        return PartyDraft.person("Malee", "S", ContactPoint.of(address));
    }

    @Test
    public void anAddressLiesInTheFirstTerritoryThatFits() {
        territory(10, "NORTH", null, List.of("th"), List.of("50", "57"));
        territory(20, "south", null, List.of("TH", "MY"), List.of());
        assertEquals(ref("north"), records.territories().team(at("TH", "50 200")));
        assertEquals(ref("south"), records.territories().team(at("TH", "10110")));
        assertEquals(ref("south"), records.territories().team(at("my", null)));
        assertNull(records.territories().team(at("DE", "50100")));
        assertNull(records.territories().team(PartyDraft.person("No", "Address")));
    }

    /** They are remembered for two seconds, those of each company for itself. */
    @Test
    public void anotherCompanyHasTerritoriesOfItsOwn() {
        territory(10, "north", null, List.of("TH"), List.of());
        assertEquals(ref("north"), records.territories().team(at("TH", null)));
        long second = database()
                .companies()
                .open(new CompanyDraft("second", "Second Ltd", "THB", "Asia/Bangkok", "th", "01-01", true))
                .id();
        try (Caller.Binding bound = Caller.current().in(second).bind()) {
            assertNull(records.territories().team(at("TH", null)));
        }
        assertEquals(ref("north"), records.territories().team(at("TH", null)));
    }

    @Test
    public void aLeadGoesToAMemberOfItsTerritorysTeam() {
        territory(10, "north", "source==fair", List.of(), List.of());
        territory(20, "south", "source==web", List.of(), List.of());
        records.assignmentRules()
                .create(
                        LeadOffice.ACTOR,
                        new AssignmentRuleDraft("map", 1, null, null, null, null, null, null, null, true));
        Lead first = lead("fair");
        Lead second = lead("fair");
        assertEquals(List.of("malee", "somchai"), List.of(first.owner(), second.owner()));
        assertEquals("north", first.team());
        assertEquals("dao", lead("web").owner());
        assertNull(lead("mail").owner());
    }

    private Lead lead(String source) {
        return records.leads()
                .create(
                        LeadOffice.ACTOR,
                        new LeadDraft("Somebody", null, null, null, null, source, null, null, null, null, null))
                .value();
    }

    @Test
    public void aTerritorySaysWhatBelongsToItAndWhoseItIs() {
        assertEquals(List.of("team"), faults(null, "source==web"));
        assertEquals(List.of("condition"), faults("north", null));
        assertEquals("platform.filter.unknown-field", code("north", "colour==red"));
    }

    private String code(String team, String condition) {
        return assertThrows(Rejected.class, () -> territory(1, team, condition, List.of(), List.of()))
                .code();
    }

    private List<String> faults(String team, String condition) {
        return assertThrows(Rejected.class, () -> territory(1, team, condition, List.of(), List.of())).fields().stream()
                .map(Rejected.Field::field)
                .toList();
    }
}
