package org.colonnade.platform.rest.internal.endpoint;

import java.lang.reflect.Proxy;
import java.util.List;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.admin.Functions;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.api.web.LateText;

/** The switchboard as the service registry would drive it. */
public final class TestBoard implements AutoCloseable {

    public final Switchboard switchboard = new Switchboard(module -> List.of(), answering -> () -> {});
    public final Absences absences = new Absences(switchboard);

    /** With a catalogue that offers nothing. */
    public TestBoard() {
        absences.functions = (Functions) Proxy.newProxyInstance(
                TestBoard.class.getClassLoader(), new Class<?>[] {Functions.class}, (proxy, method, arguments) -> {
                    throw NotFound.of("platform", "function", String.valueOf(arguments[0]));
                });
    }

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
