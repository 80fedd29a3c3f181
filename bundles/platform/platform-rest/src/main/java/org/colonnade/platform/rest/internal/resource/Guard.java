package org.colonnade.platform.rest.internal.resource;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.NotAcceptableException;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.rest.internal.door.Visit;
import org.colonnade.platform.rest.internal.problem.Diagnosis;

/**
 * The one enforcement point: runs when the operation is known and nothing of the request was read yet. What it does not know it does not
 * let in.
 */
public final class Guard implements ContainerRequestFilter {

    private static final MediaType MERGE_PATCH = new MediaType("application", "merge-patch+json");

    private final Map<OperationResourceInfo, OperationRule> rules;

    Guard(Map<OperationResourceInfo, OperationRule> rules) {
        this.rules = rules;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        OperationResourceInfo operation = Current.exchange().get(OperationResourceInfo.class);
        OperationRule rule = rules.get(operation);
        HttpServletRequest request = Current.request();
        Visit visit = Visit.of(request);
        visit.matched(operation);
        check(rule, request, visit);
        if (rule.answersJson()
                && context.getAcceptableMediaTypes().stream()
                        .noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
    }

    /** Lets a request in, or throws why not. */
    public static void check(OperationRule rule, HttpServletRequest request, Visit visit) {
        enter(rule, visit);
        if (!rule.anyQuery()) {
            QueryNames.check(request.getQueryString(), rule.query());
        }
        if (rule.keeps() != null && visit.key() != null) {
            visit.key().text();
        }
        checkBody(rule.body(), request);
    }

    private static void enter(OperationRule rule, Visit visit) {
        if (rule == null) {
            throw new Forbidden("none");
        }
        visit.named(rule.name());
        visit.demands(rule.permission());
        if (rule.permission() != null) {
            Actor actor = visit.identity().require();
            if (rule.scope() == Scope.COMPANY) {
                visit.company().require();
            }
            actor.require(rule.permission());
        } else if (rule.open() != Open.To.EVERYBODY) {
            visit.identity().require();
        }
    }

    private static void checkBody(OperationRule.BodyKind kind, HttpServletRequest request) {
        if (kind == OperationRule.BodyKind.NONE || kind == OperationRule.BodyKind.BYTES) {
            return;
        }
        String sent = request.getContentType();
        if (sent == null) {
            throw request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null
                    ? missing()
                    : Diagnosis.unsupported();
        }
        if (!(kind == OperationRule.BodyKind.PATCH ? MERGE_PATCH : MediaType.APPLICATION_JSON_TYPE)
                .isCompatible(MediaType.valueOf(sent))) {
            throw Diagnosis.unsupported();
        }
    }

    private static Problem missing() {
        return new Malformed("platform.body.missing", "This operation needs a JSON body.");
    }
}
