package org.colonnade.platform.records.internal;

import org.colonnade.platform.api.Module;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Puts the kinds of functions on the shelf as they come and takes them off as they go. Nothing waits for it, so modules may use the
 * shelf.
 */
@Component(
        service = {},
        immediate = true)
public final class ShelfKeeper {

    private final Shelf shelf;

    @Activate
    public ShelfKeeper(@Reference Shelf shelf) {
        this.shelf = shelf;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "gone")
    void here(Module module) {
        shelf.here(module);
    }

    void gone(Module module) {
        shelf.gone(module);
    }
}
