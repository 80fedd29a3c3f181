package org.colonnade.platform.rest.internal.door;

import java.lang.annotation.Annotation;

/** The limits as they are without a configuration, but for those that a test sets. */
record TestLimits(long jsonBytes, long uploadBytes, int uriLength, int requestsPerCaller, int requestsPerAddress)
        implements RestConfig {

    TestLimits() {
        this(1 << 20, 20 << 20, 4096, 128, 64);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return RestConfig.class;
    }
}
