package org.colonnade.platform.rest.internal.door;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Something that the door hands out: what the platform is and how it does, never anything that it keeps. */
public interface PublicPage {

    /** Whether it answers at this path. */
    boolean isAt(String path);

    /** What it is called in the log and in metrics. */
    default String name() {
        return "platform.door.page";
    }

    /** Without which permission nobody gets it; null for everybody. */
    default String permission() {
        return null;
    }

    /** Answers GET and HEAD; the door has set the common headers already. */
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
