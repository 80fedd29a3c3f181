package org.colonnade.platform.store.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import org.colonnade.platform.store.internal.ModuleSource;

/** Shows Liquibase the files of one function and nothing else. */
final class ModuleFiles extends AbstractResourceAccessor {

    private final ModuleSource module;

    ModuleFiles(ModuleSource module) {
        this.module = module;
    }

    @Override
    public List<Resource> getAll(String path) {
        URL url = module.file(path);
        return url == null ? List.of() : List.of(new ModuleFile(path, url));
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        // change logs name their files; nothing is swept up
        return List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of(module.id());
    }

    @Override
    public void close() {
        // holds nothing
    }

    private final class ModuleFile extends AbstractResource {

        private final URL url;

        ModuleFile(String path, URL url) {
            super(path, URI.create("module:/" + path));
            this.url = url;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return url.openStream();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Resource resolve(String other) {
            return at(resolvePath(other));
        }

        @Override
        public Resource resolveSibling(String other) {
            return at(resolveSiblingPath(other));
        }

        private Resource at(String path) {
            URL found = module.file(path);
            if (found == null) {
                throw new IllegalArgumentException("The module " + module.id() + " has no file " + path);
            }
            return new ModuleFile(path, found);
        }
    }
}
