package org.colonnade.platform.privacy.internal.rest;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.web.Versions;

/** What requests bring and answers carry, the same way in each resource. */
final class Given {

    private static final int MOST_RECORDS = 100;

    private Given() {}

    /** The person is required. */
    static Fields person(Ref person) {
        Fields fields = new Fields();
        return person == null ? fields.wrong("person", "is required, such as crm:party:0J5XK3T9ZQ1AB") : fields;
    }

    static List<Ref> records(Fields fields, Collection<Ref> also) {
        if (also == null) {
            return List.of();
        }
        if (also.size() > MOST_RECORDS || also.stream().anyMatch(Objects::isNull)) {
            fields.wrong("also", "names at most " + MOST_RECORDS + " records");
            return List.of();
        }
        return List.copyOf(also);
    }

    static Response withVersion(Response.ResponseBuilder answer, Object entity, long version) {
        String etag = Versions.etag(version);
        return answer.entity(entity)
                .tag(new EntityTag(etag.substring(1, etag.length() - 1)))
                .build();
    }
}
