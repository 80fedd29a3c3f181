package org.colonnade.platform.records.internal;

import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.records.internal.sample.Asset;
import org.colonnade.platform.records.internal.sample.AssetDraft;
import org.colonnade.platform.records.internal.sample.SampleModule;
import org.colonnade.testkit.TestDatabase;

/** A plain kind of record over a test's database. */
final class Sample {

    static final RecordKind<Asset, AssetDraft> ASSET = SampleModule.ASSET;
    static final Actor KEEPER = new Actor(
            Ref.of("platform", "user", 7), "keeper", Set.of("sample.asset.read", "sample.asset.change"), false);

    final FieldRights rights;
    final Companions companions;
    final Upkeep<Asset, AssetDraft> assets;

    Sample(TestDatabase database) {
        this(database, new Companions(), ASSET);
    }

    Sample(TestDatabase database, Companions companions, RecordRules<Asset, AssetDraft> rules) {
        this(database, companions, ASSET.with(rules));
    }

    private Sample(TestDatabase database, Companions companions, RecordKind<Asset, AssetDraft> kind) {
        this.companions = companions;
        rights = new FieldRights(database.tx("records"));
        assets = new Upkeep<>(kind, database.tx("sample"), rights, companions);
    }
}
