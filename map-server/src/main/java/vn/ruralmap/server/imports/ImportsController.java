package vn.ruralmap.server.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.support.JsonBody;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/imports}: makes imports, takes files in, plans, publishes, cancels and deletes. */
@RestController
class ImportsController {

    private static final int LISTED = 50;
    private static final int LONGEST_WAIT_SECONDS = 25;

    /** Each holds a thread; the others get their answer at once and ask again. */
    private static final int MOST_WAITING = 20;

    private final ImportJobs jobs;
    private final Catalogue catalogue;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    ImportsController(ImportJobs jobs, Catalogue catalogue) {
        this.jobs = jobs;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/imports")
    ImportsAnswer list() {
        return Disk.use(() -> {
            List<ImportAnswer> imports = new ArrayList<>();
            for (ImportJob job : jobs.list().stream().limit(LISTED).toList()) {
                imports.add(answer(job));
            }
            return ImportsAnswer.of(jobs.limits(), catalogue, imports);
        });
    }

    @PostMapping("/api/imports")
    ResponseEntity<ImportAnswer> create(HttpServletRequest request) {
        JsonNode body = JsonBody.of(request);
        boolean isRight = body.size() == 1 && body.path("layer").isString();
        Layer layer = catalogue
                .findLayer(isRight ? body.path("layer").asString() : "")
                .orElseThrow(() -> RequestException.invalid(
                        "layer",
                        "cần {\"layer\": tên một lớp}; có: " + layerNames(),
                        "{\"layer\": the name of a layer}; there are: " + layerNames()));
        ImportAnswer created = Disk.use(() -> answer(jobs.create(layer.name())));
        return ResponseEntity.created(URI.create("/api/imports/" + created.id()))
                .body(created);
    }

    private String layerNames() {
        return String.join(", ", catalogue.layers().stream().map(Layer::name).toList());
    }

    @GetMapping("/api/imports/{id}")
    ImportAnswer get(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request);
        ImportJob job = jobs.get(id);
        int seconds = parameters.findInteger("wait", 0, LONGEST_WAIT_SECONDS).orElse(0);
        long known = parameters.find("since").map(ImportsController::version).orElseGet(() -> job.view()
                .record()
                .version());
        if (seconds > 0 && waiting.tryAcquire()) {
            try {
                job.await(known, seconds);
            } finally {
                waiting.release();
            }
        }
        return Disk.use(() -> answer(jobs.get(id)));
    }

    private static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw RequestException.invalid("since", "cần số nguyên", "a whole number");
        }
    }

    @DeleteMapping("/api/imports/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        return Disk.use(() -> {
            jobs.delete(id);
            return ResponseEntity.noContent().build();
        });
    }

    @PutMapping("/api/imports/{id}/files/{name}")
    ResponseEntity<Void> receive(@PathVariable String id, @PathVariable String name, HttpServletRequest request) {
        return Disk.use(() -> {
            jobs.receive(id, name, request.getInputStream(), request.getContentLengthLong());
            return ResponseEntity.noContent().build();
        });
    }

    @DeleteMapping("/api/imports/{id}/files/{name}")
    ResponseEntity<Void> deleteFile(@PathVariable String id, @PathVariable String name) {
        return Disk.use(() -> {
            jobs.deleteFile(id, name);
            return ResponseEntity.noContent().build();
        });
    }

    @NeedsStore
    @PostMapping("/api/imports/{id}/plan")
    ResponseEntity<ImportAnswer> plan(@PathVariable String id, HttpServletRequest request) {
        String layer = jobs.get(id).view().record().layer();
        AskedOptions options = OptionsReader.read(
                JsonBody.of(request), catalogue.findLayer(layer).orElseThrow(() -> Refusals.layerGone(layer)));
        return Disk.use(() -> accepted(jobs.plan(id, options, ImportsGuard.writer(request))));
    }

    @NeedsStore
    @PostMapping("/api/imports/{id}/publish")
    ResponseEntity<ImportAnswer> publish(@PathVariable String id, HttpServletRequest request) {
        return Disk.use(() -> accepted(jobs.publish(id, ImportsGuard.writer(request))));
    }

    @PostMapping("/api/imports/{id}/cancel")
    ResponseEntity<ImportAnswer> cancel(@PathVariable String id) {
        return Disk.use(() -> accepted(jobs.cancel(id)));
    }

    private ResponseEntity<ImportAnswer> accepted(ImportJob job) throws IOException {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(answer(job));
    }

    private ImportAnswer answer(ImportJob job) throws IOException {
        OptionalInt position = jobs.position(job);
        return ImportAnswer.of(job, position.isPresent() ? position.getAsInt() : null);
    }
}
