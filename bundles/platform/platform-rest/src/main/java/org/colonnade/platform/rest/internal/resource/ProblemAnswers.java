package org.colonnade.platform.rest.internal.resource;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.rest.internal.door.Visit;
import org.colonnade.platform.rest.internal.problem.Diagnosis;
import org.colonnade.platform.rest.internal.problem.ProblemText;
import org.colonnade.platform.rest.internal.problem.Refusal;

/**
 * Answers whatever goes wrong inside an endpoint. The body is bytes already, so that no media type negotiation can turn a refusal into
 * something else.
 */
public final class ProblemAnswers implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        HttpServletRequest request = Current.request();
        Visit visit = Visit.of(request);
        boolean matched = Current.exchange().get(OperationResourceInfo.class) != null;
        Refusal refusal = matched ? of(failure, visit, request) : unmatched(failure, visit, request);
        Response.ResponseBuilder answer = Response.status(refusal.text().status())
                .entity(refusal.text().bytes())
                .header(HttpHeaders.CONTENT_TYPE, ProblemText.MEDIA_TYPE);
        visit.complete(refusal).headers().forEach(answer::header);
        return answer.build();
    }

    private static Refusal of(Throwable failure, Visit visit, HttpServletRequest request) {
        return Diagnosis.of(failure, visit.requestId(), request.getMethod() + ' ' + request.getRequestURI());
    }

    private static Refusal unmatched(Throwable failure, Visit visit, HttpServletRequest request) {
        Problem hidden = visit.refusalOfStrangers();
        return hidden == null ? of(failure, visit, request) : Refusal.of(hidden, visit.requestId());
    }

    /** The same for what JAX-RS itself throws: without it CXF's own mapper would be nearer. */
    public static final class OfWeb implements ExceptionMapper<WebApplicationException> {

        private final ProblemAnswers all;

        OfWeb(ProblemAnswers all) {
            this.all = all;
        }

        @Override
        public Response toResponse(WebApplicationException failure) {
            return all.toResponse(failure);
        }
    }
}
