package org.colonnade.platform.store.internal.unit;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.apache.openjpa.persistence.PersistenceProviderImpl;

/** Sees a function's rows first, then OpenJPA's own classes and ours for it, as OpenJPA expects of a context class loader. */
final class RowLoader extends ClassLoader {

    private final ClassLoader mapper;

    private RowLoader(ClassLoader rows, ClassLoader mapper) {
        super(rows);
        this.mapper = mapper;
    }

    static RowLoader over(ClassLoader rows) {
        return new RowLoader(rows, PersistenceProviderImpl.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.equals(OwnRows.class.getName()) ? OwnRows.class : mapper.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return mapper.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return mapper.getResources(name);
    }
}
