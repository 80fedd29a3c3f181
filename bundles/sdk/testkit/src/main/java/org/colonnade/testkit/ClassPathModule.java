package org.colonnade.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.colonnade.platform.store.internal.ModuleSource;
import org.colonnade.platform.store.internal.migration.Migrator;
import org.colonnade.platform.store.internal.unit.UnitXml;

/** A function on the class path: the folder or archive whose persistence unit or change log bears its name. */
record ClassPathModule(String id, String root) implements ModuleSource {

    static ClassPathModule find(String id) {
        for (URL file : all(UnitXml.FILE)) {
            if (UnitXml.rows(file, id).isPresent()) {
                return new ClassPathModule(id, root(file, UnitXml.FILE));
            }
        }
        for (URL file : all(Migrator.CHANGE_LOG)) {
            if (text(file).contains("--changeset " + id + ':')) {
                return new ClassPathModule(id, root(file, Migrator.CHANGE_LOG));
            }
        }
        throw new AssertionError("No function '" + id
                + "' on the class path: neither a persistence unit nor a change log bears that name");
    }

    @Override
    public URL file(String path) {
        return all(path).stream()
                .filter(url -> root(url, path).equals(root))
                .findFirst()
                .orElse(null);
    }

    @Override
    public ClassLoader loader() {
        return ClassPathModule.class.getClassLoader();
    }

    private static String root(URL url, String path) {
        String text = URI.create(url.toString()).toString();
        return text.substring(0, text.length() - path.length());
    }

    private static List<URL> all(String path) {
        try {
            return Collections.list(ClassPathModule.class.getClassLoader().getResources(path));
        } catch (IOException failure) {
            throw new AssertionError("The class path cannot be read", failure);
        }
    }

    private static String text(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError("The class path cannot be read", failure);
        }
    }
}
