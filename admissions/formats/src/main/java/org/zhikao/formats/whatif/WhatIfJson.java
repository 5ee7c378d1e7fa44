package org.zhikao.formats.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.zhikao.admissions.whatif.WhatIfReport;

/** 试算结果 as JSON: the fields of {@link WhatIfReport}; a hidden count is null. */
public final class WhatIfJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private WhatIfJson() {}

    public static String write(WhatIfReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always writable", e);
        }
    }

    /** {@link IllegalArgumentException} for a text that {@link #write} did not write. */
    public static WhatIfReport read(String text) {
        try {
            return JSON.readValue(text, WhatIfReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a what-if report", e);
        }
    }
}
