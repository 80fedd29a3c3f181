package org.colonnade.platform.rest.internal.door;

import java.lang.annotation.Annotation;

/** The limits as they are without a configuration, but for those that a test sets. */
record TestLimits(
        long jsonBytes,
        long uploadBytes,
        int uriLength,
        int requestsPerCaller,
        int requestsPerAddress,
        String trustedProxies,
        String forwardedHeader)
        implements RestConfig {

    TestLimits(long jsonBytes, long uploadBytes, int uriLength, int requestsPerCaller, int requestsPerAddress) {
        this(jsonBytes, uploadBytes, uriLength, requestsPerCaller, requestsPerAddress, "", "X-Forwarded-For");
    }

    /** The same with proxies. */
    static TestLimits trusting(String proxies, String header) {
        return new TestLimits(1 << 20, 20 << 20, 4096, 128, 64, proxies, header);
    }

    TestLimits() {
        this(1 << 20, 20 << 20, 4096, 128, 64);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return RestConfig.class;
    }
}
