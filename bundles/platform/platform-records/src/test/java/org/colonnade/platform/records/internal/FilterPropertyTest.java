package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.sample.Asset;
import org.colonnade.platform.records.internal.sample.AssetDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

/** What a list answers is what one finds by looking at every record: random records, filters, orders and page sizes. */
public class FilterPropertyTest extends OnEachDatabase {

    private static final String[] NAMES = {
        "Ladder", "ladder", "Lamp", "โต๊ะ", "เก้าอี้", "Émile's", "a%b_c!", "x;y,z", "(1)", "ß"
    };
    private final Random random = new Random(20261124);

    @Test
    public void aListIsWhatOneFindsInMemory() {
        Sample sample = new Sample(database());
        List<Kept<Asset>> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            all.add(sample.assets.create(Sample.KEEPER, draft()));
        }
        for (int i = 0; i < 250; i++) {
            String filter = filter(2);
            List<Kept<Asset>> expected = all.stream()
                    .filter(record -> sample.assets.holds(filter, record))
                    .toList();
            assertEquals(
                    filter,
                    ids(expected),
                    ids(everyPage(sample, RecordQuery.all().where(filter).by("id"))));
        }
    }

    @Test
    public void pagesGoOnWhereTheOneBeforeEnded() {
        Sample sample = new Sample(database());
        for (int i = 0; i < 90; i++) {
            sample.assets.create(Sample.KEEPER, draft());
        }
        for (String sort : List.of(
                "pieces",
                "-pieces,weight",
                "boughtOn,-seenAt",
                "-insured,state",
                "holder",
                "-createdAt",
                "price.amount")) {
            List<Kept<Asset>> whole = everyPage(sample, RecordQuery.all().by(sort), 500);
            assertEquals(90, whole.size());
            assertEquals(
                    sort, ids(whole), ids(everyPage(sample, RecordQuery.all().by(sort), 7)));
        }
        List<Kept<Asset>> byPieces = everyPage(sample, RecordQuery.all().by("-pieces"), 11);
        assertEquals(
                ids(byPieces.stream()
                        .sorted(Comparator.comparing(
                                        (Kept<Asset> a) -> -a.value().pieces())
                                .thenComparing(Kept::id))
                        .toList()),
                ids(byPieces));
    }

    @Test
    public void wordsAreFoundInEveryOrderWhetherFewHaveThemOrMany() {
        Sample sample = new Sample(database());
        List<Kept<Asset>> all = database().tx("sample").write(work -> {
            List<Kept<Asset>> made = new ArrayList<>();
            for (int i = 0; i < 3_200; i++) {
                AssetDraft any = draft();
                String name = "thing " + (i % 16 == 0 ? "seldom" : "often") + " no " + i % 100;
                made.add(sample.assets.create(
                        Sample.KEEPER,
                        new AssetDraft(
                                name, null, any.state(), null, null, null, any.pieces(), null, true, null, null)));
            }
            return made;
        });
        for (String words : List.of("thing", "often", "seldom", "seldom 64", "thing often 1", "nowhere")) {
            List<Kept<Asset>> expected = all.stream()
                    .filter(asset -> List.of(words.split(" ")).stream()
                            .allMatch(word -> (" " + asset.value().name()).contains(" " + word)))
                    .sorted(Comparator.comparing(
                                    (Kept<Asset> asset) -> -asset.value().pieces())
                            .thenComparing(Kept::id))
                    .toList();
            RecordQuery query = new RecordQuery(null, words, "-pieces", null, null, PageRequest.first());
            assertEquals(words, ids(expected), ids(everyPage(sample, query, 499)));
            assertEquals(
                    ids(expected.stream()
                            .filter(asset -> asset.value().pieces() > 1)
                            .toList()),
                    ids(everyPage(sample, query.where("pieces=gt=1"), 499)));
        }
    }

    private static List<Kept<Asset>> everyPage(Sample sample, RecordQuery query) {
        return everyPage(sample, query, 37);
    }

    private static List<Kept<Asset>> everyPage(Sample sample, RecordQuery query, int size) {
        List<Kept<Asset>> all = new ArrayList<>();
        String after = null;
        do {
            Page<Kept<Asset>> page = sample.assets.list(Sample.KEEPER, query.at(new PageRequest(size, after)));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static List<String> ids(List<Kept<Asset>> records) {
        return records.stream().map(Kept::id).toList();
    }

    private AssetDraft draft() {
        return new AssetDraft(
                NAMES[random.nextInt(NAMES.length)],
                maybe(NAMES[random.nextInt(NAMES.length)]),
                maybe(Asset.State.values()[random.nextInt(3)]),
                maybe(day()),
                maybe(moment()),
                maybe(new Money(decimal(), java.util.Currency.getInstance(random.nextBoolean() ? "EUR" : "THB"))),
                random.nextInt(5),
                maybe(decimal()),
                random.nextBoolean(),
                maybe(Ref.of("crm", "party", random.nextInt(3))),
                null);
    }

    private <T> T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4));
    }

    private Instant moment() {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(3) * 3600L);
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextInt(400), 2);
    }

    private String filter(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return comparison();
        }
        String joint = random.nextBoolean() ? ";" : ",";
        return "(" + filter(depth - 1) + joint + filter(depth - 1) + ")";
    }

    private String comparison() {
        String equality = random.nextBoolean() ? "==" : "!=";
        String any = new String[] {"==", "!=", "=gt=", "=ge=", "=lt=", "=le="}[random.nextInt(6)];
        return switch (random.nextInt(10)) {
            case 0 -> "name" + equality + escaped(NAMES[random.nextInt(NAMES.length)]);
            case 1 -> "serial" + equality + "*" + escaped(NAMES[random.nextInt(NAMES.length)].substring(0, 1)) + "*";
            case 2 -> "state" + equality + Asset.State.values()[random.nextInt(3)];
            case 3 -> "boughtOn" + any + day();
            case 4 -> "seenAt" + any + moment();
            case 5 -> "price.amount" + any + decimal();
            case 6 -> "pieces" + any + random.nextInt(5);
            case 7 -> "insured" + equality + random.nextBoolean();
            case 8 -> "holder" + equality + Ref.of("crm", "party", random.nextInt(3));
            default -> new String[] {"serial", "weight", "price.currency", "boughtOn"}[random.nextInt(4)] + equality
                    + "*";
        };
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (char c : value.toCharArray()) {
            text.append("();,%=!*'".indexOf(c) < 0 ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return text.toString();
    }
}
