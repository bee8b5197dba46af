package vn.ruralmap.dataimport.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The illustrative ground of one pilot area: cells, parts of communes and the borders between them. */
final class Ground {

    /** Towns and wards are smaller than the rural communes around them. */
    private static final double TOWN_SLOWNESS = 1.7;

    private static final double WARD_SLOWNESS = 1.25;

    private final List<Units.Part> parts;
    private final Mesh mesh;
    private final Borders borders;

    Ground(Units units, Units.Area area, long randomSeed) {
        parts = area.parts();
        double[] slowness = parts.stream()
                .mapToDouble(part -> switch (units.before().get(part.before()).kind()) {
                    case "thị trấn" -> TOWN_SLOWNESS;
                    case "phường" -> WARD_SLOWNESS;
                    default -> 1;
                })
                .toArray();
        List<Coordinate> seeds = parts.stream().map(Units.Part::place).toList();
        mesh = new Mesh(area.outline(), seeds, slowness, new Random(randomSeed));
        borders = new Borders(mesh, randomSeed);
    }

    Mesh mesh() {
        return mesh;
    }

    /** The parts dissolved by a label; null: left out. */
    Map<String, Geometry> regions(Function<Units.Part, @Nullable String> label) {
        return borders.dissolve(seed -> label.apply(parts.get(seed)));
    }

    /** The commune unit from 1/7/2025 that a cell lies in; empty outside. */
    String communeAfter(int cell) {
        int seed = mesh.seedOf(cell);
        return seed == Mesh.OUTSIDE ? "" : parts.get(seed).after();
    }

    /** The cells of each commune unit from 1/7/2025 that do not touch its border. */
    Map<String, List<Integer>> innerCells() {
        Map<String, List<Integer>> inner = new TreeMap<>();
        for (int cell = 0; cell < mesh.size(); cell++) {
            String commune = communeAfter(cell);
            boolean isInner = !commune.isEmpty();
            for (int neighbour : mesh.neighbours(cell)) {
                isInner &= communeAfter(neighbour).equals(commune);
            }
            if (isInner) {
                inner.computeIfAbsent(commune, key -> new ArrayList<>()).add(cell);
            }
        }
        return inner;
    }
}
