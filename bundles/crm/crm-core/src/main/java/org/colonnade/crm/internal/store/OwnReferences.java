package org.colonnade.crm.internal.store;

import java.util.List;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;

/** The references to parties in crm's own tables, moved by the same contract as those of every other function. */
final class OwnReferences {

    /** In the order in which they are moved; put back the other way round. */
    static final List<PartyReferenceParticipant> ALL = List.of(
            new NoteMove(), new RelationshipMove(), new CardPrintMove(), new ImportItemMove(), new DuplicateMove());

    private OwnReferences() {}
}
