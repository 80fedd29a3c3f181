package org.colonnade.platform.records.internal;

import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.dossier.Tags;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.security.Teams;
import org.colonnade.platform.api.sheet.Sheets;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services that go with the upkeep of records. Without one, records have less: no custom fields, no tags, no history. */
@Component(service = Companions.class)
public final class Companions {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditLog audit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile CustomFields customFields;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Tags tags;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Jobs jobs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Sheets sheets;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Teams teams;

    /** The log of changes, or null. */
    AuditLog audit() {
        return audit;
    }

    /** The custom fields, or null. */
    CustomFields customFields() {
        return customFields;
    }

    /** The jobs, or null. */
    Jobs jobs() {
        return jobs;
    }

    /** The tables, or null. */
    Sheets sheets() {
        return sheets;
    }

    /** The tags, or null. */
    Tags tags() {
        return tags;
    }

    /** The teams, or null. */
    Teams teams() {
        return teams;
    }
}
