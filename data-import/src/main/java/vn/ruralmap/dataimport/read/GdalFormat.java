package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.Declared;

/**
 * Formats that GDAL reads for us, where it is installed: it writes a GeoPackage, which is then read as any other.
 *
 * <p>Texts come as ISO 8859-1, which keeps their bytes, because what these files say of their character set is mostly
 * wrong: for TAB by a copy of the .tab that says so, for DXF by {@code DXF_ENCODING}. GDAL 3.6 has no such choice for
 * DGN, whose texts beyond ASCII are lost.
 */
enum GdalFormat implements Format {
    TAB("MapInfo File", SourceFormat.MAPINFO_TAB, "tab", List.of("dat", "map", "id", "ind")) {
        @Override
        public boolean isStartOf(FileStart start) {
            return start.text().startsWith("!table");
        }

        @Override
        Declared prepare(FileParts parts, TempFolder folder) throws UnreadableSourceException, IOException {
            return TabHeader.copy(parts, folder.path().resolve("data.tab"));
        }
    },
    DXF("DXF", SourceFormat.DXF, "dxf", List.of()) {
        private static final Pattern SECTION = Pattern.compile("^(?:999\\s*\\n[^\\n]*\\n\\s*)*0\\s*\\n\\s*section\\s");

        @Override
        public boolean isStartOf(FileStart start) {
            return SECTION.matcher(start.text()).find() || start.text().startsWith("autocad binary dxf");
        }

        @Override
        boolean isDrawing() {
            return true;
        }
    },
    DGN("DGN", SourceFormat.DGN, "dgn", List.of()) {
        @Override
        public boolean isStartOf(FileStart start) {
            return start.startsWith("0809fe02") || start.startsWith("c809fe02");
        }

        @Override
        boolean isDrawing() {
            return true;
        }
    },
    FLATGEOBUF("FlatGeobuf", SourceFormat.FLATGEOBUF, "fgb", List.of()) {
        @Override
        public boolean isStartOf(FileStart start) {
            return start.startsWith("66676203");
        }
    };

    private final String driver;
    private final SourceFormat format;
    private final String extension;
    private final List<String> companions;

    GdalFormat(String driver, SourceFormat format, String extension, List<String> companions) {
        this.driver = driver;
        this.format = format;
        this.extension = extension;
        this.companions = companions;
    }

    @Override
    public Map<String, Rank> extensions() {
        return Map.of(extension, Rank.COPY);
    }

    @Override
    public List<String> companions() {
        return companions;
    }

    /** True if lines and texts have yet to become features. */
    boolean isDrawing() {
        return false;
    }

    /** Puts the main file into the folder; what it says of its character set, if that is to be believed. */
    @Nullable
    Declared prepare(FileParts parts, TempFolder folder) throws UnreadableSourceException, IOException {
        link(parts.main(), folder.path().resolve("data." + extension));
        return null;
    }

    @Override
    public Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        return open(parts, options, GdalProgram.installed().orElse(null));
    }

    Source open(FileParts parts, ReadOptions options, @Nullable GdalProgram gdal)
            throws UnreadableSourceException, IOException {
        if (gdal == null) {
            throw needsGdal(parts);
        }
        TempFolder folder = TempFolder.create();
        Source source = null;
        boolean opened = false;
        try {
            Declared declared = prepare(parts, folder);
            for (Map.Entry<String, Path> companion : parts.companions().entrySet()) {
                link(companion.getValue(), folder.path().resolve("data." + companion.getKey()));
            }
            gdal.convert(
                    driver, folder, "data." + extension, Map.of("DXF_ENCODING", "ISO-8859-1"), Allowance.of(options));
            // In drawings the member is a layer of the drawing.
            ReadOptions inner = ReadOptions.defaults()
                    .withMember(isDrawing() ? null : options.member())
                    .withLimits(options.limits())
                    .withWatch(options.watch());
            source = GeoPackageSource.open(folder.path().resolve(GdalProgram.RESULT), parts.name(), inner);
            source = FeaturesOfGdal.of(source, format);
            source = this == FLATGEOBUF
                    ? MendedSource.of(source, options.encodings())
                    : KeptBytesSource.of(source, declared, options.encodings(), options.watch());
            if (isDrawing()) {
                source = DrawingSource.of(source, parts, options);
            }
            opened = true;
            return new UnpackedSource(source, folder);
        } finally {
            if (!opened) {
                if (source != null) {
                    source.close();
                }
                folder.close();
            }
        }
    }

    private static void link(Path file, Path link) throws IOException {
        try {
            Files.createSymbolicLink(link, file.toAbsolutePath());
        } catch (UnsupportedOperationException e) {
            Files.copy(file, link);
        }
    }

    private UnreadableSourceException needsGdal(FileParts parts) {
        String name = parts.name() + "." + extension;
        return new UnreadableSourceException(
                "GDAL_MISSING",
                name + " cần GDAL mới đọc được. Cài bằng: apt install gdal-bin; hoặc xuất sang MIF, shapefile hay"
                        + " GeoPackage.",
                name + " needs GDAL. Install it by: apt install gdal-bin; or export as MIF, shapefile or GeoPackage.");
    }
}
