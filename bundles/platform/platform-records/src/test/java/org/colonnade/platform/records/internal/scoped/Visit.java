package org.colonnade.platform.records.internal.scoped;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

@RecordType(
        value = "sample:visit",
        plural = "visits",
        en = "Visit",
        th = "การเยี่ยม",
        order = "place",
        keys = "place",
        owner = "owner",
        team = "team",
        example = "{\"place\": \"Bangkok\", \"stars\": 1}")
public record Visit(
        @Field(en = "Place", th = "สถานที่", required = true, searched = true) String place,
        @Field(en = "Stars", th = "ดาว") int stars,
        @Field(en = "Owner", th = "ผู้รับผิดชอบ") Ref owner,
        @Field(en = "Team", th = "ทีม") Ref team) {}
