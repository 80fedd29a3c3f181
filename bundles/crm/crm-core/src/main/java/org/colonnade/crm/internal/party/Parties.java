package org.colonnade.crm.internal.party;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.access.ReadLog;
import org.colonnade.crm.internal.domain.EmailRule;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.SearchTerms;
import org.colonnade.crm.internal.domain.SearchText;
import org.colonnade.crm.internal.domain.SortName;
import org.colonnade.crm.internal.lead.LeadRecords;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordIndex;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
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
    private static final int LOOKED = 100;
    private static final int MOST_LOOKED = 1_000;
    private static final RecordKind<PartyRecord, PartyDraft> KIND = RecordKind.of(PartyRecord.class, PartyDraft.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ReadLog reads;

    /** Comes and goes with the records of leads, where territories lie. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LeadRecords leads;

    private final RecordDesk<PartyRecord, PartyDraft> desk;

    @Activate
    public Parties(
            @Reference RecordKit kit, @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings) {
        desk = kit.desk(
                KIND.with(new PartyRules(settings, this::looked, this::territory))
                        .keptIn(new PartyRows(new PartyStore(settings::phones)))
                        .indexed(index(settings))
                        .inSheets(new PartySheet(settings::phones).columns()),
                tx);
    }

    /** The team in whose territory a new party is; null where it is in none. */
    private Ref territory(PartyDraft party) {
        LeadRecords present = leads;
        return present == null ? null : present.territories().team(party);
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
        return KIND.permissions(
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
     * For what goes by all parties and all of their fields, and would tell or change by the way what is withheld: importing, scanning,
     * counting.
     *
     * @throws Forbidden {@code platform.field.withheld}; {@code platform.scope.withheld} where the actor reaches a part of the parties only
     */
    public void whole(Actor actor) {
        allFields(actor);
        all(actor);
    }

    private void all(Actor actor) {
        if (!desk.seesAll(actor) || actor.reach(KIND.changePermission()) != Reach.ALL) {
            throw new Forbidden(
                    "platform.scope.withheld",
                    "This goes by all contacts, and you reach only your own or your teams'.");
        }
    }

    /**
     * For what goes by whole parties, and would tell or change by the way what is withheld: matching, merging, searching files.
     *
     * @throws Forbidden {@code platform.field.withheld} where the actor may not see and change all of their fields
     */
    public void allFields(Actor actor) {
        boolean all = desk.kind().fields().stream()
                .allMatch(field ->
                        desk.sees(actor, field.name()) && (!field.input() || desk.writes(actor, field.name())));
        if (!all) {
            throw new Forbidden(
                    "platform.field.withheld",
                    "This goes by whole contacts, and some of their fields are withheld from you or not yours to change.");
        }
    }

    /** Those of the items whose parties are all in the actor's view; asks nothing where that is every party. */
    public <T> List<T> seen(Work work, Actor actor, List<T> items, Function<T, Stream<Long>> parties)
            throws SQLException {
        if (items.isEmpty() || desk.seesAll(actor)) {
            return items;
        }
        Set<String> ids = items.stream().flatMap(parties).map(Tsid::text).collect(Collectors.toSet());
        Set<String> visible = desk.visible(work, actor, ids);
        return items.stream()
                .filter(item -> parties.apply(item).map(Tsid::text).allMatch(visible::contains))
                .toList();
    }

    /** Reads a page of a list that goes by ids. */
    @FunctionalInterface
    public interface Pages<T> {
        /** Reads it. */
        Page<T> read(PageRequest page) throws SQLException;
    }

    /**
     * A page of those items whose parties are all in the actor's view: full, unless the list ends, or a thousand items were looked at; then
     * it says where to go on.
     *
     * @param id an item's id, by which the list goes
     */
    public <T> Page<T> seen(
            Work work,
            Actor actor,
            PageRequest page,
            Pages<T> list,
            Function<T, Stream<Long>> parties,
            Function<T, String> id)
            throws SQLException {
        if (desk.seesAll(actor)) {
            return list.read(page);
        }
        List<T> kept = new ArrayList<>();
        String after = page.after();
        for (int looked = 0; looked < MOST_LOOKED && (looked == 0 || after != null); ) {
            Page<T> found = list.read(new PageRequest(Math.max(page.limit(), LOOKED), after));
            kept.addAll(seen(work, actor, found.items(), parties));
            if (kept.size() > page.limit()) {
                List<T> shown = List.copyOf(kept.subList(0, page.limit()));
                return new Page<>(shown, PageRequest.cursor(id.apply(shown.get(shown.size() - 1))));
            }
            looked += Math.max(1, found.items().size());
            after = found.next();
        }
        return new Page<>(kept, after);
    }

    /** @throws NotFound {@code crm.party.not-found} for a party that is not in the actor's view */
    public void requireSeen(Work work, Actor actor, Long... parties) throws SQLException {
        List<Long> asked = List.of(parties);
        List<Long> seen = seen(work, actor, asked, Stream::of);
        for (Long party : asked) {
            if (!seen.contains(party)) {
                throw NotFound.of("crm", "party", Tsid.text(party));
            }
        }
    }

    /**
     * Lets those pass who may change the parties; asks nothing of those who reach all.
     *
     * @throws NotFound {@code crm.party.not-found}
     * @throws Forbidden {@code platform.scope.beyond}
     */
    public void requireChange(Work work, Actor actor, Collection<Long> parties) throws SQLException {
        boolean all = desk.seesAll(actor) && actor.reach(KIND.changePermission()) == Reach.ALL;
        for (Long party : all ? List.<Long>of() : parties.stream().sorted().toList()) {
            desk.changeable(work, actor, Tsid.text(party));
        }
    }

    /**
     * For what goes by all parties and tells of each field that it changes: importing.
     *
     * @return the fields that the actor may not change
     * @throws Forbidden {@code platform.field.withheld} where the actor may not see all of their fields, {@code platform.scope.withheld}
     */
    public Set<String> notWritable(Actor actor) {
        all(actor);
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

    /** What other functions ask for, as a list is asked for it. */
    public static RecordQuery asked(PartyQuery query, PageRequest page) {
        return new RecordQuery(
                query.kind() == null ? null : "kind==" + query.kind(),
                query.text(),
                null,
                Boolean.toString(query.archived()),
                query.tag(),
                page);
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
                        beside(
                                "roles",
                                "crm:party-role.role",
                                "crm_party_role_today",
                                null,
                                null,
                                "role",
                                typed -> typed.strip().toLowerCase(Locale.ROOT)),
                        beside("tags", "tags", "crm_party_tag", null, null, "tag_key", PartyRule::tagKey),
                        beside("identifier", "identifiers", "crm_identifier", null, null, "id_value", typed -> typed)),
                new RecordIndex.Words<>(
                        "crm_search_words",
                        "id",
                        "search_text",
                        typed -> SearchTerms.of(typed, settings.phones()).patterns(),
                        (party, sees) ->
                                SearchText.of(PartySight.searched(party.draft(), sees), List.of(), settings.phones())));
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
