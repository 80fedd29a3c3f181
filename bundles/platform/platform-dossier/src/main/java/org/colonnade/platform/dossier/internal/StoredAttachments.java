package org.colonnade.platform.dossier.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Attachment;
import org.colonnade.platform.api.dossier.Attachments;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.dossier.internal.blob.BlobFolder;
import org.colonnade.platform.dossier.internal.domain.MediaTypes;
import org.colonnade.platform.dossier.internal.store.AttachmentStore;
import org.colonnade.platform.dossier.internal.store.BlobStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Attachments: their rows in the dossier's own table, their contents in the data folder. */
@Component(service = Attachments.class)
public final class StoredAttachments implements Attachments {

    private static final int LONGEST_NAME = 255;

    private final Tx tx;
    private final Records records;
    private final DossierSettings settings;

    @Activate
    public StoredAttachments(
            @Reference(target = "(module=dossier)") Tx tx,
            @Reference Records records,
            @Reference DossierSettings settings) {
        this.tx = tx;
        this.records = records;
        this.settings = settings;
    }

    @Override
    public Page<Attachment> of(Actor actor, Ref ref, PageRequest page) {
        actor.require(DossierModule.READ);
        Ref record = records.read(actor, ref);
        return tx.read(work -> AttachmentStore.of(work, record, page));
    }

    @Override
    public Attachment get(Actor actor, String id) {
        actor.require(DossierModule.READ);
        Attachment attachment = find(id);
        return inView(id, () -> records.read(actor, attachment.record()), attachment);
    }

    @Override
    public Attachment add(Actor actor, Ref ref, String name, String mediaType, InputStream content) throws IOException {
        actor.require(DossierModule.CHANGE);
        Ref record = records.change(actor, ref);
        new Fields().required("name", name, LONGEST_NAME).orReject("platform.attachment.invalid");
        DossierSettings.Values now = settings.now();
        BlobFolder folder = new BlobFolder(now.folder());
        try (BlobFolder.Received received = folder.receive(content, now.attachmentBytes())) {
            if (received.size() == 0) {
                new Fields().wrong("content", "is empty").orReject("platform.attachment.invalid");
            }
            BlobStore.Blob blob = new BlobStore.Blob(received.digest(), received.size());
            tx.write(work -> {
                BlobStore.claim(work, blob.digest(), blob.size());
                return null;
            });
            folder.keep(received);
            String type = MediaTypes.of(mediaType, received.head());
            return tx.write(work -> AttachmentStore.add(work, record, name, type, blob, actor));
        }
    }

    @Override
    public Content content(Actor actor, String id) {
        Attachment attachment = get(actor, id);
        BlobFolder folder = new BlobFolder(settings.now().folder());
        if (folder.size(attachment.sha256()) != attachment.size()) {
            throw new Unavailable(
                    "platform.attachment.missing",
                    "The content of this attachment is not whole in the data folder; an administrator has to bring it back.",
                    Duration.ofMinutes(5));
        }
        return new Content(attachment, out -> folder.write(attachment.sha256(), attachment.size(), out));
    }

    @Override
    public void remove(Actor actor, String id, LongConsumer seen) {
        actor.require(DossierModule.CHANGE);
        Attachment present = find(id);
        inView(id, () -> records.change(actor, present.record()), present);
        tx.write(work -> {
            Attachment attachment = AttachmentStore.locked(work, Tsid.parse(id)).orElseThrow(() -> missing(id));
            seen.accept(attachment.version());
            AttachmentStore.remove(work, attachment);
            return null;
        });
    }

    private Attachment find(String id) {
        return tx.read(work -> AttachmentStore.find(work, Tsid.parse(id))).orElseThrow(() -> missing(id));
    }

    /** The attachment of a record that is out of view is itself out of view. */
    private static Attachment inView(String id, Runnable access, Attachment attachment) {
        try {
            access.run();
            return attachment;
        } catch (NotFound outOfView) {
            throw missing(id);
        }
    }

    private static NotFound missing(String id) {
        return NotFound.of("platform", "attachment", id);
    }
}
