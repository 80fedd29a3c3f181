package org.colonnade.platform.security.internal;

import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether anybody can administer the platform, and what to do if nobody can. */
@Component
public final class SecurityHealth implements HealthCheck {

    private final FirstAdministrator first;

    @Activate
    public SecurityHealth(@Reference FirstAdministrator first) {
        this.first = first;
    }

    @Override
    public String name() {
        return "security";
    }

    @Override
    public Finding check() {
        try {
            return first.missing() ? nobody() : Finding.well("There is an administrator.");
        } catch (Problem away) {
            return Finding.warning(
                    "Whether there is an administrator cannot be seen: the store does not answer.",
                    "See the check 'store'.");
        }
    }

    /** Names the file but not its folder: everybody may read the findings. The log tells the folder to those who may know. */
    private Finding nobody() {
        String file = first.secret().path().getFileName().toString();
        return first.secret().unwritable()
                ? Finding.failed(
                        "There is no administrator, and the one-time secret could not be written to " + file
                                + " in the data folder.",
                        "Make the data folder writable and start again.")
                : Finding.warning(
                        "There is no administrator yet.",
                        "Take the one-time secret from " + file
                                + " in the data folder and make one: POST /api/platform/setup");
    }
}
