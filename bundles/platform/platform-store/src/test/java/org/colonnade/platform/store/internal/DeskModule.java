package org.colonnade.platform.store.internal;

import java.net.URL;

/** A little function of the tests' own: rows, tables and a change log under the id {@code desk}. */
public record DeskModule(String id) implements ModuleSource {

    public static final DeskModule DESK = new DeskModule("desk");

    @Override
    public URL file(String path) {
        return DeskModule.class.getResource("/" + path);
    }

    @Override
    public ClassLoader loader() {
        return DeskModule.class.getClassLoader();
    }
}
