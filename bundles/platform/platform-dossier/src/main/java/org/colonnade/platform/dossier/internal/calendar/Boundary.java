package org.colonnade.platform.dossier.internal.calendar;

import java.io.IOException;
import net.fortuna.ical4j.data.ParserException;

/** Into the calendar library and out of it: it looks its own parts up by the context class loader. */
final class Boundary {

    private Boundary() {}

    static <T> T inside(Call<T> call) throws IOException, ParserException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Boundary.class.getClassLoader());
        try {
            return call.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What is done there. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException, ParserException;
    }
}
