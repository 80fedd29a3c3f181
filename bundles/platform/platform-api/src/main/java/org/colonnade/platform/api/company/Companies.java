package org.colonnade.platform.api.company;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The companies of this installation. Each has its own records: who works in one never sees another's. Users, roles, teams and settings
 * are the whole installation's. Asks for no permission: whoever offers it to people does.
 */
@ProviderType
public interface Companies {

    /** All of them, by code. */
    List<Company> all();

    /** Looked up in memory; a change on another node shows within a second. */
    Optional<Company> find(long id);

    /** Looked up in memory; a change on another node shows within a second. */
    Optional<Company> find(String code);

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.company.not-found} */
    Company company(String code);

    /**
     * Opens another one. The functions learn of it by {@link org.colonnade.platform.api.company.event.CompanyOpened}.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.company.invalid}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.company.taken}
     */
    Company open(CompanyDraft draft);

    /**
     * Changes everything but the code.
     *
     * @param version the one that is changed
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.company.not-found}
     * @throws org.colonnade.platform.api.problem.Stale {@code platform.record.stale}
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.company.invalid}; {@code platform.company.last} if none would be
     *     left to work in
     */
    Company change(String code, long version, CompanyDraft draft);
}
