package org.colonnade.platform.rest.internal.sample;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;

/** A function made of the resources that a test gives it. */
public record SampleModule(String id, String path, List<Object> resources) implements Module {

    public static SampleModule of(Object... resources) {
        return new SampleModule("sample", "sample", List.of(resources));
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Sample", "th", "ตัวอย่าง");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of("sample.thing.read", "See things", "ดูสิ่งของ"),
                Permission.of("sample.thing.change", "Change things", "แก้ไขสิ่งของ"));
    }
}
