package org.colonnade.platform.api.web;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A request's JSON object whose type is known only to the resource's instance. Read as strictly as every other body. */
@ProviderType
public interface JsonBody {

    /** Whether the object has this member. */
    boolean has(String member);

    /**
     * Takes a member out of the object.
     *
     * @return plain Java: map, list, text, {@code BigDecimal}, boolean; null if there is none or it is null
     */
    Object take(String member);

    /** Takes a member out of the object as a body of its own. @throws org.colonnade.platform.api.problem.Malformed if it is no object */
    JsonBody part(String member);

    /** Takes a list of objects out of the object, each a body of its own; none if there is no such member. */
    List<JsonBody> parts(String member);

    /**
     * What is left, as a record.
     *
     * @throws org.colonnade.platform.api.problem.Malformed {@code platform.json.unknown-field}, {@code platform.json.wrong-type} …
     */
    <T> T as(Class<T> type);

    /** What is left, as a change of a record. */
    MergePatch asPatch();
}
