package org.colonnade.platform.rest.internal.door;

import javax.servlet.ServletRequest;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.rest.internal.problem.ProblemText;
import org.colonnade.platform.rest.internal.problem.Refusal;
import org.slf4j.MDC;

/** What the front door knows of one request, for those who work on it further inside. */
public final class Visit {

    private static final String KEY = Visit.class.getName();

    private final String requestId;
    private final GuardedAnswer answer;
    private Identity identity;
    private CompanyChoice company;
    private String name;
    private String demanded;
    private ProblemText refused;
    private RequestKey key;
    private OperationResourceInfo operation;
    private boolean cut;

    Visit(String requestId, GuardedAnswer answer) {
        this.requestId = requestId;
        this.answer = answer;
    }

    /** The visit that this request belongs to. */
    public static Visit of(ServletRequest request) {
        return (Visit) request.getAttribute(KEY);
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(KEY, this);
    }

    void identified(Identity who) {
        this.identity = who;
    }

    void chosen(CompanyChoice choice) {
        this.company = choice;
    }

    /** In which company it works; null before the front door has asked. */
    public CompanyChoice company() {
        return company;
    }

    void keyed(RequestKey sent) {
        this.key = sent;
    }

    /** Under which key a repetition of the request can be told; null if it came without. */
    public RequestKey key() {
        return key;
    }

    public String requestId() {
        return requestId;
    }

    /** Who sent it; null before the front door has asked. */
    public Identity identity() {
        return identity;
    }

    /**
     * What to say instead of how a path is not right: whoever is not recognised does not learn which paths exist.
     *
     * @return null for everybody who is known
     */
    public Problem refusalOfStrangers() {
        return identity == null ? null : identity.refusal();
    }

    /** The operation that was matched is called so; lines of the log say it from now on. */
    public void named(String operation) {
        name = operation;
        MDC.put(LogMarks.OPERATION, operation);
    }

    /** What the operation is called; null if none was matched. */
    String name() {
        return name;
    }

    /** The operation that was matched demands this permission. */
    public void demands(String permission) {
        this.demanded = permission;
    }

    /** CXF has chosen the operation. */
    public void matched(OperationResourceInfo chosen) {
        this.operation = chosen;
    }

    /** What CXF has chosen; null if it did not come so far. */
    public OperationResourceInfo operation() {
        return operation;
    }

    String demanded() {
        return demanded;
    }

    /** What was refused, or null. */
    ProblemText refused() {
        return refused;
    }

    /** Adds what HTTP demands with a refusal: the challenge with a 401. */
    public Refusal complete(Refusal refusal) {
        refused = refusal.text();
        return refusal.text().status() == 401 && identity != null
                ? refusal.with("WWW-Authenticate", identity.challenge())
                : refusal;
    }

    /** Whether the caller has gone away. */
    public boolean abandoned() {
        return answer.abandoned();
    }

    /** Marks an answer that broke in the middle: the connection must be cut, so that the caller does not take a part for the whole. */
    public void cut() {
        this.cut = true;
    }

    boolean isCut() {
        return cut;
    }
}
