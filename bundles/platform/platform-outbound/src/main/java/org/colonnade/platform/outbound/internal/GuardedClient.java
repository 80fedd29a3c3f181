package org.colonnade.platform.outbound.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.colonnade.platform.api.outbound.OutboundAnswer;
import org.colonnade.platform.api.outbound.OutboundCall;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.outbound.internal.domain.Destinations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP client for one configuration. */
final class GuardedClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedClient.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int PER_ROUTE = 20;
    private static final int IDLE_SECONDS = 60;

    /** A connection that nobody used for so long is looked at before it is used again: the other side may have closed it. */
    private static final int IDLE_MILLIS = 100;

    private final OutboundSettings settings;
    private final CheckedNames names;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "colonnade-outbound-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    GuardedClient(OutboundSettings settings, CheckedNames.Names lookUp) {
        this.settings = settings;
        this.names = new CheckedNames(lookUp, settings.destinations());
        deadlines.setRemoveOnCancelPolicy(true);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(settings.connections())
                        .setMaxConnPerRoute(Math.min(PER_ROUTE, settings.connections()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connect()))
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(IDLE_MILLIS))
                                .setTimeToLive(TimeValue.ofSeconds(IDLE_SECONDS))
                                .build())
                        .build())
                .setUserAgent("Colonnade")
                .evictExpiredConnections()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    void check(String url) {
        URI uri = settings.destinations().read(url);
        try {
            names.resolve(Destinations.host(uri));
        } catch (CheckedNames.RefusedAddress refused) {
            throw refused.refusal();
        } catch (UnknownHostException later) {
            // it is resolved again with each call
            return;
        }
    }

    OutboundAnswer send(OutboundCall call) {
        URI uri = settings.destinations().read(call.url());
        HttpUriRequestBase request = request(call, uri);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                call.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            try {
                return answer(response, request, call.mostBytes());
            } finally {
                close(response);
            }
        } catch (IOException failure) {
            throw late.get() ? timeout(failure) : problem(failure);
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.GRACEFUL);
    }

    private static HttpUriRequestBase request(OutboundCall call, URI uri) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), uri);
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(call.timeout()))
                .setResponseTimeout(Timeout.of(call.timeout()))
                .build());
        call.headers().forEach(request::setHeader);
        if (call.body() != null) {
            request.setEntity(new ByteArrayEntity(call.body(), ContentType.parse(call.contentType())));
        }
        return request;
    }

    private static OutboundAnswer answer(ClassicHttpResponse response, HttpUriRequestBase request, int most)
            throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = new byte[0];
        boolean cut = false;
        if (response.getEntity() != null) {
            InputStream in = response.getEntity().getContent();
            body = in.readNBytes(most);
            cut = in.read() >= 0;
            if (cut) {
                // closing would read all the rest first
                request.cancel();
            }
        }
        return new OutboundAnswer(response.getCode(), headers, body, cut);
    }

    /** What is left of an answer that was read far enough is nobody's loss. */
    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException cutOff) {
            LOG.trace("The rest of an answer was left", cutOff);
        }
    }

    private static Problem problem(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CheckedNames.RefusedAddress refused) {
                return refused.refusal();
            }
        }
        if (failure instanceof UnknownHostException) {
            return unavailable("unresolved", "The name of the host is not known.", failure);
        }
        if (failure instanceof SSLException) {
            return unavailable("tls", "No protected connection could be made; the certificate does not fit.", failure);
        }
        if (failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException) {
            return timeout(failure);
        }
        if (failure instanceof java.net.ConnectException || failure instanceof java.net.NoRouteToHostException) {
            return unavailable("unreachable", "The other side does not take connections.", failure);
        }
        return unavailable("broken", "The connection broke off, or what was answered is no HTTP.", failure);
    }

    private static Problem timeout(IOException failure) {
        return unavailable("timeout", "The other side did not answer in time.", failure);
    }

    private static Unavailable unavailable(String what, String sentence, IOException failure) {
        return new Unavailable("platform.outbound." + what, sentence, AGAIN, failure);
    }
}
