package org.colonnade.platform.mail.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;

/** A configuration as it is written in its file: what is not named has its default. */
public final class Settings {

    private Settings() {}

    /** @param keysAndValues one after the other */
    public static MailConfig config(Object... keysAndValues) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return (MailConfig) Proxy.newProxyInstance(
                MailConfig.class.getClassLoader(),
                new Class<?>[] {MailConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    /** The same, read. */
    public static MailSettings of(Object... keysAndValues) {
        return MailSettings.of(config(keysAndValues));
    }
}
