package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One data set within a zip.
 *
 * @param path of its main entry, for people
 * @param name without folder and extension
 * @param entries names of its entries by lower-case extension
 */
record ZipDataSet(String path, String name, Map<String, String> entries) {

    static ZipDataSet choose(ZipArchive archive, @Nullable String member) throws UnreadableSourceException {
        List<ZipDataSet> sets = list(archive.names());
        String listed = sets.stream().limit(20).map(ZipDataSet::path).collect(Collectors.joining(", "));
        if (sets.isEmpty()) {
            throw nothing(archive);
        }
        if (member == null) {
            if (sets.size() > 1) {
                throw Refusals.chooseMember(archive.name(), listed);
            }
            return sets.get(0);
        }
        List<ZipDataSet> matching = sets.stream()
                .filter(set -> set.path.equalsIgnoreCase(member) || set.name.equalsIgnoreCase(member))
                .toList();
        if (matching.size() != 1) {
            throw matching.isEmpty()
                    ? Refusals.noSuchMember(archive.name(), member, listed)
                    : Refusals.chooseMember(archive.name(), listed);
        }
        return matching.get(0);
    }

    private static UnreadableSourceException nothing(ZipArchive archive) {
        String names = archive.names().stream().limit(20).collect(Collectors.joining(", "));
        boolean nested = archive.names().stream()
                .anyMatch(name -> ShapefileParts.extension(name).equals("zip"));
        String vi =
                nested ? "Hãy giải nén và gửi từng tệp .zip bên trong." : "Nén lại đủ các tệp .shp, .shx, .dbf, .prj.";
        String en = nested ? "Unpack it and send the zips within." : "Zip it again with .shp, .shx, .dbf and .prj.";
        return new UnreadableSourceException(
                "ZIP_WITHOUT_DATA",
                archive.name() + " không chứa .shp, .geojson hay .gpkg; chỉ có: " + names + ". " + vi,
                archive.name() + " holds no .shp, .geojson or .gpkg, only: " + names + ". " + en);
    }

    static List<ZipDataSet> list(List<String> names) {
        List<String> real = names.stream().filter(ZipDataSet::isReal).toList();
        List<ZipDataSet> sets = new ArrayList<>();
        for (String name : real) {
            String extension = ShapefileParts.extension(name);
            if (extension.equals("shp")) {
                sets.add(new ZipDataSet(name, base(name), companions(name, real)));
            } else if (extension.equals("geojson") || extension.equals("gpkg")) {
                sets.add(new ZipDataSet(name, base(name), Map.of(extension, name)));
            }
        }
        if (sets.isEmpty()) {
            // A .json beside data is a description; alone it may be the data.
            real.stream()
                    .filter(name -> ShapefileParts.extension(name).equals("json"))
                    .forEach(name -> sets.add(new ZipDataSet(name, base(name), Map.of("json", name))));
        }
        return sets;
    }

    /** Finder of macOS adds a shadow of every file. */
    private static boolean isReal(String name) {
        String path = name.replace('\\', '/');
        return !path.endsWith("/")
                && !path.toUpperCase(Locale.ROOT).contains("__MACOSX/")
                && !path.substring(path.lastIndexOf('/') + 1).startsWith("._");
    }

    private static String base(String name) {
        String path = name.replace('\\', '/');
        return ShapefileParts.stem(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Map<String, String> companions(String shp, List<String> names) {
        Map<String, String> entries = new LinkedHashMap<>();
        String stem = ShapefileParts.stem(shp);
        for (String name : names) {
            String extension = ShapefileParts.extension(name);
            boolean exact = ShapefileParts.stem(name).equals(stem);
            if (ShapefileParts.EXTENSIONS.contains(extension)
                    && ShapefileParts.stem(name).equalsIgnoreCase(stem)
                    && (exact || !entries.containsKey(extension))) {
                entries.put(extension, name);
            }
        }
        entries.put("shp", shp);
        return entries;
    }
}
