package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.ImportCounts;
import org.colonnade.crm.internal.file.CardFile;
import org.colonnade.crm.internal.file.TextBytes;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.sheet.SheetFile;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens files of contacts and takes in what they say, by a job or without one. */
@Component(service = Intake.class)
public class Intake {

    private final Tx tx;
    private final CrmSettings settings;
    private final Parties records;
    private final Sheets sheets;
    private final PartyStore parties;
    private final Endings endings = new Endings();

    @Activate
    public Intake(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference CrmSettings settings,
            @Reference Parties records,
            @Reference Sheets sheets) {
        this.tx = tx;
        this.settings = settings;
        this.records = records;
        this.sheets = sheets;
        this.parties = new PartyStore(settings::phones);
    }

    /** Opens the file, if there is something in it that can be read. */
    Opened open(Path file, FileOptions how) throws IOException {
        Charset charset = TextBytes.charset(how.charset());
        if (how.format() == FileFormat.VCARD) {
            return new Opened(
                    new CardFile(file, charset, settings.fallback(), new Cards(settings.phones()), settings.check()),
                    "vcard",
                    null);
        }
        SheetFile rows = new SheetFile(
                sheets,
                file,
                how.table(settings.fallback().name()),
                how.mapping(),
                settings.phones(),
                settings.check());
        return new Opened(rows, rows.format().name().toLowerCase(Locale.ROOT), rows.header());
    }

    /** How many cards or rows there are. */
    long count(Path file, FileOptions how) throws IOException {
        try (Opened opened = open(file, how)) {
            return opened.skip(Long.MAX_VALUE);
        }
    }

    /** Does the whole work and stores no party. */
    ImportCounts trial(Actor actor, long id, Path file, FileOptions how, Pace pace) {
        return run(actor, id).trial(() -> open(file, how), pace);
    }

    /** Takes in what is behind what was taken in before. */
    ImportCounts take(Actor actor, long id, Path file, FileOptions how, ImportCounts from, Pace pace)
            throws IOException {
        return run(actor, id).run(() -> open(file, how), from, pace);
    }

    private ImportRun run(Actor actor, long id) {
        WriteGuard guard = new WriteGuard(records.notWritable(actor));
        return new ImportRun(
                tx,
                parties,
                settings.phones(),
                settings.policy(),
                guard,
                actor.ref().toString(),
                id);
    }

    /** Wakes those who wait. */
    Endings endings() {
        return endings;
    }

    Sheets sheets() {
        return sheets;
    }
}
