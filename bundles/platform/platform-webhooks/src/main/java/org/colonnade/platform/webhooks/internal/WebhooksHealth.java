package org.colonnade.platform.webhooks.internal;

import java.time.Duration;
import java.util.List;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;
import org.colonnade.platform.webhooks.internal.store.CursorRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which receivers do not take what is sent to them. */
@Component
public final class WebhooksHealth implements HealthCheck {

    private static final Duration LONG = Duration.ofMinutes(15);

    private final Webhooks webhooks;

    @Activate
    public WebhooksHealth(@Reference Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Finding check() {
        try {
            List<String> names = webhooks.tx().everywhere().read(work -> {
                List<String> ids = CursorRows.troubled(work, work.now().minus(LONG)).stream()
                        .map(Tsid::text)
                        .toList();
                return webhooks.desk().find(work, ids).stream()
                        .map(kept -> kept.value())
                        .map(Subscriber::name)
                        .toList();
            });
            return names.isEmpty()
                    ? Finding.well("Every receiver of webhooks takes what is sent to it.")
                    : Finding.warning(
                            "Receivers of webhooks take nothing: " + String.join(", ", names) + '.',
                            "colonnade:webhooks says why; after mending, resume them. Nothing is lost meanwhile.");
        } catch (Problem away) {
            return Finding.warning(
                    "Whether webhooks arrive cannot be seen: the store does not answer.", "See the check 'store'.");
        }
    }
}
