package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One data set within a zip.
 *
 * @param path of its main entry
 * @param name without folder and extension
 * @param rank of its extension
 * @param companions names of the entries that belong to it by lower-case extension
 */
record ZipDataSet(String path, String name, Format.Rank rank, Map<String, String> companions) {

    /** What documents of Office (ECMA-376 part 2) and OpenDocument (part 2) have at their top. */
    private static final Set<String> OFFICE = Set.of("[Content_Types].xml", "META-INF/manifest.xml");

    /**
     * The one data set that is meant. Of a KMZ there may be several: its document, and what that links to.
     *
     * @param member null: the only one
     */
    static List<ZipDataSet> choose(ZipArchive archive, @Nullable String member) throws UnreadableSourceException {
        List<ZipDataSet> sets = list(archive.names());
        boolean isDoubtful = sets.stream().allMatch(set -> set.rank == Format.Rank.DOUBTFUL);
        if (isDoubtful && archive.names().stream().anyMatch(OFFICE::contains)) {
            throw officeDocument(archive);
        }
        if (sets.isEmpty()) {
            throw nothing(archive);
        }
        if (member != null) {
            return List.of(named(archive, sets, member));
        }
        List<ZipDataSet> candidates = best(sets);
        if (FileParts.extension(archive.name()).equals("kmz")) {
            // OGC 12-007r2 annex C: the document is the first .kml at the top.
            return candidates.stream()
                    .sorted(Comparator.comparing(
                            set -> set.path.replace('\\', '/').contains("/")))
                    .toList();
        }
        requireOne(archive, candidates);
        return candidates;
    }

    private static List<ZipDataSet> best(List<ZipDataSet> sets) {
        Format.Rank best =
                sets.stream().map(ZipDataSet::rank).min(Format.Rank::compareTo).orElseThrow();
        return sets.stream().filter(set -> set.rank == best).toList();
    }

    static void requireOne(ZipArchive archive, List<ZipDataSet> sets) throws UnreadableSourceException {
        if (sets.size() > 1) {
            throw Refusals.chooseMember(archive.name(), paths(sets));
        }
    }

    private static ZipDataSet named(ZipArchive archive, List<ZipDataSet> sets, String member)
            throws UnreadableSourceException {
        List<ZipDataSet> exact =
                sets.stream().filter(set -> set.path.equals(member)).toList();
        if (!exact.isEmpty()) {
            return exact.get(0);
        }
        List<ZipDataSet> matching = sets.stream()
                .filter(set -> set.path.equalsIgnoreCase(member)
                        || set.name.equalsIgnoreCase(member)
                        || set.within(member) != null)
                .toList();
        if (matching.isEmpty()) {
            throw Refusals.noSuchMember(archive.name(), member, paths(sets));
        }
        List<ZipDataSet> candidates = best(matching);
        requireOne(archive, candidates);
        return candidates.get(0);
    }

    private static List<String> paths(List<ZipDataSet> sets) {
        return sets.stream().map(ZipDataSet::path).toList();
    }

    /** How a table within it is named: {@code folder/data.gpkg/table}. */
    String table(String name) {
        return path + "/" + name;
    }

    /** The table within it that is meant; null: none is named. */
    @Nullable
    String within(@Nullable String member) {
        String folder = table("");
        return member != null && member.regionMatches(true, 0, folder, 0, folder.length())
                ? member.substring(folder.length())
                : null;
    }

    private static UnreadableSourceException officeDocument(ZipArchive archive) {
        return new UnreadableSourceException(
                "FORMAT_UNKNOWN",
                archive.name()
                        + " là tệp Excel, Word hoặc OpenDocument. Mở tệp, lưu bảng thành “CSV UTF-8” (.csv) rồi gửi lại.",
                archive.name()
                        + " is a file of Excel, Word or OpenDocument. Open it, save the table as “CSV UTF-8” (.csv) and"
                        + " send that.");
    }

    private static UnreadableSourceException nothing(ZipArchive archive) {
        String names = archive.names().stream().limit(20).collect(Collectors.joining(", "));
        boolean nested = archive.names().stream()
                .anyMatch(name -> FileParts.extension(name).equals("zip"));
        String vi =
                nested ? "Hãy giải nén và gửi từng tệp .zip bên trong." : "Nén lại đủ các tệp .shp, .shx, .dbf, .prj.";
        String en = nested ? "Unpack it and send the zips within." : "Zip it again with .shp, .shx, .dbf and .prj.";
        return new UnreadableSourceException(
                "ZIP_WITHOUT_DATA",
                archive.name() + " không chứa tệp nào trong các loại " + Formats.list() + "; chỉ có: " + names + ". "
                        + vi,
                archive.name() + " holds none of " + Formats.list() + ", only: " + names + ". " + en);
    }

    static List<ZipDataSet> list(List<String> names) {
        List<String> real = names.stream().filter(ZipDataSet::isReal).toList();
        List<ZipDataSet> sets = new ArrayList<>();
        for (String name : real) {
            Formats.ofExtension(name).ifPresent(format -> {
                Format.Rank rank = format.extensions().get(FileParts.extension(name));
                sets.add(new ZipDataSet(
                        name,
                        base(name),
                        rank == null ? Format.Rank.DOUBTFUL : rank,
                        companions(name, format.companions(), real)));
            });
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
        return FileParts.stem(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Map<String, String> companions(String main, List<String> extensions, List<String> names) {
        Map<String, String> companions = new HashMap<>();
        String stem = FileParts.stem(main);
        for (String name : names) {
            String extension = FileParts.extension(name);
            boolean exact = FileParts.stem(name).equals(stem);
            if (extensions.contains(extension)
                    && FileParts.stem(name).equalsIgnoreCase(stem)
                    && (exact || !companions.containsKey(extension))) {
                companions.put(extension, name);
            }
        }
        return companions;
    }
}
