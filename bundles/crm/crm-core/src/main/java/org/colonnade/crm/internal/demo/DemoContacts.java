package org.colonnade.crm.internal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.admin.DemoData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The contacts of a small tea company in Bangkok: its people, customers and suppliers. */
@Component(service = {DemoData.class, DemoContacts.class})
public class DemoContacts implements DemoData {

    private static final String COMPANY = "Chao Phraya Tea Trading";
    private static final Actor DEMO = Actor.system("demo");

    private final PartyDirectory directory;
    private final PartyDesk desk;
    private final ImportDesk imports;

    @Activate
    public DemoContacts(@Reference PartyDirectory directory, @Reference PartyDesk desk, @Reference ImportDesk imports) {
        this.directory = directory;
        this.desk = desk;
        this.imports = imports;
    }

    @Override
    public String module() {
        return "crm";
    }

    /** Every contact has a UID, so that a second time finds them all. */
    @Override
    public String load() {
        if (directory
                .search(DEMO, PartyQuery.text(COMPANY), new PageRequest(1, null))
                .items()
                .isEmpty()) {
            ImportReport report = imports.take(DEMO, FileFormat.VCARD, contacts(), ImportOptions.real());
            relate();
            return COMPANY + " with " + report.read() + " contacts is there now.";
        }
        return COMPANY + " is there already.";
    }

    /** Whoever has the company's name under ORG works there. */
    private void relate() {
        Map<String, Party> organisations = new HashMap<>();
        List<Party> all = directory
                .search(DEMO, PartyQuery.ALL, new PageRequest(PageRequest.MAX_LIMIT, null))
                .items();
        all.stream()
                .filter(party -> party.name().given() == null)
                .forEach(party -> organisations.put(party.displayName(), party));
        for (Party party : all) {
            Party employer = party.organisation() == null ? null : organisations.get(party.organisation());
            boolean works = employer != null && !employer.id().equals(party.id());
            if (works && directory.relationships(DEMO, party.id()).isEmpty()) {
                desk.relate(DEMO, party.id(), new RelationshipDraft("employee-of", employer.ref(), null, null));
            }
        }
        Party company = organisations.get(COMPANY);
        if (company != null) {
            desk.addNote(DEMO, company.id(), new NoteDraft("The demo company. Everybody in it is invented."));
        }
    }

    private static InputStream contacts() {
        InputStream file = DemoContacts.class.getResourceAsStream("/demo/contacts.vcf");
        if (file == null) {
            throw new UncheckedIOException(new IOException("The demo contacts are missing from the bundle"));
        }
        return file;
    }
}
