package org.colonnade.platform.dossier.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.dossier.internal.rest.ActivityFiles;
import org.colonnade.platform.dossier.internal.rest.AttachmentFiles;
import org.colonnade.platform.dossier.internal.rest.CalendarFiles;
import org.colonnade.platform.dossier.internal.rest.FieldFiles;
import org.colonnade.platform.dossier.internal.rest.NoteFiles;
import org.colonnade.platform.dossier.internal.rest.TagFiles;
import org.colonnade.platform.dossier.internal.rest.ValueFiles;
import org.colonnade.testkit.ModuleContract;

public class DossierModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new DossierModule(
                new TagFiles(null),
                new NoteFiles(null),
                new AttachmentFiles(null),
                new ActivityFiles(null),
                new CalendarFiles(null),
                new FieldFiles(null),
                new ValueFiles(null));
    }
}
