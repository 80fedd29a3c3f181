package org.colonnade.platform.rest.internal.door;

import java.util.Enumeration;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;

/**
 * In which company a request works: the one that it names by its code, else the account's own. What does not belong to the account is told
 * like what does not exist.
 */
public final class CompanyChoice {

    /** The header with the company's code. */
    public static final String HEADER = "Colonnade-Company";

    private final long company;
    private final Problem refusal;

    private CompanyChoice(long company, Problem refusal) {
        this.company = company;
        this.refusal = refusal;
    }

    /** @param companies null while the store is away; then nothing answers for long anyway */
    static CompanyChoice of(HttpServletRequest request, Identity identity, Companies companies) {
        if (!identity.known()) {
            return new CompanyChoice(Caller.FIRST_COMPANY, null);
        }
        Enumeration<String> sent = request.getHeaders(HEADER);
        if (!sent.hasMoreElements()) {
            return own(identity.actor(), companies);
        }
        String code = sent.nextElement();
        if (sent.hasMoreElements()) {
            return refused(new Malformed("platform.company.malformed", HEADER + " is the code of one company."));
        }
        Company named = companies == null ? null : companies.find(code).orElse(null);
        if (named == null || !identity.actor().belongsTo(named.id())) {
            return refused(new Forbidden(
                    "platform.company.not-yours", "This account does not work in a company with this code."));
        }
        return open(named);
    }

    private static CompanyChoice own(Actor actor, Companies companies) {
        List<Long> own = actor.standing().companies();
        long first = own.isEmpty() ? Caller.FIRST_COMPANY : own.get(0);
        if (!actor.belongsTo(first)) {
            return refused(new Forbidden("platform.company.not-yours", "This account works in no company."));
        }
        Company company = companies == null ? null : companies.find(first).orElse(null);
        return company == null ? new CompanyChoice(first, null) : open(company);
    }

    private static CompanyChoice open(Company company) {
        return company.active()
                ? new CompanyChoice(company.id(), null)
                : refused(new Forbidden(
                        "platform.company.closed", "Nobody works in this company any more; name another one."));
    }

    private static CompanyChoice refused(Problem why) {
        return new CompanyChoice(Caller.FIRST_COMPANY, why);
    }

    /** The company's id. */
    long company() {
        return company;
    }

    /**
     * Asked by what reaches the records of a company, and by nothing else: the whole installation is open to those who may.
     *
     * @throws Forbidden {@code platform.company.not-yours}, {@code platform.company.closed}
     * @throws Malformed {@code platform.company.malformed}
     */
    public void require() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
