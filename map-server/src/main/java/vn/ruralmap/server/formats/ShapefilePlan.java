package vn.ruralmap.server.formats;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.GeometryKind;

/**
 * How a table becomes shapefiles: one for each kind of geometry, another one where a file would pass 2 GB, another table where
 * there are more than 255 fields (ESRI Shapefile Technical Description, 1998; readers keep offsets in signed 32 bits).
 */
final class ShapefilePlan {

    /** Of one file of a shapefile. */
    static final long MAX_BYTES = Integer.MAX_VALUE;

    private static final int MAX_FIELDS = 255;
    private static final int MAX_NAME = 10;
    private static final int MAX_DECIMALS = 12;
    private static final int MAX_TEXT_BYTES = 254;
    private static final int NUMBER_BYTES = 20;

    private final FeatureTable table;
    private final Map<Column, String> names;
    private final int[] decimals;
    private final Map<ShapeType, List<Long>> ends = new EnumMap<>(ShapeType.class);

    /**
     * One shapefile.
     *
     * @param name without extension
     * @param rows made anew each time they are gone through
     */
    record Part(String name, ShapeKind kind, List<DbfColumn> columns, Iterable<ShapefileTable.Row> rows) {}

    private ShapefilePlan(FeatureTable table) {
        this.table = table;
        this.names = shortNames(table.columns());
        this.decimals = new int[table.columns().size()];
    }

    /** Goes through the table once. @param maxBytes of one file */
    static ShapefilePlan of(FeatureTable table, long maxBytes) {
        ShapefilePlan plan = new ShapefilePlan(table);
        plan.measure(maxBytes);
        return plan;
    }

    /** At most ten letters, unlike any other of the table. */
    String fieldName(Column column) {
        return names.getOrDefault(column, "");
    }

    private static Map<Column, String> shortNames(List<Column> columns) {
        Map<Column, String> names = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (Column column : columns) {
            String name = cut(column.name(), MAX_NAME);
            for (int i = 1; !used.add(name); i++) {
                String number = "_" + i;
                name = cut(column.name(), MAX_NAME - number.length()) + number;
            }
            names.put(column, name);
        }
        return names;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    /** Where files end, by the widest values of all rows: what is written is never larger. */
    private void measure(long maxBytes) {
        int recordBytes = 1;
        int[] widths = new int[decimals.length];
        for (Feature feature : table.features()) {
            for (int i = 0; i < widths.length; i++) {
                Object value = table.value(feature, table.columns().get(i));
                widths[i] = Math.max(widths[i], width(value));
                if (value instanceof Double number) {
                    int scale = BigDecimal.valueOf(number).stripTrailingZeros().scale();
                    decimals[i] = Math.min(MAX_DECIMALS, Math.max(decimals[i], scale));
                }
            }
        }
        for (int width : widths) {
            recordBytes += Math.max(1, width);
        }
        Map<ShapeType, long[]> open = new EnumMap<>(ShapeType.class);
        for (Feature feature : table.features()) {
            ShapeType type = typeOf(feature);
            // rows, bytes of shapes, bytes of attributes in the file that is being filled; rows of all
            long[] state = open.computeIfAbsent(type, key -> new long[4]);
            long shape = ShapefileZip.recordBytes(kind(type), feature.geometry());
            boolean isFull = 100 + state[1] + shape > maxBytes || 65_535 + state[2] + recordBytes > maxBytes;
            if (isFull && state[0] > 0) {
                ends.computeIfAbsent(type, key -> new ArrayList<>()).add(state[3]);
                state[0] = 0;
                state[1] = 0;
                state[2] = 0;
            }
            state[0]++;
            state[1] += shape;
            state[2] += recordBytes;
            state[3]++;
        }
        open.forEach((type, state) ->
                ends.computeIfAbsent(type, key -> new ArrayList<>()).add(state[3]));
        if (ends.isEmpty()) {
            ends.put(emptyType(), List.of(0L));
        }
    }

    private static int width(@Nullable Object value) {
        if (value instanceof String text) {
            return Math.min(MAX_TEXT_BYTES, text.getBytes(StandardCharsets.UTF_8).length);
        }
        return NUMBER_BYTES;
    }

    private ShapeType emptyType() {
        Set<GeometryKind> kinds = table.layer().geometryKinds();
        if (kinds.size() != 1) {
            return ShapeType.MULTIPOLYGON;
        }
        return switch (kinds.iterator().next()) {
            case POINT -> ShapeType.POINT;
            case LINE -> ShapeType.MULTILINESTRING;
            case POLYGON -> ShapeType.MULTIPOLYGON;
        };
    }

    private static ShapeType typeOf(Feature feature) {
        Geometry geometry = feature.geometry();
        return geometry == null ? ShapeType.MULTIPOLYGON : ShapeType.of(geometry);
    }

    private static ShapeKind kind(ShapeType type) {
        return switch (type) {
            case POINT -> ShapeKind.POINT;
            case MULTIPOINT -> ShapeKind.MULTIPOINT;
            case MULTILINESTRING -> ShapeKind.LINE;
            case MULTIPOLYGON, MIXED -> ShapeKind.POLYGON;
        };
    }

    /** Named as the layer; with the kind after it if there are several kinds, with numbers if there are several of one kind. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        ends.forEach((type, list) -> {
            String name = ends.size() == 1
                    ? table.name()
                    : table.name() + "_" + kind(type).name().toLowerCase(Locale.ROOT);
            long from = 0;
            for (int i = 0; i < list.size(); i++) {
                String numbered = list.size() == 1 ? name : name + "_" + (i + 1);
                addTables(parts, numbered, type, from, list.get(i));
                from = list.get(i);
            }
        });
        return parts;
    }

    /** The first table has the geometry; more fields than one can have stand in others without, which begin with the first column again. */
    private void addTables(Collection<Part> parts, String name, ShapeType type, long from, long to) {
        int count = table.columns().size();
        int number = 1;
        for (int start = 0; start == 0 || start < count; number++) {
            List<Integer> chosen = new ArrayList<>();
            if (start > 0) {
                chosen.add(0);
            }
            while (start < count && chosen.size() < MAX_FIELDS) {
                chosen.add(start++);
            }
            List<DbfColumn> columns = chosen.stream().map(this::column).toList();
            Iterable<ShapefileTable.Row> rows = rows(type, from, to, chosen, number == 1);
            parts.add(new Part(
                    number == 1 ? name : name + "_fields" + number,
                    number == 1 ? kind(type) : ShapeKind.NONE,
                    columns,
                    rows));
            if (count == 0) {
                break;
            }
        }
    }

    private DbfColumn column(int index) {
        Column column = table.columns().get(index);
        String name = fieldName(column);
        return switch (column.type()) {
            case TEXT, CODE -> DbfColumn.text(name);
            case INTEGER, REFERENCE -> DbfColumn.integer(name);
            case DECIMAL -> DbfColumn.decimal(name, Math.max(1, decimals[index]));
            case DATE -> DbfColumn.date(name);
            case BOOLEAN -> DbfColumn.bool(name);
        };
    }

    private Iterable<ShapefileTable.Row> rows(
            ShapeType type, long from, long to, List<Integer> columns, boolean withShape) {
        return () -> {
            Stream<ShapefileTable.Row> rows = StreamSupport.stream(
                            table.features().spliterator(), false)
                    .filter(feature -> typeOf(feature) == type)
                    .skip(from)
                    .limit(to - from)
                    .map(feature -> row(feature, columns, withShape));
            return rows.iterator();
        };
    }

    private ShapefileTable.Row row(Feature feature, List<Integer> columns, boolean withShape) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int column : columns) {
            values.add(table.value(feature, table.columns().get(column)));
        }
        return new ShapefileTable.Row(withShape ? table.geometry(feature) : null, values);
    }
}
