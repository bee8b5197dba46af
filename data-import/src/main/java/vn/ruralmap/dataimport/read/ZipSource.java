package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the data set in a zip, unpacked into a folder of its own. */
final class ZipSource {

    private ZipSource() {}

    static Source open(Path file, String name, ReadOptions options) throws UnreadableSourceException, IOException {
        TempFolder folder = TempFolder.create();
        boolean opened = false;
        try (ZipArchive archive = ZipArchive.open(file, name, options)) {
            List<ZipDataSet> chosen = ZipDataSet.choose(archive, options.member());
            Source source = open(archive, chosen.get(0), folder, options);
            if (chosen.size() > 1 && source.info().declaredRecords() == 0) {
                // A document of links; the data are in what it links to.
                source.close();
                List<ZipDataSet> linked = chosen.subList(1, chosen.size());
                ZipDataSet.requireOne(archive, linked);
                source = open(archive, linked.get(0), folder, options);
            }
            opened = true;
            return new UnpackedSource(source, folder);
        } finally {
            if (!opened) {
                folder.close();
            }
        }
    }

    private static Source open(ZipArchive archive, ZipDataSet set, TempFolder folder, ReadOptions options)
            throws UnreadableSourceException, IOException {
        Path main = unpack(archive, set.path(), folder);
        Map<String, Path> companions = new HashMap<>();
        for (Map.Entry<String, String> companion : set.companions().entrySet()) {
            companions.put(companion.getKey(), unpack(archive, companion.getValue(), folder));
        }
        FileStart start = FileStart.of(main);
        Format format = Formats.find(start, set.path()).orElseThrow(() -> SourceFiles.notSupported(set.path(), start));
        String table = set.within(options.member());
        try {
            return format.open(new FileParts(set.name(), main, companions), options.withMember(table));
        } catch (UnreadableSourceException e) {
            throw e.dataSets().isEmpty() ? e : chooseTable(set, table, e.dataSets());
        }
    }

    private static UnreadableSourceException chooseTable(ZipDataSet set, @Nullable String asked, List<String> tables) {
        List<String> members = tables.stream().map(set::table).toList();
        return asked == null
                ? Refusals.chooseMember(set.path(), members)
                : Refusals.noSuchMember(set.path(), set.table(asked), members);
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
