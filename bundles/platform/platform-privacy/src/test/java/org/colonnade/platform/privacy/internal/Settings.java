package org.colonnade.platform.privacy.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as the platform would give them: what is not set has its default. */
public final class Settings {

    private Settings() {}

    public static <C extends Annotation> C of(Class<C> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, key, none) -> values.getOrDefault(key.getName(), key.getDefaultValue())));
    }

    /** The privacy settings with everything at its default but these. */
    public static PrivacySettings privacy(Map<String, Object> values) {
        return new PrivacySettings(of(PrivacyConfig.class, values));
    }
}
