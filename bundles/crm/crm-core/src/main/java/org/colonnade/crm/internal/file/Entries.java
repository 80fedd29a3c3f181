package org.colonnade.crm.internal.file;

import java.io.Closeable;
import java.io.IOException;

/** The cards or rows of a file, one after the other. */
public interface Entries extends Closeable {

    /** The next one, or null at the end. */
    Entry next() throws IOException;

    /** Passes over the next one without looking what it says. @return false at the end */
    boolean skip() throws IOException;
}
