package org.colonnade.platform.records.internal.sample;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.Tx;

public record SampleModule(RecordDesk<Asset, AssetDraft> assets) implements Module {
    public static final RecordKind<Asset, AssetDraft> ASSET = RecordKind.of(Asset.class, AssetDraft.class);

    public SampleModule(RecordKit kit, Tx tx) {
        this(kit.desk(ASSET, tx));
    }

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Sample", "th", "ตัวอย่าง");
    }

    @Override
    public List<Permission> permissions() {
        return ASSET.permissions();
    }

    @Override
    public List<Object> resources() {
        return List.of();
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        return List.of(assets);
    }
}
