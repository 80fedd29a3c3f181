package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.text.Folding;
import org.colonnade.platform.records.internal.rights.Access;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.records.internal.sample.Asset;
import org.colonnade.platform.records.internal.sample.AssetDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Whoever does not see a searched field finds by words what one finds by looking at the others, page by page, and nothing else. */
public class SearchRightsTest extends OnEachDatabase {

    private static final Actor ADMIN = new Actor(Ref.of("platform", "user", 1), "admin", Set.of(), true);
    private static final Actor TRAINEE =
            new Actor(Ref.of("platform", "user", 8), "trainee", Set.of("sample.asset.read"), false, Set.of("trainee"));
    private static final List<String> WORDS =
            List.of("Crane", "cranberry", "เก้าอี้", "โต๊ะ", "Émile", "a", "ab", "50%", "o_k!", "C-1", "yard");

    private final Random random = new Random(20261126);
    private final List<Kept<Asset>> all = new ArrayList<>();
    private Sample sample;

    @Before
    public void open() {
        sample = new Sample(database());
        database().tx("sample").write(work -> {
            for (int i = 0; i < 700; i++) {
                String serial = random.nextInt(4) == 0 ? null : some(2);
                all.add(sample.assets.create(
                        Sample.KEEPER,
                        new AssetDraft(
                                some(3), serial, null, null, null, null, random.nextInt(5), null, false, null, null)));
            }
            return null;
        });
    }

    private String some(int most) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }

    @Test
    public void aSearchIsOneInWhatIsSeen() {
        for (int round = 0; round < 24; round++) {
            String withheld = round % 2 == 0 ? "name" : "serial";
            rights("name", Access.WRITE);
            rights("serial", Access.WRITE);
            rights(withheld, random.nextBoolean() ? Access.NONE : Access.MASK);
            String words = random.nextInt(4) == 0 ? "cra" : some(2);
            assertEquals(withheld + " withheld, " + words, expected(withheld, words), everyPage(words));
        }
    }

    @Test
    public void wordsThatStandTogetherDoSoInWhatIsSeen() {
        rights("serial", Access.NONE);
        String nine = "a1 a2 a3 a4 a5 a6 a7 a8 a9";
        Kept<Asset> made = sample.assets.create(
                Sample.KEEPER, new AssetDraft(nine, "a8 b9", null, null, null, null, 9, null, false, null, null));
        assertEquals(List.of(made.id()), everyPage(nine));
        assertEquals(List.of(), everyPage("a1 a2 a3 a4 a5 a6 a7 a8 b9"));
    }

    @Test
    public void whoSeesNoneOfTheFieldsIsRefused() {
        rights("name", Access.MASK);
        rights("serial", Access.NONE);
        assertEquals(
                "platform.search.unavailable",
                assertThrows(Rejected.class, () -> everyPage("crane")).code());
    }

    @Test
    public void theUsualOrderTellsNothingOfWhatIsWithheld() {
        rights("name", Access.NONE);
        Page<Kept<Asset>> page =
                sample.assets.list(TRAINEE, new RecordQuery(null, null, null, null, null, new PageRequest(7, null)));
        assertEquals(
                all.stream().map(Kept::id).sorted().limit(7).toList(),
                page.items().stream().map(Kept::id).toList());
        String cursor = new String(Base64.getUrlDecoder().decode(page.next()), StandardCharsets.UTF_8);
        assertEquals("id\0" + page.items().get(6).id() + '\0', cursor);
        rights("name", Access.WRITE);
    }

    private void rights(String field, Access access) {
        sample.rights.put(ADMIN, new FieldRights.Right("trainee", "sample:asset", field, access));
    }

    private List<String> expected(String withheld, String words) {
        return all.stream()
                .filter(asset -> {
                    String seen = withheld.equals("name")
                            ? asset.value().serial()
                            : asset.value().name();
                    return seen != null
                            && List.of(Folding.fold(words).split(" ")).stream().allMatch(word -> has(seen, word));
                })
                .sorted(Comparator.comparing(
                                (Kept<Asset> asset) -> -asset.value().pieces())
                        .thenComparing(Kept::id))
                .map(Kept::id)
                .toList();
    }

    private static boolean has(String seen, String word) {
        String folded = Folding.fold(seen);
        boolean beginning = word.length() <= 2 && !Folding.unspaced(word);
        String wanted = beginning ? " " + word : word;
        return (" " + folded).contains(wanted) || (" " + Folding.toneless(folded)).contains(wanted);
    }

    private List<String> everyPage(String words) {
        List<String> ids = new ArrayList<>();
        int size = 1 + random.nextInt(60);
        String after = null;
        do {
            RecordQuery query = new RecordQuery(null, words, "-pieces", null, null, new PageRequest(size, after));
            Page<Kept<Asset>> page = sample.assets.list(TRAINEE, query);
            assertEquals(
                    "a page that goes on is full",
                    true,
                    page.next() == null || page.items().size() == size);
            page.items().forEach(asset -> ids.add(asset.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }
}
