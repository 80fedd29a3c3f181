package org.colonnade.platform.rest.internal.resource;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.jaxrs.JAXRSServiceFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.colonnade.platform.rest.internal.json.JsonBodies;

/** What stands around the resource methods of every endpoint. */
public final class Providers {

    private Providers() {}

    /** The rules of one endpoint's operations. @param modules the id of the module that each resource belongs to */
    public static Map<OperationResourceInfo, OperationRule> rules(
            JAXRSServiceFactoryBean resources, Map<Object, String> modules) {
        Map<OperationResourceInfo, OperationRule> rules = new IdentityHashMap<>();
        for (ClassResourceInfo type : resources.getClassResourceInfo()) {
            String module = modules.get(type.getResourceProvider().getInstance(null));
            for (OperationResourceInfo operation : type.getMethodDispatcher().getOperationResourceInfos()) {
                rules.put(operation, OperationRule.of(operation, module));
            }
        }
        return rules;
    }

    /** The providers of one endpoint. */
    public static List<Object> all(JsonBodies json, Map<OperationResourceInfo, OperationRule> rules) {
        ProblemAnswers problems = new ProblemAnswers();
        return List.of(
                json,
                new Downloads(),
                new Parameters(),
                new ActorContext(),
                new Guard(rules),
                new AnswerForm(),
                problems,
                new ProblemAnswers.OfWeb(problems));
    }
}
