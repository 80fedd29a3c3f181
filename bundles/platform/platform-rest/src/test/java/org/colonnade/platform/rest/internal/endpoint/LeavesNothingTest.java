package org.colonnade.platform.rest.internal.endpoint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.rest.internal.door.Answer;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.colonnade.platform.rest.internal.openapi.ApiDocument;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.Test;

public class LeavesNothingTest {

    @Test
    public void aFunctionThatIsGoneIsForgottenToTheLastClass() throws Exception {
        try (TestHouse house = new TestHouse()) {
            for (int i = 0; i < 3; i++) {
                WeakReference<ClassLoader> loader = comeAndGo(house);
                long until = System.nanoTime() + 10_000_000_000L;
                while (loader.get() != null && System.nanoTime() < until) {
                    System.gc();
                    Thread.onSpinWait();
                }
                assertNull("something still holds the function's classes", loader.get());
            }
        }
    }

    /** One life of a function whose classes come from a loader of their own. */
    private static WeakReference<ClassLoader> comeAndGo(TestHouse house) throws Exception {
        ClassLoader loader = new Own();
        Class<?> type = loader.loadClass(ThingResource.class.getName());
        assertEquals(loader, type.getClassLoader());
        Module module = SampleModule.of(type.getConstructor().newInstance());
        house.board.arrive(module);
        Answer.ok(200, house.get("reader", "/api/sample/things"));
        Answer.ok(201, house.post("writer", "/api/sample/things", "application/json", ThingResource.EXAMPLE));
        Answer.refused(
                400,
                "platform.json.wrong-type",
                house.post("writer", "/api/sample/things", "application/json", "{\"loud\": 1}"));
        house.post("writer", "/api/sample/things/upload", "text/csv", "a,b");
        house.get("reader", "/api/sample/things/me");
        house.get("reader", "/api/sample/things?kind=ROUND");
        new ApiDocument("1").of(house.board.switchboard.answering());
        house.board.leave(module);
        return new WeakReference<>(loader);
    }

    /** Loads the sample's classes itself, as a bundle would. */
    private static final class Own extends ClassLoader {

        private static final String SAMPLE = ThingResource.class.getPackageName() + ".Thing";

        Own() {
            super(LeavesNothingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : name.startsWith(SAMPLE) ? define(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
