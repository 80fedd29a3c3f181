package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.colonnade.crm.api.FileContent;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.file.CardFile;
import org.colonnade.crm.internal.file.TextBytes;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.sheet.SheetFile;
import org.colonnade.crm.internal.store.ImportStore;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes files of contacts in. */
@Component(service = ImportDesk.class)
public class FileImportDesk implements ImportDesk {

    private final Tx tx;
    private final Parties records;
    private final CrmSettings settings;
    private final PartyStore parties;
    private final ImportStore imports = new ImportStore();

    @Activate
    public FileImportDesk(
            @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings, @Reference Parties records) {
        this.records = records;
        this.tx = tx;
        this.settings = settings;
        this.parties = new PartyStore(settings::phones);
    }

    /** Works on the file while it lies in the spool. */
    @FunctionalInterface
    private interface Work {
        ImportReport on(Spool spool) throws IOException;
    }

    @Override
    public ImportReport vcards(Actor actor, InputStream file, ImportOptions options) {
        actor.require(RUN);
        records.whole(actor);
        PhoneRule phones = settings.phones();
        Charset charset = charset(options);
        ImportRun run = run(actor, phones, "vcard");
        return spooled(file, spool -> {
            ImportRun.Opener opener =
                    () -> new CardFile(spool.file(), charset, settings.fallback(), new Cards(phones), settings.check());
            if (options.dryRun()) {
                return run.trial(opener);
            }
            try (CardFile cards = (CardFile) opener.open()) {
                return run.run(cards, null);
            }
        });
    }

    @Override
    public ImportReport csv(Actor actor, InputStream file, ImportOptions options) {
        actor.require(RUN);
        records.whole(actor);
        PhoneRule phones = settings.phones();
        ContentCheck check = settings.check();
        Charset charset = charset(options);
        ImportRun run = run(actor, phones, "csv");
        return spooled(file, spool -> {
            ImportRun.Opener opener = () -> new SheetFile(
                    spool.file(), charset, settings.fallback(), options.delimiter(), options.mapping(), phones, check);
            if (options.dryRun()) {
                return run.trial(opener);
            }
            try (SheetFile rows = (SheetFile) opener.open()) {
                return run.run(rows, rows.header());
            }
        });
    }

    @Override
    public Page<ImportReport> imports(Actor actor, PageRequest page) {
        actor.require(RUN);
        records.whole(actor);
        return tx.read(work -> imports.list(work, page));
    }

    @Override
    public ImportReport get(Actor actor, String id) {
        actor.require(RUN);
        records.whole(actor);
        ImportReport report = tx.read(work -> imports.find(work, Tsid.parse(id)));
        if (report == null) {
            throw NotFound.of("crm", "import", id);
        }
        return report;
    }

    @Override
    public Page<ImportItem> items(Actor actor, String id, ImportItem.Status status, PageRequest page) {
        get(actor, id);
        return tx.read(work -> imports.items(work, Tsid.parse(id), status, page));
    }

    @Override
    public FileContent refused(Actor actor, String id) {
        get(actor, id);
        return out -> writeRefused(Tsid.parse(id), out);
    }

    private void writeRefused(long id, OutputStream out) throws IOException {
        out.write(tx.read(work -> imports.header(work, id)));
        List<ImportStore.Raw> chunk = next(id, 0);
        while (!chunk.isEmpty()) {
            for (ImportStore.Raw raw : chunk) {
                out.write(raw.bytes());
                if (raw.bytes().length > 0 && raw.bytes()[raw.bytes().length - 1] != '\n') {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            chunk = next(id, chunk.get(chunk.size() - 1).place());
        }
    }

    private List<ImportStore.Raw> next(long id, long after) {
        return tx.read(work -> imports.refused(work, id, after));
    }

    private ImportRun run(Actor actor, PhoneRule phones, String format) {
        return new ImportRun(
                tx,
                parties,
                phones,
                settings.policy(),
                Clock.systemUTC(),
                actor.ref().toString(),
                format);
    }

    private static Charset charset(ImportOptions options) {
        return Texts.blank(options.charset()) ? null : TextBytes.charset(options.charset());
    }

    private static ImportReport spooled(InputStream file, Work work) {
        try (Spool spool = new Spool(file)) {
            return work.on(spool);
        } catch (IOException unreadable) {
            throw new Unavailable(
                    "crm.import.unreadable",
                    "The file did not arrive or could not be put aside; send it again.",
                    Duration.ofSeconds(5),
                    unreadable);
        }
    }
}
