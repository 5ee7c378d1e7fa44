package org.zhikao.web.placement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.table.TableWriter;
import org.zhikao.views.Page;
import org.zhikao.views.placement.PlacementQueries;
import org.zhikao.views.placement.PlacementQueries.CutoffRow;
import org.zhikao.views.placement.PlacementQueries.RunStage;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.season.Guide;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Texts;

/** 投档公开, for anybody: published runs with their digests and files, cut-offs as a page and as a table. */
@Controller
class PublicPlacementPages {
    private static final int ROWS = 50;
    private static final int ROWS_OF_A_FILE = 1_000;

    private final Guides guides;
    private final PlacementQueries placements;
    private final Texts texts;

    PublicPlacementPages(Guides guides, PlacementQueries placements, Texts texts) {
        this.guides = guides;
        this.placements = placements;
        this.texts = texts;
    }

    @GetMapping("/placements")
    String newest(Model model) {
        return season(guides.newest().map(SeasonRow::id).orElseThrow(NotFound::new), null, model);
    }

    @GetMapping("/placements/{season}")
    String season(@PathVariable SeasonId season, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("guide", guides.published(season));
        model.addAttribute(
                "runs",
                placements.runs(season).stream()
                        .filter(run -> run.stage() == RunStage.PUBLISHED)
                        .toList());
        model.addAttribute(
                "page", placements.cutoffs(season, null, after == null || after.isBlank() ? null : after, ROWS));
        return "placements/season";
    }

    /** 投档线下载: every unit of every round so far. */
    @GetMapping("/placements/{season}/cutoffs.csv")
    ResponseEntity<byte[]> cutoffs(@PathVariable SeasonId season, Locale locale) throws IOException {
        Guide guide = guides.published(season);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.csv(bytes, headings(locale))) {
            String after = null;
            do {
                Page<CutoffRow> page = placements.cutoffs(season, null, after, ROWS_OF_A_FILE);
                for (CutoffRow row : page.rows()) {
                    table.row(cells(row, guide));
                }
                after = page.next();
            } while (after != null);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(season + "-cutoffs.csv")
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    private List<String> headings(Locale locale) {
        return List.of(
                        "cutoffs.college",
                        "cutoffs.code",
                        "cutoffs.unit",
                        "office.round",
                        "plan.quota",
                        "placement.placed",
                        "placement.free",
                        "cutoffs.lowest",
                        "cutoffs.last")
                .stream()
                .map(key -> texts.of(key, locale))
                .toList();
    }

    private static List<String> cells(CutoffRow row, Guide guide) {
        Long lowest = row.lowestTotal();
        Integer last = row.lastPosition();
        return List.of(
                row.collegeName(),
                row.unit(),
                row.unitName(),
                String.valueOf(row.round()),
                String.valueOf(row.quota()),
                String.valueOf(row.placed()),
                String.valueOf(row.withoutExam()),
                lowest == null ? "" : String.valueOf(guide.mark(lowest)),
                last == null ? "" : String.valueOf(last));
    }
}
