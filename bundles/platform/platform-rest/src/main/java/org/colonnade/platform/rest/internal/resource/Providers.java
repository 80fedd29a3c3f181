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

    /** The providers of one endpoint. @param resources its resource classes, already read */
    public static List<Object> all(JsonBodies json, JAXRSServiceFactoryBean resources) {
        Map<OperationResourceInfo, OperationRule> rules = new IdentityHashMap<>();
        for (ClassResourceInfo type : resources.getClassResourceInfo()) {
            for (OperationResourceInfo operation : type.getMethodDispatcher().getOperationResourceInfos()) {
                rules.put(operation, OperationRule.of(operation));
            }
        }
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
