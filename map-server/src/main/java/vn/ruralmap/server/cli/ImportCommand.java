package vn.ruralmap.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ruralmap.dataimport.ImportOptions;
import vn.ruralmap.dataimport.ImportPipeline;
import vn.ruralmap.dataimport.ImportResult;
import vn.ruralmap.dataimport.InvalidImportException;
import vn.ruralmap.dataimport.PlanToken;
import vn.ruralmap.dataimport.PlannedImport;
import vn.ruralmap.dataimport.ReportFormat;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encoding;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.store.FeatureStore;

/** {@code ./ruralmap import}: one file into one layer, as one changeset. */
@Command(
        name = "import",
        description = "Nhập một tệp vào một lớp / Import a file into a layer",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = {
                "shp, gpkg, geojson, kml, kmz, gml, mif, csv, tsv; zip of these",
                "Cần GDAL / with GDAL (apt install gdal-bin): tab, dxf, dgn, fgb"
            })
    private Path file = Path.of("");

    @Option(
            names = "--layer",
            required = true,
            paramLabel = "NAME",
            description = "Lớp nhận dữ liệu / into which layer")
    private String layer = "";

    @Option(
            names = "--member",
            paramLabel = "NAME",
            description = "Which file of a zip, table of a GeoPackage, type of a GML file, layer of a drawing")
    private @Nullable String member;

    @Option(names = "--dry-run", description = "Xem trước, không ghi / tell what would change, write nothing")
    private boolean dryRun;

    @Option(names = "--strict", description = "Từ chối mọi thứ cần sửa / refuse whatever needs mending")
    private boolean strict;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:n",
            description = "Hệ tọa độ, thay cho .prj; auto: theo vị trí / instead of the .prj; auto: by place;"
                    + " EPSG:4326/dms: 105.3042 is 105°30'42\"")
    private @Nullable String crs;

    @Option(names = "--swap-xy", description = "X là hướng bắc, Y là hướng đông / X is north, Y is east")
    private boolean swapXy;

    @Option(
            names = "--charset",
            paramLabel = "[FIELD=]NAME",
            description =
                    "auto, utf-8, tcvn3, vni, windows-1258, tcvn5712, viscii, ...; của cả tệp hay một trường / of the"
                            + " file or of one field; repeatable; default auto")
    private List<String> charsets = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FIELD=attribute", description = "Trường nào là thuộc tính nào; repeatable")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Báo cáo đầy đủ, .json .csv .geojson .txt / every change and finding")
    private @Nullable Path report;

    @Option(
            names = "--plan",
            paramLabel = "FILE.plan.json",
            description = "Với --dry-run: ghi lại; không có: chỉ nhập đúng như thế"
                    + " / with --dry-run: keep it; without: publish exactly that or nothing")
    private @Nullable Path plan;

    @Option(names = "--valid-from", paramLabel = "DATE", description = "Hiệu lực từ ngày / in force since")
    private @Nullable LocalDate validFrom;

    @Option(names = "--valid-to", paramLabel = "DATE", description = "Hết hiệu lực từ ngày / no longer in force from")
    private @Nullable LocalDate validTo;

    @Option(names = "--decision", paramLabel = "TEXT", description = "Quyết định / the legal act")
    private @Nullable String decision;

    @Option(names = "--message", paramLabel = "TEXT", description = "Lý do / why")
    private String message = "";

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(file)) {
            throw usage("Không có tệp " + file + " / there is no file " + file);
        }
        ImportOptions options = options();
        checkOutput();
        Catalogue catalogue = storeOptions.readCatalogue();
        try (FeatureStore store = storeOptions.open(catalogue);
                ImportResult result = run(new ImportPipeline(catalogue, store, Clock.systemUTC()), options)) {
            Changeset published = result.changeset();
            if (published != null) {
                ConsoleAudit.done(store, "import", "changeset " + published.id(), Map.of("layer", layer));
            }
            return report(result);
        } catch (InvalidImportException e) {
            throw usage(e.text().vi() + " / " + e.text().en());
        }
    }

    private ImportResult run(ImportPipeline pipeline, ImportOptions options)
            throws InvalidImportException, IOException {
        try (ProgressBar progress = new ProgressBar()) {
            if (plan == null) {
                return pipeline.run(options, progress);
            }
            if (!dryRun) {
                return pipeline.publish(options, PlanToken.read(plan), progress);
            }
            PlannedImport planned = pipeline.plan(options, progress);
            if (planned.result().outcome() == ImportResult.Outcome.WOULD_PUBLISH) {
                planned.token().write(plan);
            }
            return planned.result();
        }
    }

    private ImportOptions options() {
        return ImportOptions.of(file, layer, System.getProperty("user.name"))
                .withReading(new ImportOptions.Reading(member, crs, encodings(), swapXy))
                .withFields(fields)
                .withDating(new ImportOptions.Dating(validFrom, validTo, decision))
                .withHandling(new ImportOptions.Handling(dryRun, strict))
                .withOrigin(
                        new ImportOptions.Origin(System.getProperty("user.name"), message, Changeset.Source.IMPORT));
    }

    private AskedEncodings encodings() {
        Encoding all = null;
        Map<String, Encoding> byField = new LinkedHashMap<>();
        for (String charset : charsets) {
            int equals = charset.lastIndexOf('=');
            String name = charset.substring(equals + 1);
            if (equals >= 0) {
                byField.put(charset.substring(0, equals), encoding(name));
            } else if (!name.equalsIgnoreCase("auto")) {
                all = encoding(name);
            }
        }
        return new AskedEncodings(all, byField);
    }

    private Encoding encoding(String name) {
        return Encodings.find(name)
                .orElseThrow(() -> usage("Không biết bảng mã '" + name
                        + "'; ví dụ utf-8, tcvn3, vni, windows-1258 / unknown charset '" + name
                        + "'; for example utf-8, tcvn3, vni, windows-1258"));
    }

    /** Before an hour of work, not after it. */
    private void checkOutput() {
        for (Path output : Stream.of(report, plan).filter(Objects::nonNull).toList()) {
            if (!Files.isDirectory(output.toAbsolutePath().getParent())) {
                throw usage("Không có thư mục cho " + output + " / there is no folder for " + output);
            }
        }
        try {
            if (report != null) {
                ReportFormat.of(report);
            }
        } catch (InvalidImportException e) {
            throw usage(e.text().vi() + " / " + e.text().en());
        }
    }

    private int report(ImportResult result) throws IOException, InvalidImportException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(result.summary().vi());
        out.println();
        out.println(result.summary().en());
        if (report != null) {
            result.writeReport(report);
            out.println("Báo cáo / report: " + report);
        }
        if (plan != null && result.outcome() == ImportResult.Outcome.WOULD_PUBLISH) {
            out.println("Bản chạy thử / plan: " + plan);
        }
        Changeset changeset = result.changeset();
        if (changeset != null) {
            out.println("Hoàn tác / undo: ./ruralmap rollback " + changeset.id());
        }
        out.flush();
        return result.outcome() == ImportResult.Outcome.REFUSED ? RuralmapCommand.REFUSED : 0;
    }

    private ParameterException usage(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
