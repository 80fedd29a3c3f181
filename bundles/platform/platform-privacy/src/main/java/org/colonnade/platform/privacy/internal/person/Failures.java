package org.colonnade.platform.privacy.internal.person;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.colonnade.platform.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The functions that did not answer in one passage, each with a sentence that tells nothing about the inside and about nobody. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Map<String, String> sentences = new TreeMap<>();
    private final String caseName;

    Failures(String caseName) {
        this.caseName = caseName;
    }

    void add(String module, Exception failure) {
        LOG.error("Case {}: the function {} could not answer", caseName, module, failure);
        sentences.put(module, failure instanceof Problem problem ? problem.code() : "It broke; the log says why.");
    }

    void absent(String module) {
        sentences.putIfAbsent(module, "It is not here; it is asked when it comes back.");
    }

    void waits(String module) {
        sentences.putIfAbsent(module, "It is asked when all have said what must be kept.");
    }

    boolean has(String module) {
        return sentences.containsKey(module);
    }

    String of(String module) {
        return sentences.get(module);
    }

    Set<String> modules() {
        return sentences.keySet();
    }
}
