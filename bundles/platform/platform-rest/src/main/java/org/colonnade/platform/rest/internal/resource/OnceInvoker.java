package org.colonnade.platform.rest.internal.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Exchange;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.api.store.KeptAnswer;
import org.colonnade.platform.api.store.KeyedRequest;
import org.colonnade.platform.api.web.Keeps;
import org.colonnade.platform.api.web.LateText;
import org.colonnade.platform.rest.internal.door.RequestKey;
import org.colonnade.platform.rest.internal.door.Visit;
import org.colonnade.platform.rest.internal.json.JsonBodies;
import org.colonnade.platform.rest.internal.json.StrictJson;

/**
 * Calls the resource methods. A POST with an {@code Idempotency-Key} is called inside the transaction that keeps its answer, so that effect
 * and answer are there together or not at all; everything else is called as it is.
 */
public final class OnceInvoker extends JAXRSInvoker {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final List<String> KEPT = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

    private final Map<OperationResourceInfo, OperationRule> rules;
    private final StrictJson json;
    private final Supplier<AnswerBook> answers;
    private final Supplier<LateText> late;

    /**
     * @param answers gives null while the store is away
     * @param late gives null where nothing is filled in after the commit
     */
    public OnceInvoker(
            Map<OperationResourceInfo, OperationRule> rules,
            StrictJson json,
            Supplier<AnswerBook> answers,
            Supplier<LateText> late) {
        this.rules = rules;
        this.json = json;
        this.answers = answers;
        this.late = late;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] parameters)
            throws Exception {
        Visit visit = Visit.of(Current.request());
        if (visit.key() != null) {
            OperationRule rule = rules.get(exchange.get(OperationResourceInfo.class));
            if (rule.keeps() != null) {
                return once(rule, visit, () -> super.performInvocation(exchange, resource, method, parameters));
            }
        }
        return super.performInvocation(exchange, resource, method, parameters);
    }

    private Object once(OperationRule rule, Visit visit, Call call) throws InvocationTargetException {
        RequestKey key = visit.key();
        KeyedRequest request = new KeyedRequest(
                rule.keeps() == Keeps.ANSWER_AFTERWARDS ? null : rule.module(),
                owner(visit),
                key.text(),
                key::fingerprint);
        Run run = new Run(rule, call);
        try {
            KeptAnswer answer = book().once(request, run::answer);
            return answer.whole() || answer.repeated() ? response(answer, visit) : run.result;
        } catch (Refused refused) {
            return refused.answer;
        } catch (Thrown thrown) {
            throw new InvocationTargetException(thrown.getCause());
        } catch (RuntimeException failure) {
            throw new InvocationTargetException(failure);
        }
    }

    /** The same key in another company is another key; those of the first company are called as they always were. */
    private static String owner(Visit visit) {
        String account = visit.identity().actor().ref().toString();
        long company = Caller.current().company();
        return company == Caller.FIRST_COMPANY ? account : account + '@' + company;
    }

    private AnswerBook book() {
        AnswerBook book = answers.get();
        if (book == null) {
            throw new Unavailable(
                    "platform.store.away",
                    "The database does not answer at the moment; try again shortly.",
                    Duration.ofSeconds(2));
        }
        return book;
    }

    private Response response(KeptAnswer kept, Visit visit) {
        if (!kept.whole()) {
            throw new Conflict(
                    "platform.idempotency.not-kept",
                    "This request was done when it came first; its answer was shown only then.");
        }
        Response.ResponseBuilder answer = Response.status(kept.status());
        kept.headers().forEach(answer::header);
        if (kept.body() != null) {
            LateText text = late.get();
            String body = text == null
                    ? kept.body()
                    : text.fill(kept.body(), visit.identity().actor());
            answer.entity(body.getBytes(StandardCharsets.UTF_8));
        }
        return (kept.repeated() ? answer.header(REPLAYED, "true") : answer).build();
    }

    /** Calls the method. */
    private interface Call {
        Object run() throws Exception;
    }

    /** One request's work, done once or, when the database asks for it, again. */
    private final class Run {

        private final OperationRule rule;
        private final Call call;
        private Object result;
        private boolean begun;

        Run(OperationRule rule, Call call) {
            this.rule = rule;
            this.call = call;
        }

        KeptAnswer answer() {
            if (begun && rule.body() == OperationRule.BodyKind.BYTES) {
                throw new Unavailable(
                        "platform.store.busy",
                        "Too much is going on in the database at the moment; try again shortly.",
                        Duration.ofSeconds(2));
            }
            begun = true;
            result = call();
            return kept(result instanceof Response response ? response : plain(result));
        }

        private Object call() {
            try {
                return call.run();
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new Thrown(thrown.getCause());
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new Thrown(failure);
            }
        }

        private KeptAnswer kept(Response response) {
            if (response.getStatus() >= 400) {
                throw new Refused(response);
            }
            Object entity = response.getEntity();
            if (rule.keeps() == Keeps.FACT || entity != null && !JsonBodies.isJson(entity.getClass())) {
                return KeptAnswer.factOnly(response.getStatus());
            }
            return KeptAnswer.of(response.getStatus(), headers(response), text(entity));
        }

        private String text(Object entity) {
            try {
                return entity == null ? null : new String(json.write(entity), StandardCharsets.UTF_8);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static Response plain(Object result) {
        return result == null
                ? Response.noContent().build()
                : Response.ok(result).build();
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            Object value = response.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(
                        name,
                        name.equals(HttpHeaders.LOCATION)
                                ? AnswerForm.withoutHost(value)
                                : response.getHeaderString(name));
            }
        }
        if (response.getEntity() != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        return headers;
    }

    /** The method answered that it did not do it: nothing is stored or remembered. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Response answer;

        Refused(Response answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    /** Carries what the method threw, where that is no runtime exception. */
    private static final class Thrown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Thrown(Throwable cause) {
            super(null, cause, false, false);
        }
    }
}
