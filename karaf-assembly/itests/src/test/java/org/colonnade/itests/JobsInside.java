package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.job.Jobs;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A job whose worker comes, goes and comes again, watched over HTTP while it runs. */
final class JobsInside {

    private final BundleContext context;
    private final Jobs jobs;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    JobsInside(BundleContext context) {
        this.context = context;
        jobs = context.getService(context.getServiceReference(Jobs.class));
    }

    void aJobOutlivesItsWorkerAndIsWatched() throws Exception {
        URI base = URI.create("http://127.0.0.1:" + System.getProperty("colonnade.port"));
        Deadline.within(
                Duration.ofSeconds(60),
                () -> new Api(base, null).get("/health/ready").status() == 200);
        Api admin = Keys.admin(base, Path.of(System.getProperty("colonnade.home")));
        JobFiles files = jobs.prepare();
        files.keep("input.txt", "text/plain", new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
        String id = jobs.submit(JobDraft.of("itest.count", "Counting", "{}").with(files));
        assertEquals("itest", jobs.get(id).waitingFor());
        ServiceRegistration<JobWorker> first = register();
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        first.unregister();
        assertEquals(JobState.QUEUED, jobs.get(id).state());
        watched(admin, id);
        assertEquals(
                "hello",
                admin.get("/api/platform/jobs/" + id + "/files/input.txt")
                        .expect(200)
                        .text());
        String etag = admin.get("/api/platform/jobs/" + id).expect(200).etag();
        admin.delete("/api/platform/jobs/" + id, etag).expect(204);
        admin.get("/api/platform/jobs/" + id).expectProblem(404, "platform.job.not-found");
    }

    private void watched(Api admin, String id) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        admin.request("/api/platform/jobs/" + id + "/events")
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/event-stream", answer.headers().firstValue("Content-Type").orElse(""));
        String last;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            await(lines, "event: queued");
            ServiceRegistration<JobWorker> second = register();
            await(lines, "event: running");
            mayEnd.countDown();
            last = await(lines, "event: done");
            await(lines, null);
            second.unregister();
        }
        HttpResponse<Void> again = HttpClient.newHttpClient()
                .send(
                        admin.request("/api/platform/jobs/" + id + "/events")
                                .header("Last-Event-ID", last)
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertEquals(204, again.statusCode());
        assertEquals(5, jobs.get(id).done());
    }

    /** Reads on to the line, or to the end for null. @return the number of its event */
    private static String await(BufferedReader lines, String wanted) throws Exception {
        String number = null;
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            number = line.startsWith("id: ") ? line.substring(4) : number;
            line = lines.readLine();
        }
        assertEquals(wanted, line);
        return number;
    }

    private ServiceRegistration<JobWorker> register() {
        return context.registerService(JobWorker.class, new Counting(), null);
    }

    /** Counts to five; the first time it only comes to three. */
    private final class Counting implements JobWorker {

        @Override
        public String kind() {
            return "itest.count";
        }

        @Override
        public void run(JobRun run) throws Exception {
            if (run.checkpoint() == null) {
                run.progress(3, 5, "3");
                begun.countDown();
                Deadline.within(Duration.ofSeconds(30), () -> {
                    run.goOn();
                    return false;
                });
            }
            assertEquals("3", run.checkpoint());
            assertTrue(mayEnd.await(30, TimeUnit.SECONDS));
            run.progress(5, 5, "5");
            run.result("{\"counted\": 5}");
        }
    }
}
