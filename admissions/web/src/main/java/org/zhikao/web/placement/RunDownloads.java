package org.zhikao.web.placement;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.PublishedRuns;
import org.zhikao.web.shared.NotFound;

/** 投档公开数据下载, for anybody: what it takes to compute a published run again. */
@Controller
class RunDownloads {
    private final PublishedRuns runs;

    RunDownloads(PublishedRuns runs) {
        this.runs = runs;
    }

    /** A published run never changes, so whoever stands between may keep its files. */
    @GetMapping("/placements/{season}/{run}/files.zip")
    ResponseEntity<byte[]> files(@PathVariable SeasonId season, @PathVariable int run) {
        byte[] files = runs.of(season, run).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(season + "-run-" + run + ".zip")
                                .build()
                                .toString())
                .body(files);
    }
}
