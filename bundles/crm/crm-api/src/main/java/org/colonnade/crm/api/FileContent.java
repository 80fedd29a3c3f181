package org.colonnade.crm.api;

import java.io.IOException;
import java.io.OutputStream;

/** The content of a file of any length, ready to be written: everything that can be refused has been checked. */
@FunctionalInterface
public interface FileContent {

    /** Writes the content; closes nothing. */
    void writeTo(OutputStream out) throws IOException;
}
