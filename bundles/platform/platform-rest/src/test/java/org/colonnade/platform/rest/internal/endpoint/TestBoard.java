package org.colonnade.platform.rest.internal.endpoint;

import java.util.List;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.admin.Functions;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.api.web.LateText;

/** The switchboard as the service registry would drive it. */
public final class TestBoard implements AutoCloseable {

    public final Switchboard switchboard = new Switchboard(module -> List.of(), answering -> () -> {});
    public final Absences absences = new Absences(switchboard);

    public void arrive(Module module) {
        switchboard.connect(module);
    }

    public void leave(Module module) {
        switchboard.disconnect(module);
    }

    public void catalogue(Functions functions) {
        absences.functions = functions;
    }

    public void answers(AnswerBook answers) {
        switchboard.answers = answers;
    }

    public void late(LateText late) {
        switchboard.late = late;
    }

    @Override
    public void close() {
        switchboard.close();
    }
}
