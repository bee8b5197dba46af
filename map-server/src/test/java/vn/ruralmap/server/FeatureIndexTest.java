package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table "Where things are" tells the truth and the whole truth. */
class FeatureIndexTest {

    /** The second column of a row: a folder, where {@code ...} stands for the way down to the packages. */
    private static final Pattern ROW = Pattern.compile("^\\|[^|]+\\| `([^`]+)` \\|", Pattern.MULTILINE);

    private static final Path ROOT = root();

    @Test
    void every_row_leads_to_a_folder() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(ROOT.resolve(row))
                .isDirectory());
    }

    @Test
    void every_package_has_a_row() throws IOException {
        TreeSet<String> packages = new TreeSet<>();
        for (String module : List.of("layers", "data-import", "map-server")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.endsWith("package-info.java"))
                        .map(file ->
                                ROOT.relativize(file.getParent()).toString().replace('\\', '/'))
                        .forEach(packages::add);
            }
        }
        assertThat(rows()).containsAll(packages);
    }

    private static List<String> rows() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String table = readme.substring(readme.indexOf("## Where things are"));
        return ROW.matcher(table)
                .results()
                .map(row -> row.group(1).replace("/.../", "/src/main/java/vn/ruralmap/"))
                .toList();
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("README.md"))) {
            here = here.getParent();
        }
        return here;
    }
}
