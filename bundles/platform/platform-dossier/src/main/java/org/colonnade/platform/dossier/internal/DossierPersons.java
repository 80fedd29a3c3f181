package org.colonnade.platform.dossier.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Activities;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityQuery;
import org.colonnade.platform.api.dossier.Attachment;
import org.colonnade.platform.api.dossier.Attachments;
import org.colonnade.platform.api.dossier.Dossiers;
import org.colonnade.platform.api.dossier.Note;
import org.colonnade.platform.api.dossier.Notes;
import org.colonnade.platform.api.dossier.Tags;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the dossier of a record that stands for a person says of that person; it goes as a whole, unless the record is held. */
@Component(service = PersonalData.class)
public final class DossierPersons implements PersonalData {

    private static final Actor ITSELF = Actor.system("privacy");
    private static final String PURPOSE = "What was written and filed about this person";

    private final Tx tx;
    private final Dossiers dossiers;
    private final Tags tags;
    private final Notes notes;
    private final Attachments attachments;
    private final Activities activities;

    @Activate
    public DossierPersons(
            @Reference(target = "(module=dossier)") Tx tx,
            @Reference Dossiers dossiers,
            @Reference Tags tags,
            @Reference Notes notes,
            @Reference Attachments attachments,
            @Reference Activities activities) {
        this.tx = tx;
        this.dossiers = dossiers;
        this.tags = tags;
        this.notes = notes;
        this.attachments = attachments;
        this.activities = activities;
    }

    @Override
    public String module() {
        return "dossier";
    }

    /** A dossier stands for nobody; it belongs to a record that may. */
    @Override
    public List<PersonalRecord> find(PersonQuery query) {
        return List.of();
    }

    @Override
    public void export(Ref person, PersonalExport out) throws IOException {
        List<String> words = tx.read(work -> tags.of(work, List.of(person))).getOrDefault(person, List.of());
        if (!words.isEmpty()) {
            out.record(new PersonalItem("dossier:tags", person, PURPOSE, Map.of("tags", words)));
        }
        try {
            for (Note note : all(page -> notes.of(ITSELF, person, page))) {
                out.record(new PersonalItem(
                        "dossier:note",
                        new Ref("platform", "note", note.id()),
                        PURPOSE,
                        Map.of("text", note.text(), "author", note.author(), "createdAt", note.createdAt())));
            }
            for (Activity activity : all(page -> activities.find(ITSELF, ActivityQuery.about(person), page))) {
                out.record(new PersonalItem(
                        "dossier:activity",
                        activity.ref(),
                        PURPOSE,
                        Map.of(
                                "subject",
                                activity.plan().subject(),
                                "state",
                                activity.state().name())));
            }
            files(person, out);
        } catch (NotFound functionIsAway) {
            // the record's own function is not here to say who may see: it is asked again when it is back
            return;
        }
    }

    private void files(Ref person, PersonalExport out) throws IOException {
        for (Attachment file : all(page -> attachments.of(ITSELF, person, page))) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            attachments.content(ITSELF, file.id()).body().writeTo(content);
            out.file(person, file.name(), file.mediaType(), new ByteArrayInputStream(content.toByteArray()));
        }
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        String after = null;
        do {
            Page<T> page = pages.apply(new PageRequest(PageRequest.MAX_LIMIT, after));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    @Override
    public Erasure erase(Ref person, ErasureContext context) {
        return tx.write(work -> {
            List<Erasure.Line> lines = new ArrayList<>();
            Hold hold = context.hold(person).orElse(null);
            dossiers.counts(work, person).forEach((kind, count) -> {
                String named = "dossier:" + kind;
                lines.add(hold == null ? Erasure.Line.erased(person, named) : Erasure.Line.kept(person, named, hold));
            });
            if (hold == null && !context.preview()) {
                dossiers.erase(work, person);
            }
            return new Erasure(lines);
        });
    }
}
