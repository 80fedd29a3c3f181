package org.colonnade.platform.rest.internal.resource;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.jaxrs.JAXRSServiceFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.colonnade.platform.rest.internal.json.JsonBodies;

/** What stands around the resource methods of every endpoint. */
public final class Providers {

    private Providers() {}

    /** The rules of one endpoint's operations. @param modules the id of the module that each resource class belongs to */
    public static Map<Method, OperationRule> rules(JAXRSServiceFactoryBean resources, Map<Class<?>, String> modules) {
        Map<Method, OperationRule> rules = new HashMap<>();
        for (ClassResourceInfo type : resources.getClassResourceInfo()) {
            for (OperationResourceInfo operation : type.getMethodDispatcher().getOperationResourceInfos()) {
                rules.put(
                        operation.getMethodToInvoke(),
                        OperationRule.of(operation, modules.get(type.getServiceClass())));
            }
        }
        return rules;
    }

    /** The providers of one endpoint. */
    public static List<Object> all(JsonBodies json, Map<Method, OperationRule> rules) {
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
