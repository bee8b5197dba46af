package vn.ruralmap.dataimport.official;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ruralmap.dataimport.official.OfficialUnits.Unit;

/**
 * The table of units: a line for each with its code and name, below the one that it belongs to, so that the length of a
 * code says the level. Lines that begin with = part the units after the reform from those before.
 *
 * @param after from 1/7/2025
 * @param before until 30/6/2025
 */
record UnitTable(List<Unit> after, List<Unit> before) {

    static final String NAME = "units.txt";
    static final String AFTER = "= from 2025-07-01";
    static final String BEFORE = "= until 2025-06-30";

    private static final List<String> KINDS =
            List.of("xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh");

    static UnitTable read() {
        try (InputStream in = Objects.requireNonNull(UnitTable.class.getResourceAsStream(NAME), NAME)) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return parse(reader.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnitTable parse(List<String> lines) {
        int parting = lines.indexOf(BEFORE);
        if (!lines.get(0).equals(AFTER) || parting < 0) {
            throw new IllegalStateException(NAME + " has not the two parts that it should have");
        }
        List<Unit> after = units(lines.subList(1, parting), Map.of());
        List<String> old = lines.subList(parting + 1, lines.size());
        return new UnitTable(after, units(old, successors(old, after)));
    }

    /** Of provinces: codes of communes stayed in their area, so that those tell what became of it. */
    private static Map<String, String> successors(List<String> before, List<Unit> after) {
        Map<String, String> areaByCode = new HashMap<>();
        after.forEach(unit -> areaByCode.put(unit.code(), unit.area()));
        Map<String, Map<String, Integer>> votes = new HashMap<>();
        String province = "";
        for (String line : before) {
            String code = code(line);
            province = code.length() == 2 ? code : province;
            String area = code.length() == 5 ? areaByCode.get(code) : null;
            if (area != null) {
                votes.computeIfAbsent(province, key -> new HashMap<>()).merge(area, 1, Integer::sum);
            }
        }
        Map<String, String> successors = new HashMap<>();
        votes.forEach((old, areas) -> areas.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> successors.put(old, most.getKey())));
        return successors;
    }

    /** @param successors of provinces that are no more; of others the province itself */
    private static List<Unit> units(List<String> lines, Map<String, String> successors) {
        List<Unit> units = new ArrayList<>(lines.size());
        String province = "";
        String parent = "";
        for (String line : lines) {
            String code = code(line);
            String name = line.substring(code.length() + 1);
            String above = code.length() == 2 ? "" : code.length() == 3 ? province : parent;
            province = code.length() == 2 ? code : province;
            parent = code.length() < 5 ? code : parent;
            units.add(new Unit(code, name, kind(name), above, successors.getOrDefault(province, province)));
        }
        return units;
    }

    private static String code(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String kind(String name) {
        for (String kind : KINDS) {
            if (name.length() > kind.length()
                    && name.charAt(kind.length()) == ' '
                    && name.regionMatches(true, 0, kind, 0, kind.length())) {
                return kind;
            }
        }
        throw new IllegalStateException("a unit without a kind: " + name);
    }
}
