package org.colonnade.platform.api.privacy;

import java.io.IOException;
import java.io.InputStream;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/** Where a function puts what it knows of a person. Nothing is kept in memory. */
@ProviderType
public interface PersonalExport {

    /** Adds a record. */
    void record(PersonalItem item) throws IOException;

    /**
     * Adds a file that belongs to a record.
     *
     * @param record whose it is
     * @param name what it is called; any text
     * @param mediaType such as {@code application/pdf}
     * @param content the bytes; the function closes the stream
     */
    void file(Ref record, String name, String mediaType, InputStream content) throws IOException;
}
