package org.colonnade.platform.records.internal.scoped;

import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

@RecordType(
        value = "sample:call",
        plural = "calls",
        en = "Call",
        th = "การโทร",
        owner = "owner",
        team = "team",
        example = "{\"place\": \"Bangkok\"}")
public record Call(
        @Field(en = "Place", th = "สถานที่", required = true) String place,
        @Field(en = "Owner", th = "ผู้รับผิดชอบ") String owner,
        @Field(en = "Team", th = "ทีม") String team) {}
