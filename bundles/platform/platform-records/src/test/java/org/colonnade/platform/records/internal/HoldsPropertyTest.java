package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.Probe;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.Definitions;
import org.colonnade.platform.dossier.internal.FieldDesk;
import org.colonnade.platform.dossier.internal.StoredCustomFields;
import org.colonnade.platform.records.internal.sample.Asset;
import org.colonnade.platform.records.internal.sample.AssetDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** A filter holds for a record exactly if a list shows it: over fields, custom fields and what the platform keeps of every record. */
public class HoldsPropertyTest extends OnEachDatabase {

    private static final Actor ADMIN = new Actor(Ref.of("platform", "user", 1), "admin", Set.of(), true);
    private static final String[] TOWNS = {
        "Aytaya", "bangkok", "BANGKOK", "Émile", "krabi_", "a%b", "โต๊ะ", "Zug-1", "zug 2"
    };
    private static final Map<String, FieldType> FIELDS = Map.of(
            "size", FieldType.NUMBER,
            "count", FieldType.INTEGER,
            "fee", FieldType.MONEY,
            "checked", FieldType.BOOLEAN,
            "since", FieldType.DATE,
            "seen", FieldType.INSTANT,
            "town", FieldType.TEXT,
            "kinds", FieldType.MULTI_CHOICE);

    private final Random random = new Random(20261130);
    private final List<Kept<Asset>> all = new ArrayList<>();
    private Sample sample;

    @Before
    public void open() {
        sample = new Sample(database());
        Definitions definitions = new Definitions();
        sample.companions.customFields = new StoredCustomFields(database().tx("dossier"), definitions);
        FieldDesk desk = new FieldDesk(database().tx("dossier"), definitions);
        FIELDS.forEach((name, type) -> desk.add(ADMIN, field(name, type)));
    }

    private static CustomFieldDraft field(String name, FieldType type) {
        List<CustomFieldDraft.Choice> choices = type == FieldType.MULTI_CHOICE
                ? List.of(
                        new CustomFieldDraft.Choice("A", null),
                        new CustomFieldDraft.Choice("B", null),
                        new CustomFieldDraft.Choice("C", null))
                : null;
        return new CustomFieldDraft(
                "sample:asset",
                name,
                Map.of("en", name),
                type,
                false,
                false,
                null,
                null,
                null,
                null,
                choices,
                null,
                null,
                true,
                0);
    }

    private void fill(int records) {
        for (int i = 0; i < records; i++) {
            Kept<Asset> made;
            try (Caller.Binding bound = new Caller(i % 2 == 0 ? ADMIN : Sample.KEEPER, "r" + i).bind()) {
                made = create();
            }
            if (random.nextInt(3) == 0) {
                made = sample.assets.change(
                        Sample.KEEPER, made.id(), version -> {}, (before, work) -> before, new Extras(values(), null));
            }
            all.add(random.nextInt(4) == 0 ? sample.assets.archive(Sample.KEEPER, made.id(), version -> {}) : made);
        }
    }

    private Kept<Asset> create() {
        AssetDraft draft = new AssetDraft(
                town(),
                maybe(town()),
                null,
                null,
                null,
                null,
                random.nextInt(3),
                null,
                random.nextBoolean(),
                null,
                null);
        return sample.assets.create(ADMIN, draft, new Extras(values(), null));
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        put(values, "size", new BigDecimal(random.nextInt(5)).add(new BigDecimal("9.50")));
        put(values, "count", (long) random.nextInt(4) * 7 - 5);
        put(values, "fee", Money.of(random.nextInt(4) + ".50", "THB"));
        put(values, "checked", random.nextBoolean());
        put(values, "since", day());
        put(values, "seen", moment());
        put(values, "town", town());
        put(values, "kinds", List.of(new String[][] {{"A"}, {"A", "B"}, {"B", "C"}}[random.nextInt(3)]));
        return values;
    }

    private void put(Map<String, Object> values, String name, Object value) {
        if (random.nextInt(3) > 0) {
            values.put(name, value);
        }
    }

    private <T> T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day);
    }

    private LocalDate day() {
        return day(random.nextInt(4));
    }

    private Instant moment() {
        return Instant.parse("2026-01-01T00:00:00.000001Z").plusNanos(random.nextInt(3) * 1000L);
    }

    private String town() {
        return TOWNS[random.nextInt(TOWNS.length)];
    }

    @Test
    public void aFilterHoldsIfAListShowsTheRecord() {
        fill(30);
        int shown = 0;
        for (int i = 0; i < 70; i++) {
            String filter = filter(2);
            Set<String> listed = listed(filter);
            shown += listed.size();
            database().tx("sample").read(work -> {
                Probe<Asset> probe = sample.assets.probe(work, all);
                for (Kept<Asset> record : all) {
                    assertEquals(filter + " of " + record, listed.contains(record.id()), probe.holds(filter, record));
                }
                return null;
            });
            Kept<Asset> one = all.get(random.nextInt(all.size()));
            assertEquals(filter, listed.contains(one.id()), sample.assets.holds(filter, one));
        }
        assertTrue("the filters tell records apart: " + shown, shown > 70 && shown < 70 * 29);
    }

    /** What the rules of a kind are told while a record is stored is what a list says before and afterwards. */
    @Test
    public void rulesHearWhatAListSaysBeforeAndAfter() {
        Listening rules = new Listening();
        sample = new Sample(database(), sample.companions, rules);
        fill(10);
        for (int i = 0; i < 40; i++) {
            rules.filter = filter(1);
            Kept<Asset> one = all.get(random.nextInt(all.size()));
            Set<String> before = listed(rules.filter);
            rules.heard.clear();
            Kept<Asset> after = changed(one.id());
            all.replaceAll(known -> known.id().equals(after.id()) ? after : known);
            Set<String> now = listed(rules.filter);
            for (List<Boolean> heard : rules.heard) {
                assertEquals(rules.filter, List.of(before.contains(one.id()), now.contains(one.id())), heard);
            }
            rules.heard.clear();
            Kept<Asset> fresh = create();
            boolean shown = listed(rules.filter).contains(fresh.id());
            assertEquals(rules.filter, List.of(List.of(false, shown), List.of(false, shown)), rules.heard);
            all.add(fresh);
        }
    }

    private Kept<Asset> changed(String id) {
        Kept<Asset> present = sample.assets.read(ADMIN, id);
        return switch (present.archived() ? 2 : random.nextInt(3)) {
            case 0 -> sample.assets.archive(ADMIN, id, version -> {});
            case 1 -> sample.assets.change(
                    ADMIN,
                    id,
                    version -> {},
                    (before, work) -> new AssetDraft(
                            town(), null, null, null, null, null, random.nextInt(3), null, false, null, null),
                    new Extras(values(), null));
            default -> present.archived()
                    ? sample.assets.restore(ADMIN, id, version -> {})
                    : sample.assets.change(
                            ADMIN, id, version -> {}, (before, work) -> before, new Extras(values(), null));
        };
    }

    @Test
    public void whereNothingChangesNobodyIsAsked() {
        Listening rules = new Listening();
        sample = new Sample(database(), sample.companions, rules);
        rules.filter = "name==*";
        Kept<Asset> made = create();
        assertEquals(2, rules.heard.size());
        rules.heard.clear();
        assertEquals(
                1,
                sample.assets
                        .change(ADMIN, made.id(), version -> {}, draft -> draft)
                        .version());
        assertEquals("the input is decided about, and nothing is stored", 1, rules.heard.size());
        assertFalse(listed("version==1").isEmpty());
    }

    /** Writes down what it is told. */
    private static final class Listening implements RecordRules<Asset, AssetDraft> {

        private final List<List<Boolean>> heard = new ArrayList<>();
        private String filter = "name==*";

        @Override
        public Asset decide(Turn<Asset> turn, Work work) {
            return hear(turn);
        }

        @Override
        public Asset settle(Turn<Asset> turn, Work work) {
            return hear(turn);
        }

        private Asset hear(Turn<Asset> turn) {
            Asset value = turn.after().value();
            heard.add(List.of(turn.held(filter), turn.holds(filter, value)));
            return value;
        }
    }

    private Set<String> listed(String filter) {
        Set<String> ids = new HashSet<>();
        String after = null;
        do {
            RecordQuery query = new RecordQuery(filter, null, "id", "all", null, new PageRequest(50, after));
            Page<Kept<Asset>> page = sample.assets.list(ADMIN, query);
            page.items().forEach(record -> ids.add(record.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    private String filter(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return random.nextBoolean() ? custom() : system();
        }
        String joint = random.nextBoolean() ? ";" : ",";
        return "(" + filter(depth - 1) + joint + filter(depth - 1) + ")";
    }

    private String equality() {
        return random.nextBoolean() ? "==" : "!=";
    }

    private String any() {
        return new String[] {"==", "!=", "=gt=", "=ge=", "=lt=", "=le="}[random.nextInt(6)];
    }

    private String custom() {
        return switch (random.nextInt(10)) {
            case 0 -> "custom.size" + any() + (random.nextInt(5) + 9.5);
            case 1 -> "custom.count" + any() + (random.nextInt(4) * 7 - 5);
            case 2 -> "custom.fee" + any() + random.nextInt(4) + ".5";
            case 3 -> "custom.checked" + equality() + random.nextBoolean();
            case 4 -> "custom.since" + any() + day();
            case 5 -> "custom.seen" + any() + moment();
            case 6 -> "custom.town" + any() + escaped(town());
            case 7 -> "custom.town" + equality() + "*" + escaped(town().substring(0, 2)) + "*";
            case 8 -> "custom.kinds" + equality() + new String[] {"A", "B", "C", "*"}[random.nextInt(4)];
            default -> "custom." + List.copyOf(FIELDS.keySet()).get(random.nextInt(FIELDS.size())) + equality() + "*";
        };
    }

    private String system() {
        Kept<Asset> one = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        return switch (one == null ? 7 : random.nextInt(9)) {
            case 0 -> "id" + any() + one.id();
            case 1 -> "version" + any() + (1 + random.nextInt(3));
            case 2 -> "archived" + any() + random.nextBoolean();
            case 3 -> "createdAt" + any() + one.createdAt();
            case 4 -> "changedAt" + any() + one.changedAt();
            case 5 -> "createdBy" + any() + one.createdBy();
            case 6 -> "changedBy" + equality() + "platform:*"
                    + one.changedBy().charAt(one.changedBy().length() - 1);
            case 7 -> "name" + any() + escaped(town());
            default -> "serial" + any() + escaped(town());
        };
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (char c : value.toCharArray()) {
            text.append("();,%=!*' ".indexOf(c) < 0 ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return text.toString();
    }
}
