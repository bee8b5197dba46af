package vn.ruralmap.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.CopyRefusedException;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.formats.FileFormats;
import vn.ruralmap.server.formats.FormatLimitException;

/** {@code ./ruralmap export}: a layer as a file, the same as {@code /download} gives. Private attributes are not in it. */
@Command(
        name = "export",
        description = {
            "Xuất một lớp thành tệp / Write a layer to a file",
            "Không có thuộc tính riêng tư / private attributes are left out"
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "LAYER", description = "Tên lớp / name of the layer")
    private String layer = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "geojson, csv, gpkg, shp.zip, kml, gml, fgb")
    private String format = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Tệp sẽ ghi / the file to write")
    private Path out = Path.of("");

    @Option(names = "--as-of", paramLabel = "DATE", description = "Ngày hiệu lực / legal date; default today")
    private @Nullable LocalDate date;

    @Option(names = "--crs", paramLabel = "EPSG:n", description = "Hệ tọa độ / coordinate system; default WGS 84")
    private @Nullable String crs;

    @Option(
            names = "--lang",
            paramLabel = "vi|en",
            description = "Thêm chữ cho các mã / words beside codes, in this language")
    private @Nullable Language language;

    @Option(names = "--force", description = "Ghi đè tệp đã có / replace a file that exists")
    private boolean force;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Of words. */
    enum Language {
        vi,
        en
    }

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = storeOptions.readCatalogue();
        Layer chosen = catalogue
                .findLayer(layer)
                .orElseThrow(() -> usage(
                        "Không có lớp '" + layer + "'; có: " + layers(catalogue),
                        "there is no layer '" + layer + "'; there are: " + layers(catalogue)));
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(FileFormats.class.getPackageName())) {
            FileFormats formats = context.getBean(FileFormats.class);
            FileFormat found = formats.find(format)
                    .filter(each -> each.isFor(chosen))
                    .orElseThrow(() -> usage(
                            "Không có dạng tệp '" + format + "'; có: " + formats.names(),
                            "there is no format '" + format + "'; there are: " + formats.names()));
            SpatialReference reference = reference(found);
            if (Files.exists(out) && !force) {
                throw new CopyRefusedException(
                        "đã có tệp " + out + "; hãy đặt tên khác, hoặc ghi đè bằng --force",
                        "there is a file " + out + " already; give another name, or replace it with --force");
            }
            long features = write(catalogue, chosen, found, reference);
            PrintWriter console = spec.commandLine().getOut();
            console.printf(
                    "Đã ghi %s: %d đối tượng, %d byte.%nWritten %1$s: %2$d features, %3$d bytes.%n",
                    out, features, Files.size(out));
            console.flush();
            return 0;
        }
    }

    private long write(Catalogue catalogue, Layer chosen, FileFormat found, SpatialReference reference)
            throws IOException {
        try (FeatureStore store = storeOptions.open(catalogue);
                Snapshots snapshots = new Snapshots(store, catalogue, Clock.systemUTC());
                NewFile file = new NewFile(out)) {
            Snapshot snapshot = snapshots.current();
            LayerView view = snapshot.view(chosen.name(), date == null ? snapshots.today() : date);
            FeatureTable table = FeatureTable.of(view).in(reference);
            if (language != null) {
                table = table.withWords(language.name());
            }
            if (snapshot.isIllustrative()) {
                table = table.withNote(catalogue.service().illustrative());
            }
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file.unfinished()))) {
                found.write(table, stream);
            } catch (FormatLimitException e) {
                throw new CopyRefusedException(e.text().vi(), e.text().en());
            }
            file.finish();
            return table.size();
        }
    }

    private SpatialReference reference(FileFormat found) {
        SpatialReference asked = crs == null
                ? SpatialReference.CRS84
                : SpatialReference.find(crs)
                        .orElseThrow(() -> usage(
                                "Không có hệ tọa độ '" + crs + "'; ví dụ EPSG:9209",
                                "there is no coordinate system '" + crs + "'; for example EPSG:9209"));
        SpatialReference given = found.reference(asked);
        if (!given.isWgs84() || asked.isWgs84()) {
            return given;
        }
        throw usage("Dạng " + found.name() + " chỉ có WGS 84", found.name() + " has WGS 84 only");
    }

    private ParameterException usage(String vi, String en) {
        return new ParameterException(spec.commandLine(), vi + " / " + en);
    }

    private static String layers(Catalogue catalogue) {
        List<String> names = new ArrayList<>();
        catalogue.layers().forEach(each -> names.add(each.name()));
        return String.join(", ", names);
    }
}
