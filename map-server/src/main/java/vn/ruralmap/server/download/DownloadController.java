package vn.ruralmap.server.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.editing.PrivateReadings;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.formats.FileFormats;
import vn.ruralmap.server.formats.FormatLimitException;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.ExportLimit;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** {@code /download/communes.gpkg}: what {@link DownloadRequest} describes, streamed. */
@RestController
class DownloadController {

    private final Snapshots snapshots;
    private final FileFormats formats;
    private final ExportLimit limit;
    private final PublicUrl publicUrl;
    private final Audiences audiences;
    private final PrivateReadings privateReadings;

    DownloadController(
            Snapshots snapshots,
            FileFormats formats,
            ExportLimit limit,
            PublicUrl publicUrl,
            Audiences audiences,
            PrivateReadings privateReadings) {
        this.audiences = audiences;
        this.privateReadings = privateReadings;
        this.publicUrl = publicUrl;
        this.snapshots = snapshots;
        this.formats = formats;
        this.limit = limit;
    }

    @GetMapping("/download/{file:.+}")
    void download(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int dot = file.indexOf('.');
        Parameters parameters = Parameters.of(request);
        Snapshot snapshot = snapshots.current();
        Layer layer = snapshot.catalogue()
                .findLayer(dot < 0 ? file : file.substring(0, dot))
                .orElseThrow(DownloadController::noSuchLayer);
        FileFormat format = format(layer, dot < 0 ? "" : file.substring(dot + 1));
        LocalDate date = LegalDate.of(parameters, snapshots.today());
        LayerView open = snapshot.view(layer.name(), date);
        LayerView view = format.isPublic() ? open : audiences.show(open, request, response);
        DownloadRequest asked = DownloadRequest.read(parameters, format);
        if (EntityTag.isFresh(request, response, view.revision() + "/" + view.periodStart())) {
            return;
        }
        FeatureTable table = asked.table(view, snapshot).withServerUrl(publicUrl.of(request));
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, FileName.header(table, date, format));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        privateReadings.file(request, view, format.name(), table.size());
        try {
            limit.run(response.getOutputStream(), (out, pause) -> format.write(table.withPauses(pause), out));
        } catch (FormatLimitException e) {
            takeBack(response);
            throw RequestException.of(
                    400, "FormatLimit", "format", e.text().vi(), e.text().en());
        } catch (RequestException e) {
            takeBack(response);
            throw e;
        }
    }

    /** The refusal is no file. */
    private static void takeBack(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        response.setHeader(HttpHeaders.ETAG, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(null);
    }

    private FileFormat format(Layer layer, String extension) {
        List<FileFormat> offered = formats.list(layer);
        String names = String.join(", ", offered.stream().map(FileFormat::name).toList());
        return offered.stream()
                .filter(format -> format.name().equals(extension))
                .findFirst()
                .orElseThrow(() -> RequestException.of(
                        404,
                        "FormatNotDefined",
                        "format",
                        "Không có dạng tệp này; có: " + names,
                        "There is no such format; there are: " + names));
    }

    private static RequestException noSuchLayer() {
        return RequestException.of(
                404,
                "LayerNotDefined",
                "layer",
                "Không có lớp này; danh sách ở /catalog.jsonld",
                "There is no such layer; /catalog.jsonld lists those there are");
    }
}
