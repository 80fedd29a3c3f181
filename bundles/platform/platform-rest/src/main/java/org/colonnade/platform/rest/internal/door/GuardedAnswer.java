package org.colonnade.platform.rest.internal.door;

import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/**
 * The way back to the caller. When the caller has gone away, what is still written to it is dropped in silence: an exception would climb
 * through CXF and fill the log with other people's broken connections.
 */
final class GuardedAnswer extends HttpServletResponseWrapper {

    private Way way;

    GuardedAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (way == null) {
            way = new Way(super.getOutputStream());
        }
        return way;
    }

    @Override
    public PrintWriter getWriter() {
        throw new IllegalStateException("Answers are written as bytes");
    }

    @Override
    public void flushBuffer() throws IOException {
        getOutputStream().flush();
    }

    /** Whether the caller went away while it was answered. */
    boolean abandoned() {
        return way != null && way.gone;
    }

    private static final class Way extends ServletOutputStream {

        private final ServletOutputStream out;
        private boolean gone;

        Way(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            carefully(() -> out.write(b));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            carefully(() -> out.write(bytes, offset, length));
        }

        @Override
        public void flush() {
            carefully(out::flush);
        }

        /** The server closes the answer when the door is through with it: until then an answer that broke must not look whole. */
        @Override
        public void close() {
            // see above
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Answers are written on the request's own thread");
        }

        private void carefully(Step step) {
            if (gone) {
                return;
            }
            try {
                step.run();
            } catch (IOException e) {
                gone = true;
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
