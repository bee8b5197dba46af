package vn.ruralmap.dataimport.official;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the table of units from two official lists, comma separated with a line of column names:
 *
 * <ul>
 *   <li>{@code dvhc_moi_20250701_3321.csv}: code and name of the commune, code and name of the province;
 *   <li>{@code dvhc_20250301_toan_quoc.csv}: code and name of the province, code, name and kind of the district, code,
 *       name and kind of the commune, which is empty for a district without communes.
 * </ul>
 *
 * <p>To make it anew, run {@link #main} with the folder of the lists and the folder of the table.
 */
final class UnitTableWriter {

    private static final String HEAD = """
            # Provinces, districts and commune units of the whole country: code and name as listed.
            # From 1/7/2025: list of Quyết định 19/2025/QĐ-TTg of 30/6/2025, after Nghị quyết 202/2025/QH15 (provinces) and the
            # resolutions of the Standing Committee of the National Assembly of 16/6/2025 (communes).
            # Until 30/6/2025: code list of Quyết định 124/2004/QĐ-TTg as of 1/3/2025.
            """;

    private UnitTableWriter() {}

    public static void main(String... folders) throws IOException {
        Files.writeString(Path.of(folders[1], UnitTable.NAME), write(Path.of(folders[0])));
    }

    /** @param lists folder of the official lists */
    static String write(Path lists) throws IOException {
        Map<String, String> after = new TreeMap<>();
        for (List<String> row : rows(lists.resolve("dvhc_moi_20250701_3321.csv"))) {
            String province = row.get(2);
            after.put(province, province + " " + row.get(3));
            after.put(province + "/" + row.get(0), row.get(0) + " " + row.get(1));
        }
        Map<String, String> before = new TreeMap<>();
        for (List<String> row : rows(lists.resolve("dvhc_20250301_toan_quoc.csv"))) {
            String province = row.get(0);
            String district = province + "/" + row.get(2);
            before.put(province, province + " " + row.get(1));
            before.put(district, row.get(2) + " " + row.get(3));
            if (!row.get(5).isEmpty()) {
                before.put(district + "/" + row.get(5), row.get(5) + " " + row.get(6));
            }
        }
        return HEAD + UnitTable.AFTER + "\n" + lines(after) + UnitTable.BEFORE + "\n" + lines(before);
    }

    private static String lines(Map<String, String> units) {
        StringBuilder lines = new StringBuilder();
        units.values().forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String composed = Normalizer.normalize(line, Normalizer.Form.NFC);
            rows.add(
                    List.of(composed.split(",", -1)).stream().map(String::strip).toList());
        }
        return rows.subList(1, rows.size());
    }
}
