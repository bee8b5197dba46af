package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Opens the data set in a zip, unpacked into a folder of its own. */
final class ZipSource {

    private ZipSource() {}

    static Source open(Path file, String name, ReadOptions options) throws UnreadableSourceException, IOException {
        TempFolder folder = TempFolder.create();
        boolean opened = false;
        try (ZipArchive archive = ZipArchive.open(file, name, options.limits())) {
            ZipDataSet chosen = ZipDataSet.choose(archive, options.member());
            Path main = unpack(archive, chosen.path(), folder);
            Map<String, Path> companions = new HashMap<>();
            for (Map.Entry<String, String> companion : chosen.companions().entrySet()) {
                companions.put(companion.getKey(), unpack(archive, companion.getValue(), folder));
            }
            FileStart start = FileStart.of(main);
            Format format = Formats.find(start, chosen.path())
                    .orElseThrow(() -> SourceFiles.notSupported(chosen.path(), start));
            // A table within a GeoPackage within a zip cannot be named as well.
            ReadOptions inner = new ReadOptions(options.charset(), null, options.limits(), options.decoder());
            Source source = format.open(new FileParts(chosen.name(), main, companions), inner);
            opened = true;
            return new UnpackedSource(source, folder);
        } finally {
            if (!opened) {
                folder.close();
            }
        }
    }

    /** Names in the zip never become paths: that rules out every kind of "../". */
    private static Path unpack(ZipArchive archive, String entry, TempFolder folder)
            throws UnreadableSourceException, IOException {
        String extension = FileParts.extension(entry).replaceAll("[^a-z0-9]", "");
        Path target = folder.path().resolve("data." + extension);
        archive.unpack(entry, target);
        return target;
    }
}
