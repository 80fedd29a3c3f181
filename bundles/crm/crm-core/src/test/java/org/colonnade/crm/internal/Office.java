package org.colonnade.crm.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.FileContent;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.internal.access.ReadLog;
import org.colonnade.crm.internal.intake.FileImportDesk;
import org.colonnade.crm.internal.intake.Paper;
import org.colonnade.crm.internal.intake.PaperJobs;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.party.Watched;
import org.colonnade.crm.internal.store.FactMemory;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.TestDatabase;

/** All desks of crm on one database. */
public final class Office {

    public static final Actor ACTOR = Actor.system("test");

    public final Tx tx;
    public final CrmSettings settings;
    public final FactMemory memory = new FactMemory();
    public final StoredPartyDirectory directory;
    public final Parties records;
    public final StoredPartyDesk desk;
    public final FileImportDesk imports;
    public final PaperJobs jobs;
    public final StreamExportDesk exports;
    public final StoredMatchDesk matches;
    public final StoredMergeDesk merges;
    public final StoredContactPointDesk points;

    public Office(TestDatabase database) {
        this(database, "TH");
    }

    public Office(TestDatabase database, String region) {
        this(database, region, new KeptRecords(new FieldRights(database.tx("records")), new Companions()));
    }

    public Office(TestDatabase database, KeptRecords kit) {
        this(database, "TH", kit);
    }

    private Office(TestDatabase database, String region, KeptRecords kit) {
        tx = database.tx("crm");
        settings = new CrmSettings(config(region, 64, "windows-1252"));
        records = new Parties(kit, tx, settings);
        directory = new StoredPartyDirectory(tx, settings, records);
        desk = new StoredPartyDesk(tx, settings, records);
        jobs = new PaperJobs(database);
        imports = Paper.desk(this, jobs);
        exports = new StreamExportDesk(tx, settings, records, Paper.SHEETS);
        matches = new StoredMatchDesk(tx, settings, new DuplicateScan(tx, settings, memory), records);
        merges = new StoredMergeDesk(tx, settings, records);
        points = new StoredContactPointDesk(tx, settings, records);
    }

    /** Looks at parties are noted here from now on. */
    public void keep(ReadLog log) {
        directory.reads = log;
        Watched.by(log, records);
    }

    public Party create(PartyDraft draft) {
        return desk.create(ACTOR, draft);
    }

    public Party person(String given, String family, ContactPoint... points) {
        return create(PartyDraft.person(given, family, points));
    }

    /** The names of those that the words find. */
    public List<String> find(String words) {
        return all(PartyQuery.text(words)).stream().map(Party::displayName).toList();
    }

    /** Everything that the query finds, page by page. */
    public List<Party> all(PartyQuery query) {
        List<Party> all = new ArrayList<>();
        String after = null;
        do {
            var page = directory.search(ACTOR, query, new PageRequest(100, after));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    public ImportReport cards(String text) {
        return cards(text.getBytes(StandardCharsets.UTF_8), ImportOptions.real());
    }

    public ImportReport cards(byte[] file, ImportOptions options) {
        return imports.take(ACTOR, FileFormat.VCARD, new ByteArrayInputStream(file), options);
    }

    public ImportReport rows(String text, String... map) {
        return imports.take(
                ACTOR,
                FileFormat.TABLE,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new ImportOptions(false, List.of(map), null, null));
    }

    public String exported(String version) {
        return text(exports.vcards(ACTOR, PartyQuery.ALL, version));
    }

    public String rows() {
        return text(exports.csv(ACTOR, PartyQuery.ALL));
    }

    public static String text(FileContent content) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException notToMemory) {
            throw new AssertionError(notToMemory);
        }
    }

    /** The statuses in the order of the file. */
    public static List<ImportItem.Status> statuses(ImportReport report) {
        return report.items().stream().map(ImportItem::status).toList();
    }

    /** A configuration as the platform would give it. */
    public static CrmConfig config(String region, int kilobytes, String charset) {
        return config(Map.of("defaultRegion", region, "keptKilobytes", kilobytes, "fallbackCharset", charset));
    }

    /** A configuration with some keys set. */
    public static CrmConfig config(Map<String, Object> values) {
        return (CrmConfig) Proxy.newProxyInstance(
                Office.class.getClassLoader(),
                new Class<?>[] {CrmConfig.class},
                (proxy, key, none) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
    }
}
