package org.zhikao.web.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.views.Page;
import org.zhikao.views.audit.DeskLog;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.audit.TimelineEntry;

/** 审计接口: facts of a case, also as of an instant; refused and denied acts. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
    private static final int ROWS = 200;

    private final Timeline timeline;
    private final DeskLog log;

    AuditApi(Timeline timeline, DeskLog log) {
        this.timeline = timeline;
        this.log = log;
    }

    @GetMapping("/cases/{id}/facts")
    Page<TimelineEntry> facts(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable String after) {
        Timeline.Filter filter = asOf == null ? Timeline.Filter.ALL : Timeline.Filter.ALL.asOf(asOf);
        return timeline.of(id, filter, after, ROWS);
    }

    @GetMapping("/refusals")
    Page<DeskLog.Refusal> refusals(@RequestParam(required = false) @Nullable String before) {
        return log.refusals(DeskLog.Filter.ALL, before, ROWS);
    }

    @GetMapping("/denials")
    Page<DeskLog.Denial> denials(@RequestParam(required = false) @Nullable String before) {
        return log.denials(DeskLog.Filter.ALL, before, ROWS);
    }
}
