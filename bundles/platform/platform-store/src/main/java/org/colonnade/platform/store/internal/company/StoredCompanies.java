package org.colonnade.platform.store.internal.company;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.company.CompanyDraft;
import org.colonnade.platform.api.company.event.CompanyOpened;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;

/** Keeps the companies, and in memory what was read of them in the last second. */
public final class StoredCompanies implements Companies {

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Supplier<Tx> tx;
    private volatile Read last;

    /** @param tx the transactions of the store's own tables */
    public StoredCompanies(Supplier<Tx> tx) {
        this.tx = tx;
    }

    @Override
    public List<Company> all() {
        Read read = last;
        if (read == null || System.nanoTime() - read.at() > FRESH_NANOS) {
            long began = System.nanoTime();
            read = new Read(everywhere(() -> tx.get().read(work -> CompanyRows.all(connection(work)))), began);
            last = read;
        }
        return read.companies();
    }

    /** The ids of those in which something can be due. */
    public List<Long> ids() {
        return all().stream().map(Company::id).sorted().toList();
    }

    @Override
    public Optional<Company> find(long id) {
        return first(company -> company.id() == id);
    }

    @Override
    public Optional<Company> find(String code) {
        return first(company -> company.code().equals(code));
    }

    @Override
    public Company company(String code) {
        return find(code).orElseThrow(StoredCompanies::unknown);
    }

    @Override
    public Company open(CompanyDraft draft) {
        CompanyDraft checked = CompanyRule.checked(draft);
        return changed(work -> {
            if (named(work, checked.code()).isPresent()) {
                throw new Conflict("platform.company.taken", "There is a company with this code already.");
            }
            long id = CompanyRows.add(connection(work), checked, work.now());
            Company opened = named(work, checked.code()).orElseThrow();
            try (Caller.Binding bound = Caller.current().in(id).bind()) {
                work.record(new Change(ref(opened), "created", 1, null, text(opened)));
                work.publish(new CompanyOpened(ref(opened), id, opened.code()));
            }
            return opened;
        });
    }

    @Override
    public Company change(String code, long version, CompanyDraft draft) {
        return changed(work -> {
            Company before = named(work, code).orElseThrow(StoredCompanies::unknown);
            if (before.version() != version) {
                throw stale();
            }
            if (draft.code() != null && !draft.code().equals(code)) {
                throw new Rejected("platform.company.invalid", "The company cannot be stored like this.")
                        .field("code", "cannot be changed");
            }
            CompanyDraft checked = CompanyRule.checked(new CompanyDraft(
                    code,
                    draft.name(),
                    draft.currency(),
                    draft.zone(),
                    draft.language(),
                    draft.yearStart(),
                    draft.active()));
            if (!checked.active() && others(work, code).noneMatch(Company::active)) {
                throw new Rejected(
                        "platform.company.last", "This is the last company to work in; open another one first.");
            }
            CompanyRows.change(connection(work), before.id(), checked);
            Company after = named(work, code).orElseThrow();
            try (Caller.Binding bound = Caller.current().in(before.id()).bind()) {
                work.record(new Change(ref(after), "changed", after.version(), text(before), text(after)));
            }
            return after;
        });
    }

    private static java.util.stream.Stream<Company> others(Work work, String code) throws SQLException {
        return CompanyRows.all(connection(work)).stream()
                .filter(company -> !company.code().equals(code));
    }

    /** In no company: what is written down of one stands in its own chain. */
    private Company changed(Tx.Body<Company> body) {
        Company company = everywhere(() -> tx.get().write(work -> {
            CompanyRows.queueUp(connection(work));
            return body.run(work);
        }));
        last = null;
        return company;
    }

    private Optional<Company> first(Predicate<Company> which) {
        return all().stream().filter(which).findFirst();
    }

    private static Optional<Company> named(Work work, String code) throws SQLException {
        return CompanyRows.all(connection(work)).stream()
                .filter(company -> company.code().equals(code))
                .findFirst();
    }

    private static <T> T everywhere(Supplier<T> work) {
        try (Caller.Binding bound = Caller.current().in(Caller.EVERY_COMPANY).bind()) {
            return work.get();
        }
    }

    private static Connection connection(Work work) {
        return work.unwrap(Connection.class);
    }

    private static Ref ref(Company company) {
        return new Ref("platform", "company", company.code());
    }

    private static String text(Company company) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", company.code())
                .put("name", company.name())
                .put("currency", company.currency())
                .put("zone", company.zone())
                .put("language", company.language())
                .put("yearStart", company.yearStart())
                .put("active", company.active())
                .toString();
    }

    private static Stale stale() {
        return new Stale(
                "platform.record.stale", "The company has changed since you read it; read it again, then decide.");
    }

    private static NotFound unknown() {
        return new NotFound("platform.company.not-found", "There is no company with this code.");
    }

    /** What was read, and when by the machine's own count. */
    private record Read(List<Company> companies, long at) {}
}
