package org.colonnade.platform.rest.internal.endpoint;

import java.time.Duration;
import java.util.regex.Pattern;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Explains why nothing answers below a path: for a moment, until somebody installs it, or for good. */
@Component(service = Absences.class)
public final class Absences {

    private static final Logger LOG = LoggerFactory.getLogger(Absences.class);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Duration SOON = Duration.ofSeconds(2);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Functions functions;

    private final Switchboard switchboard;

    @Activate
    public Absences(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /** The problem to answer with. */
    public Problem explain(String path) {
        if (switchboard.knows(path)) {
            return stopped(path);
        }
        if (functions == null) {
            return new Unavailable("platform.starting", "The platform is starting; ask again shortly.", SOON);
        }
        FunctionStatus status = ID.matcher(path).matches() ? status(path) : null;
        if (status == null) {
            return new NotFound("platform.path.unknown", "Nothing answers at this path; see /openapi.json.");
        }
        return status.state() == FunctionStatus.State.AVAILABLE ? notInstalled(status) : stopped(path);
    }

    private FunctionStatus status(String path) {
        Functions catalogue = functions;
        try {
            return catalogue == null ? null : catalogue.get(path);
        } catch (NotFound unknown) {
            return null;
        } catch (RuntimeException e) {
            LOG.warn("The catalogue of functions could not tell about {}", path, e);
            return null;
        }
    }

    private static Problem stopped(String path) {
        return new Unavailable(
                "platform.function.stopped",
                "The function '" + path + "' is stopped or being replaced; ask again shortly.",
                SOON);
    }

    private static Problem notInstalled(FunctionStatus status) {
        String id = status.id();
        return new NotFound(
                "platform.function.not-installed",
                "The function '" + id
                        + "' is not installed; an administrator installs it by POST /api/platform/functions/" + id
                        + "/install or on the console by feature:install colonnade-" + id + ".");
    }
}
