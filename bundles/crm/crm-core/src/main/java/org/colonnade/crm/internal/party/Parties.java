package org.colonnade.crm.internal.party;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.access.ReadLog;
import org.colonnade.crm.internal.domain.EmailRule;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.SearchTerms;
import org.colonnade.crm.internal.domain.SortName;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordIndex;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The upkeep of parties: a declared kind of record whose rows crm keeps itself. */
@Component(service = Parties.class)
public class Parties {

    private static final String POINTS = "contactPoints";
    private static final RecordKind<PartyRecord, PartyDraft> KIND = RecordKind.of(PartyRecord.class, PartyDraft.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ReadLog reads;

    private final RecordDesk<PartyRecord, PartyDraft> desk;

    @Activate
    public Parties(
            @Reference RecordKit kit, @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings) {
        desk = kit.desk(
                KIND.with(new PartyRules(settings, this::looked))
                        .keptIn(new PartyRows(new PartyStore(settings::phones)))
                        .indexed(index(settings))
                        .inSheets(new PartySheet(settings::phones).columns()),
                tx);
    }

    /** Somebody has seen this one party. */
    public void looked(Actor actor, String id) {
        ReadLog log = reads;
        if (log != null) {
            log.note(actor, id);
        }
    }

    /** A reference to a party. */
    static Ref ref(String id) {
        return KIND.ref(id);
    }

    /** What people may be allowed here. */
    public static List<Permission> permissions() {
        return List.of(
                Permission.of(KIND.readPermission(), "Look contacts up", "ดูข้อมูลผู้ติดต่อ"),
                Permission.of(
                        KIND.changePermission(),
                        "Add, change and archive contacts",
                        "เพิ่ม แก้ไข และเก็บผู้ติดต่อเข้าคลัง"));
    }

    /** The desk. */
    public RecordDesk<PartyRecord, PartyDraft> desk() {
        return desk;
    }

    /**
     * For what goes by whole parties, and would tell or change by the way what is withheld: matching, merging, importing, searching files.
     *
     * @throws Forbidden {@code platform.field.withheld} where the actor may not see and change all of their fields
     */
    public void whole(Actor actor) {
        boolean all = desk.kind().fields().stream()
                .allMatch(field ->
                        desk.sees(actor, field.name()) && (!field.input() || desk.writes(actor, field.name())));
        if (!all) {
            throw new Forbidden(
                    "platform.field.withheld",
                    "This goes by whole contacts, and some of their fields are withheld from you or not yours to change.");
        }
    }

    /**
     * For what goes by whole parties and tells of each field that it changes: importing.
     *
     * @return the fields that the actor may not change
     * @throws Forbidden {@code platform.field.withheld} where the actor may not see all of their fields
     */
    public Set<String> notWritable(Actor actor) {
        if (!desk.kind().fields().stream().allMatch(field -> desk.sees(actor, field.name()))) {
            throw new Forbidden(
                    "platform.field.withheld",
                    "This goes by whole contacts, and some of their fields are withheld from you.");
        }
        return desk.kind().fields().stream()
                .filter(field -> field.input() && !desk.writes(actor, field.name()))
                .map(RecordField::name)
                .collect(Collectors.toSet());
    }

    /** A kept party, for other functions. */
    public static Party party(Kept<PartyRecord> kept) {
        return PartyRecord.party(kept);
    }

    private static RecordIndex<PartyRecord> index(CrmSettings settings) {
        return new RecordIndex<>(
                List.of(
                        new RecordIndex.Column<>(
                                "sortName", "displayName", "sort_name", false, party -> SortName.of(party.draft())),
                        new RecordIndex.Column<>("givenName", "name", "name_given", true, party -> party.name()
                                .given()),
                        new RecordIndex.Column<>("familyName", "name", "name_family", true, party -> party.name()
                                .family()),
                        new RecordIndex.Column<>("nickname", "name", "nickname", true, party -> party.name()
                                .nickname())),
                List.of(
                        point("email", "EMAIL", "match_key", typed -> orTyped(EmailRule.key(typed), typed)),
                        point(
                                "phone",
                                "PHONE",
                                "match_key",
                                typed -> orTyped(settings.phones().key(typed), typed)),
                        point("locality", "POSTAL", "locality", typed -> typed),
                        point("postalCode", "POSTAL", "postal_code", typed -> typed),
                        point("country", "POSTAL", "country", typed -> typed),
                        beside("tags", "tags", "crm_party_tag", null, null, "tag_key", PartyRule::tagKey),
                        beside("identifier", "identifiers", "crm_identifier", null, null, "id_value", typed -> typed)),
                new RecordIndex.Words(
                        "crm_search", "party_id", "search_text", typed -> SearchTerms.of(typed, settings.phones())
                                .patterns()));
    }

    private static String orTyped(String key, String typed) {
        return key == null ? typed.toLowerCase(Locale.ROOT) : key;
    }

    private static RecordIndex.Beside point(String name, String type, String column, UnaryOperator<String> maker) {
        return beside(name, POINTS, "crm_contact_point", "point_type", type, column, maker);
    }

    private static RecordIndex.Beside beside(
            String name,
            String field,
            String table,
            String ownerColumn,
            String owner,
            String column,
            UnaryOperator<String> maker) {
        return new RecordIndex.Beside(
                name,
                field,
                new Lookup(
                        table,
                        ownerColumn,
                        owner,
                        "party_id",
                        column,
                        Lookup.Order.TEXT,
                        false,
                        value -> maker.apply(String.valueOf(value))));
    }
}
