package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.dossier.internal.Definitions;
import org.colonnade.platform.dossier.internal.FieldDesk;
import org.colonnade.platform.dossier.internal.StoredCustomFields;
import org.colonnade.platform.records.internal.sample.Asset;
import org.colonnade.platform.records.internal.sample.AssetDraft;
import org.colonnade.platform.sheets.internal.StreamSheets;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Lists sorted by custom fields are what one sorts in memory, whatever the page size: who has none comes last, in both directions. */
public class CustomSortTest extends OnEachDatabase {

    private static final Actor ADMIN = new Actor(Ref.of("platform", "user", 1), "admin", Set.of(), true);
    private static final List<String> TOWNS = List.of("ayutthaya", "Bangkok", "BANGKOK", "krabi", "Nan");
    private static final Map<String, FieldType> FIELDS = Map.of(
            "size", FieldType.NUMBER,
            "count", FieldType.INTEGER,
            "fee", FieldType.MONEY,
            "checked", FieldType.BOOLEAN,
            "since", FieldType.DATE,
            "seen", FieldType.INSTANT,
            "town", FieldType.TEXT,
            "kinds", FieldType.MULTI_CHOICE,
            "secret", FieldType.INTEGER);

    private final Random random = new Random(20261125);
    private final Map<String, Map<String, Object>> said = new HashMap<>();
    private final List<Kept<Asset>> all = new ArrayList<>();
    private Sample sample;

    @Before
    public void open() {
        sample = new Sample(database());
        Definitions definitions = new Definitions();
        sample.companions.customFields = new StoredCustomFields(database().tx("dossier"), definitions);
        FieldDesk desk = new FieldDesk(database().tx("dossier"), definitions);
        FIELDS.forEach((name, type) -> desk.add(ADMIN, field(name, type)));
        for (int i = 0; i < 70; i++) {
            Map<String, Object> custom = values();
            AssetDraft draft = new AssetDraft(
                    "thing " + i % 3, null, null, null, null, null, random.nextInt(3), null, false, null, null);
            Kept<Asset> made = sample.assets.create(ADMIN, draft, new Extras(custom, null));
            said.put(made.id(), custom);
            all.add(made);
        }
    }

    private static CustomFieldDraft field(String name, FieldType type) {
        List<CustomFieldDraft.Choice> choices = type == FieldType.MULTI_CHOICE
                ? List.of(new CustomFieldDraft.Choice("A", null), new CustomFieldDraft.Choice("B", null))
                : null;
        String read = name.equals("secret") ? "sample.secret" : null;
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
                read,
                read,
                true,
                0);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        maybe(values, "size", new BigDecimal(random.nextInt(5)).add(new BigDecimal("9.5")));
        maybe(values, "count", (long) random.nextInt(4) * 7 - 5);
        maybe(values, "fee", Money.of(random.nextInt(30) + ".50", "THB"));
        maybe(values, "checked", random.nextBoolean());
        maybe(values, "since", LocalDate.of(999, 12, 30).plusYears(random.nextInt(3) * 999L));
        maybe(values, "seen", Instant.parse("2026-01-01T00:00:00.000001Z").plusNanos(random.nextInt(3) * 1000L));
        maybe(values, "town", TOWNS.get(random.nextInt(TOWNS.size())));
        maybe(values, "secret", (long) random.nextInt(3));
        return values;
    }

    private void maybe(Map<String, Object> values, String name, Object value) {
        if (random.nextInt(3) > 0) {
            values.put(name, value);
        }
    }

    @Test
    public void aListIsWhatOneSortsInMemory() {
        List<String> names = List.of("size", "count", "fee", "checked", "since", "seen", "town");
        for (int round = 0; round < 40; round++) {
            List<String> keys = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                keys.add((random.nextBoolean() ? "-" : "") + "custom." + names.get(random.nextInt(names.size())));
            }
            if (random.nextInt(3) == 0) {
                keys.add(random.nextInt(keys.size() + 1), random.nextBoolean() ? "pieces" : "-pieces");
            }
            RecordQuery query = random.nextInt(4) > 0
                    ? RecordQuery.all()
                    : new RecordQuery("pieces=lt=2", "thing 1", null, null, null, PageRequest.first());
            List<String> expected = all.stream()
                    .filter(asset -> query.text() == null
                            || asset.value().pieces() < 2
                                    && asset.value().name().endsWith("1"))
                    .sorted(order(keys))
                    .map(Kept::id)
                    .toList();
            String sort = String.join(",", keys);
            assertEquals(sort, expected, everyPage(query.by(sort), 1 + random.nextInt(9)));
        }
    }

    @Test
    public void anExportGoesInTheSameOrder() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordQuery query = RecordQuery.all().by("-custom.size,custom.town");
        new Exports<>(sample.assets)
                .write(
                        new StreamSheets(ImportTest.defaults()),
                        out,
                        SheetFormat.CSV,
                        Sample.KEEPER,
                        query,
                        Set.of("id"),
                        rows -> {});
        List<String> lines =
                out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
        assertEquals(
                all.stream()
                        .sorted(order(List.of("-custom.size", "custom.town")))
                        .map(Kept::id)
                        .toList(),
                lines);
        sample.assets.askable(Sample.KEEPER, query, null);
    }

    @Test
    public void whatOneMayNotSeeIsNotSortedBy() {
        assertEquals(
                70,
                sample.assets
                        .list(ADMIN, RecordQuery.all().by("custom.secret").at(new PageRequest(500, null)))
                        .items()
                        .size());
        for (String sort : List.of("custom.secret", "-custom.secret", "custom.kinds", "custom.never")) {
            RecordQuery query = RecordQuery.all().by(sort);
            assertEquals(
                    "platform.sort.unknown-field",
                    assertThrows(Rejected.class, () -> sample.assets.list(Sample.KEEPER, query))
                            .code());
            assertThrows(Rejected.class, () -> sample.assets.askable(Sample.KEEPER, query, null));
        }
    }

    private List<String> everyPage(RecordQuery query, int size) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            Page<Kept<Asset>> page = sample.assets.list(Sample.KEEPER, query.at(new PageRequest(size, after)));
            page.items().forEach(asset -> ids.add(asset.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    private Comparator<Kept<Asset>> order(List<String> keys) {
        Comparator<Kept<Asset>> order = Comparator.comparing(asset -> 0);
        for (String key : keys) {
            boolean descending = key.startsWith("-");
            String name = key.replaceFirst("^-?(custom\\.)?", "");
            Comparator<Comparable<Object>> values = Comparator.naturalOrder();
            order = order.thenComparing(
                    asset -> value(asset, name), Comparator.nullsLast(descending ? values.reversed() : values));
        }
        return order.thenComparing(Kept::id);
    }

    @SuppressWarnings("unchecked")
    private Comparable<Object> value(Kept<Asset> asset, String name) {
        Object value = name.equals("pieces")
                ? (Object) asset.value().pieces()
                : said.get(asset.id()).get(name);
        Object plain = value instanceof Money money
                ? money.amount()
                : value instanceof String text ? text.toLowerCase(java.util.Locale.ROOT) : value;
        return (Comparable<Object>) plain;
    }
}
