package org.colonnade.platform.rest.internal.endpoint;

import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.rest.internal.resource.Inspection;

/** One path below {@code /api/}: the modules that share it and the endpoint that answers for them. A path once seen stays known. */
final class Line {

    private final String path;
    private final List<Inspection> modules = new ArrayList<>();
    private volatile Endpoint endpoint;

    Line(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** The modules, in the order of their arrival; guarded by this line's monitor. */
    List<Inspection> modules() {
        return modules;
    }

    /** Those that were let in. */
    List<Inspection> admitted() {
        return modules.stream().filter(Inspection::passed).toList();
    }

    /** What answers now, or null. */
    Endpoint endpoint() {
        return endpoint;
    }

    /** Changes over in one step. @return what answered before, or null */
    Endpoint changeTo(Endpoint next) {
        Endpoint before = endpoint;
        endpoint = next;
        return before;
    }
}
