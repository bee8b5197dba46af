package vn.ruralmap.dataimport.placing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;

/** Which axis the provinces use, for people who must name one. Sources: {@code vn2000-provinces.csv}. */
final class ProvinceAxes {

    private static final int FIELDS = 6;

    private ProvinceAxes() {}

    /** A province before 1/7/2025 and the one it is part of since, each with its system. */
    record Province(String code, String name, String system, String newCode, String newName, String newSystem) {}

    static List<Province> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProvinceAxes.class.getResourceAsStream("vn2000-provinces.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", FIELDS))
                    .map(part -> new Province(part[0], part[1], part[2], part[3], part[4], part[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Systems in use in a province, of before 1/7/2025 or of today: files outlive the province that made them. */
    static Set<String> systemsOf(String provinceCode) {
        Set<String> systems = new LinkedHashSet<>();
        for (Province province : read()) {
            if (province.code().equals(provinceCode)) {
                systems.add(province.system());
            }
            if (province.newCode().equals(provinceCode)) {
                systems.add(province.newSystem());
                systems.add(province.system());
            }
        }
        return systems;
    }

    /** One line for each axis: its code, its name, the provinces of before 1/7/2025, those of today. */
    static String list() {
        Map<String, Set<String>> before = new LinkedHashMap<>();
        Map<String, Set<String>> since = new LinkedHashMap<>();
        CoordinateSystems.list().forEach(system -> before.put(system.code(), new LinkedHashSet<>()));
        for (Province province : read()) {
            before.computeIfAbsent(province.system(), code -> new LinkedHashSet<>())
                    .add(province.name());
            since.computeIfAbsent(province.newSystem(), code -> new LinkedHashSet<>())
                    .add(province.newName());
        }
        return before.entrySet().stream()
                .filter(axis -> !axis.getValue().isEmpty())
                .map(axis -> axis.getKey() + " (" + meridian(axis.getKey()) + "): "
                        + String.join("; ", axis.getValue())
                        + since.getOrDefault(axis.getKey(), Set.of()).stream()
                                .collect(Collectors.joining("; ", " | 2025: ", ""))
                                .replaceFirst(" \\| 2025: $", ""))
                .collect(Collectors.joining("\n"));
    }

    /** Longitude of the point with the false easting: 105°30′. */
    private static String meridian(String code) {
        CoordinateSystem system = CoordinateSystems.get(code);
        double[] axis = {500_000, 1_000_000};
        system.toLonLat(axis, 0, axis, 0, 1);
        // the datum moves it by some 200 m, a tenth of a minute; axes are whole quarters
        long quarters = Math.round(axis[0] * 4);
        return quarters / 4 + "°" + (quarters % 4 == 0 ? "00" : quarters % 4 * 15) + "′";
    }
}
