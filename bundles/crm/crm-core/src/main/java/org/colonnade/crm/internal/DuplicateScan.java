package org.colonnade.crm.internal;

import java.sql.Connection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.crm.api.ScanProgress;
import org.colonnade.crm.internal.store.DuplicateLook;
import org.colonnade.crm.internal.store.FactMemory;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks through all parties for pairs that may be one, in the order of their ids, some hundred in a transaction. Where it stands is a
 * short text, so whoever drives it can stop and go on at any time, also after a restart; a stretch done twice changes nothing. Keys
 * that are missing are made on the way, and each party is compared with those before it and those that have keys already: after the last
 * party every pair that shares a key was compared.
 */
@Component(service = DuplicateScan.class)
public class DuplicateScan {

    private static final int CHUNK = 200;
    private static final String LIVING =
            "select count(*) from crm_party where archived = false and merged_into is null";
    private static final Pattern CHECKPOINT =
            Pattern.compile("(-?\\d{1,18})\\.(\\d{1,15})\\.(\\d{1,15})\\.(\\d{1,15})\\.(\\d{1,15})\\.(\\d{1,15})");

    private final Tx tx;
    private final PartyStore parties;
    private final DuplicateLook look;

    @Activate
    public DuplicateScan(
            @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings, @Reference FactMemory memory) {
        this.tx = tx;
        this.parties = new PartyStore(settings::phones);
        this.look = new DuplicateLook(parties, settings::phones, settings::check, settings::policy, memory);
    }

    /** Where it stands: the last party looked at, and the counts so far. */
    private record Place(long last, long parties, long pairs, long found, long merged, long skipped) {

        static Place parse(String text) {
            if (text == null || text.isEmpty()) {
                return new Place(-1, 0, 0, 0, 0, 0);
            }
            Matcher m = CHECKPOINT.matcher(text);
            if (!m.matches()) {
                throw new Rejected("crm.scan.checkpoint", "That is no checkpoint of an earlier search.")
                        .field("checkpoint", "is what an earlier answer gave, or is left out");
            }
            return new Place(number(m, 1), number(m, 2), number(m, 3), number(m, 4), number(m, 5), number(m, 6));
        }

        private static long number(Matcher matcher, int group) {
            return Long.parseLong(matcher.group(group));
        }

        ScanProgress progress(boolean done) {
            String text = last + "." + parties + '.' + pairs + '.' + found + '.' + merged + '.' + skipped;
            return new ScanProgress(text, done, parties, pairs, found, merged, skipped);
        }
    }

    /**
     * Looks at the next few hundred parties.
     *
     * @param checkpoint where the stretch before ended, or null to begin
     * @throws Rejected {@code crm.scan.checkpoint}
     */
    public ScanProgress step(String checkpoint) {
        return step(checkpoint, (work, progress) -> {});
    }

    /** The same, and tells how far it is within the transaction: what is written then is there with the effect, or not at all. */
    public ScanProgress step(String checkpoint, BiConsumer<Work, ScanProgress> told) {
        Place place = Place.parse(checkpoint);
        return tx.write(work -> {
            List<Long> ids = parties.after(work, place.last(), CHUNK);
            DuplicateLook.Seen seen = look.at(work, ids);
            PartyStore.forget(work);
            long last = ids.isEmpty() ? place.last() : ids.get(ids.size() - 1);
            ScanProgress progress = new Place(
                            last,
                            place.parties() + ids.size(),
                            place.pairs() + seen.compared(),
                            place.found() + seen.found(),
                            place.merged() + seen.merged(),
                            place.skipped() + seen.skipped())
                    .progress(ids.size() < CHUNK);
            told.accept(work, progress);
            return progress;
        });
    }

    /** How many parties there are to look at now. */
    public long parties() {
        return tx.read(work -> Sql.query(work.unwrap(Connection.class), LIVING, row -> row.getLong(1))
                .get(0));
    }
}
