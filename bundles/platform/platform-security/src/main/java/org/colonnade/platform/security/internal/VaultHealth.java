package org.colonnade.platform.security.internal;

import java.util.List;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether this node has the key with which the installation's secrets are sealed. */
@Component
public final class VaultHealth implements HealthCheck {

    private static final String MODE = "readable by its owner only (chmod 600).";

    private final VaultKeeper keeper;

    @Activate
    public VaultHealth(@Reference VaultKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "vault";
    }

    /** Names the files but not their folder: everybody may read the findings. The log tells the folder. */
    @Override
    public Finding check() {
        try {
            List<String> missing = keeper.missing();
            if (!keeper.trouble().isEmpty()) {
                return Finding.warning(
                        "The installation's key cannot be used: " + KeyFiles.NAME + " or " + KeyFiles.OLDER
                                + " in the data folder may be read by others, or holds something else.",
                        "The log names the file. Make it " + MODE
                                + " If it is broken, copy it from another node or a backup.");
            }
            return missing.isEmpty() ? Finding.well("The secrets at rest can be opened here.") : without(missing);
        } catch (Problem away) {
            return Finding.warning(
                    "Whether the secrets at rest can be opened cannot be seen: the store does not answer.",
                    "See the check 'store'.");
        }
    }

    private static Finding without(List<String> missing) {
        return Finding.warning(
                "Secrets of second factors and webhooks cannot be opened here: this node does not have the key "
                        + String.join(", ", missing) + ", with which they were sealed.",
                "Copy " + KeyFiles.NAME + " and " + KeyFiles.OLDER
                        + ", as far as they are there, from the data folder of another node or" + " from a backup, "
                        + MODE);
    }
}
