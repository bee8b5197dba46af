package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ruralmap.layers.model.Issue;

/** A data set unpacked from a zip into a folder of its own, which goes when it is closed. */
final class ZipSource implements Source {
    private final Source unpacked;
    private final Path folder;

    private ZipSource(Source unpacked, Path folder) {
        this.unpacked = unpacked;
        this.folder = folder;
    }

    static ZipSource open(Path file, String name, ReadOptions options) throws UnreadableSourceException, IOException {
        Path folder = Files.createTempDirectory("ruralmap-import");
        boolean opened = false;
        try (ZipArchive archive = ZipArchive.open(file, name, options.limits())) {
            ZipDataSet chosen = ZipDataSet.choose(archive, options.member());
            // Names in the zip never become paths: that rules out every kind of "../".
            Map<String, Path> files = new HashMap<>();
            for (Map.Entry<String, String> part : chosen.entries().entrySet()) {
                Path target = folder.resolve("data." + part.getKey());
                archive.unpack(part.getValue(), target);
                files.put(part.getKey(), target);
            }
            ZipSource source = new ZipSource(open(chosen, files, options), folder);
            opened = true;
            return source;
        } finally {
            if (!opened) {
                delete(folder);
            }
        }
    }

    private static Source open(ZipDataSet chosen, Map<String, Path> files, ReadOptions options)
            throws UnreadableSourceException, IOException {
        // A table within a GeoPackage within a zip cannot be named as well.
        ReadOptions inner = options.withMember(null);
        Path shp = files.get("shp");
        if (shp != null) {
            return ShapefileSource.open(new ShapefileParts(chosen.name(), Map.copyOf(files)), inner);
        }
        Path gpkg = files.get("gpkg");
        if (gpkg != null) {
            return MendedSource.of(GeoPackageSource.open(gpkg, chosen.name(), inner), inner.encodings());
        }
        return MendedSource.ofGeoJson(files.values().iterator().next(), chosen.name(), inner);
    }

    @Override
    public SourceInfo info() {
        return unpacked.info();
    }

    @Override
    public List<Issue> issues() {
        return unpacked.issues();
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        unpacked.forEach(consumer);
    }

    @Override
    public void close() throws IOException {
        try {
            unpacked.close();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
