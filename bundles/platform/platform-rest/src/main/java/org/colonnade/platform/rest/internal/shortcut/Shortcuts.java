package org.colonnade.platform.rest.internal.shortcut;

import java.io.IOException;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.colonnade.platform.rest.internal.door.Visit;
import org.colonnade.platform.rest.internal.json.JsonBodies;
import org.colonnade.platform.rest.internal.resource.OperationRule;

/**
 * The short ways of one endpoint: what CXF's chain was once seen to choose for a plain request is answered for every later request of the
 * same shape without the chain. CXF remains the one that chooses; whatever is not plain goes through it as ever.
 */
public final class Shortcuts {

    /** Shapes are few: operations times the ways to ask for them. The bound is for callers who play with words as ids. */
    private static final int MOST = 5_000;

    private final String base;
    private final Vocabulary words;
    private final Map<OperationResourceInfo, Shortcut> possible = new IdentityHashMap<>();
    private final ConcurrentMap<String, Shortcut> known = new ConcurrentHashMap<>();

    /**
     * Looks over an endpoint's operations.
     *
     * @param base the endpoint's path
     */
    public Shortcuts(String base, Map<OperationResourceInfo, OperationRule> rules, JsonBodies json) {
        Collection<OperationResourceInfo> operations = rules.keySet();
        this.base = base;
        this.words = Vocabulary.of(operations);
        PlainAnswer answer = new PlainAnswer(base, json);
        for (OperationResourceInfo operation : operations) {
            Shortcut shortcut = Shortcut.of(operation, rules.get(operation), json, answer);
            if (shortcut != null) {
                possible.put(operation, shortcut);
            }
        }
    }

    /** Answers a request in the short way if there is one, else in the long one, which shows the way for the next. */
    public void answer(HttpServletRequest request, HttpServletResponse response, LongWay longWay) throws IOException {
        PlainRequest plain =
                words == null || Visit.of(request).key() != null ? null : PlainRequest.of(request, base, words);
        Shortcut shortcut = plain == null ? null : known.get(plain.shape());
        if (shortcut != null) {
            shortcut.answer(plain, response);
            return;
        }
        longWay.answer();
        Shortcut seen = plain == null ? null : possible.get(Visit.of(request).operation());
        if (seen != null && known.size() < MOST) {
            known.put(plain.shape(), seen);
        }
    }

    /** The way through CXF's chain. */
    @FunctionalInterface
    public interface LongWay {
        void answer() throws IOException;
    }
}
