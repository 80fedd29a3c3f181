package org.colonnade.platform.privacy.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.privacy.internal.rest.ErasureFiles;
import org.colonnade.platform.privacy.internal.rest.ExportFiles;
import org.colonnade.platform.privacy.internal.rest.InvariantFiles;
import org.colonnade.platform.privacy.internal.rest.PersonalFunctions;
import org.colonnade.platform.privacy.internal.rest.RestrictionFiles;
import org.colonnade.platform.privacy.internal.rest.RetentionFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents personal data and invariants to the platform, below {@code /api/platform}. */
@Component
public final class PrivacyModule implements Module {

    private final List<Object> resources;

    @Activate
    public PrivacyModule(
            @Reference InvariantFiles invariants,
            @Reference ExportFiles exports,
            @Reference ErasureFiles erasures,
            @Reference RestrictionFiles restrictions,
            @Reference RetentionFiles retention,
            @Reference PersonalFunctions functions) {
        resources = List.of(invariants, exports, erasures, restrictions, retention, functions);
    }

    @Override
    public String id() {
        return "privacy";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Personal data", "th", "ข้อมูลส่วนบุคคล");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return PrivacyPermissions.ALL;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
