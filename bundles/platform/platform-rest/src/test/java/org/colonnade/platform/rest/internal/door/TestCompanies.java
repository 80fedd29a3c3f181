package org.colonnade.platform.rest.internal.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.company.CompanyDraft;
import org.colonnade.platform.api.problem.NotFound;

/** Companies in memory: main, two, and one that is closed. */
public final class TestCompanies implements Companies {

    private final List<Company> all =
            new ArrayList<>(List.of(company(1, "main", true), company(2, "two", true), company(3, "gone", false)));

    private static Company company(long id, String code, boolean active) {
        return new Company(id, code, "Company " + code, "EUR", "UTC", "en", "01-01", active, Instant.EPOCH, 4);
    }

    @Override
    public List<Company> all() {
        return all;
    }

    @Override
    public Optional<Company> find(long id) {
        return all.stream().filter(company -> company.id() == id).findFirst();
    }

    @Override
    public Optional<Company> find(String code) {
        return all.stream().filter(company -> company.code().equals(code)).findFirst();
    }

    @Override
    public Company company(String code) {
        return find(code).orElseThrow(() -> new NotFound("platform.company.not-found", "There is no such company."));
    }

    @Override
    public Company open(CompanyDraft draft) {
        Company opened = company(all.size() + 1L, draft.code(), true);
        all.add(opened);
        return opened;
    }

    @Override
    public Company change(String code, long version, CompanyDraft draft) {
        Company before = company(code);
        return new Company(
                before.id(),
                code,
                draft.name(),
                draft.currency(),
                "UTC",
                "en",
                "01-01",
                true,
                Instant.EPOCH,
                version + 1);
    }
}
