package org.colonnade.platform.mail.internal.smtp;

import java.util.function.Supplier;

/** Jakarta Mail finds its parts (transports, handlers of media types) by the context class loader: here they lie in the bundle. */
final class InOurLoader {

    private InOurLoader() {}

    static <T> T call(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(InOurLoader.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
