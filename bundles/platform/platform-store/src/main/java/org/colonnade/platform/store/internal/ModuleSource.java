package org.colonnade.platform.store.internal;

import java.net.URL;

/** Where a function's change log, persistence unit and rows come from: its bundle, or the class path of a test. */
public interface ModuleSource {

    /** The function's id: the name of its persistence unit and the prefix of its tables. */
    String id();

    /** A file of the function, or null. */
    URL file(String path);

    /** Sees the function's rows. */
    ClassLoader loader();
}
