package vn.ruralmap.server.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** What an import found: its first rows, its map, its reports; files that are there already, sent as they are. */
@RestController
class ImportResultsController {

    private static final int USUAL_ROWS = 50;

    private static final Map<String, MediaType> REPORTS = Map.of(
            "json", MediaType.APPLICATION_JSON,
            "csv", MediaType.parseMediaType("text/csv;charset=UTF-8"),
            "geojson", MediaType.parseMediaType("application/geo+json"),
            "txt", MediaType.parseMediaType("text/plain;charset=UTF-8"));

    private final ImportJobs jobs;

    ImportResultsController(ImportJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/api/imports/{id}/preview")
    JsonNode preview(@PathVariable String id, HttpServletRequest request) {
        int rows = Parameters.of(request)
                .findInteger("rows", 0, PreviewFile.MOST_ROWS)
                .orElse(USUAL_ROWS);
        ImportFolder folder = existing(id, ImportFolder.PREVIEW);
        return Disk.use(() -> PreviewFile.read(folder.path(ImportFolder.PREVIEW), rows));
    }

    @GetMapping("/api/imports/{id}/map")
    ResponseEntity<Resource> map(@PathVariable String id) {
        ImportFolder folder = existing(id, ImportFolder.MAP);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json"))
                .body(new FileSystemResource(folder.path(ImportFolder.MAP)));
    }

    @GetMapping("/api/imports/{id}/report.{format}")
    ResponseEntity<Resource> report(@PathVariable String id, @PathVariable String format) {
        MediaType type = REPORTS.get(format);
        if (type == null) {
            throw RequestException.of(
                    404,
                    "NoSuchFormat",
                    "format",
                    "Báo cáo có các dạng json, csv, geojson, txt",
                    "Reports come as json, csv, geojson, txt");
        }
        String name = ImportFolder.REPORT + format;
        ImportFolder folder = existing(id, name);
        ContentDisposition download = ContentDisposition.attachment()
                .filename("ruralmap-" + id + "." + format)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(new FileSystemResource(folder.path(name)));
    }

    /** @throws RequestException 409 if there is no such file yet, or no longer */
    private ImportFolder existing(String id, String name) {
        ImportJob job = jobs.get(id);
        if (job.state().isActive() && job.state() != ImportState.PUBLISHING
                || !job.folder().has(name)) {
            throw Refusals.noReport();
        }
        return job.folder();
    }
}
