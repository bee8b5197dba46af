package vn.ruralmap.server.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.encoding.WktGeometryWriter;

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel takes it for another encoding. Dates are ISO 8601,
 * decimals have a point.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"): what people
 * type into a form here must not run on the machine of whoever opens the file. A telephone number such as {@code +84 299
 * 3822} is no danger and stays.
 */
@Component
@Order(2)
final class CsvFile implements FileFormat {

    /** Full-width forms are the same to Excel in some languages. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern HARMLESS = Pattern.compile("[+-]?[0-9][0-9 .,()-]*");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<String> aliases() {
        return List.of("text/csv");
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("CSV (bảng tính)", "CSV (spreadsheet)");
    }

    @Override
    public void write(FeatureTable table, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(header(table));
        Rows rows = new Rows(table);
        for (Feature feature : table.features()) {
            csv.writeRecord(rows.row(feature));
        }
        csv.flush();
    }

    private static List<String> header(FeatureTable table) {
        List<String> names = new ArrayList<>();
        table.columns().forEach(column -> names.add(column.name()));
        switch (table.places()) {
            // the name by which GDAL and QGIS know the geometry
            case WKT -> names.add("WKT");
            case POINT ->
                names.addAll(table.reference().system().isGeographic() ? List.of("lon", "lat") : List.of("x", "y"));
            case NONE -> {
                // nothing to add
            }
        }
        return names;
    }

    /** Makes rows of features. */
    private static final class Rows {

        private final FeatureTable table;
        private final WktGeometryWriter wkt;
        private final int decimals;

        Rows(FeatureTable table) {
            this.table = table;
            this.decimals = table.reference().decimals();
            this.wkt = new WktGeometryWriter(decimals);
        }

        List<@Nullable String> row(Feature feature) {
            List<@Nullable String> row = new ArrayList<>();
            for (Column column : table.columns()) {
                row.add(text(table.value(feature, column)));
            }
            if (table.places() == FeatureTable.Places.NONE) {
                return row;
            }
            Geometry geometry = table.geometry(feature);
            if (table.places() == FeatureTable.Places.WKT) {
                row.add(geometry == null ? null : wkt.write(geometry));
            } else {
                Coordinate point = geometry == null ? null : pointOf(geometry);
                row.add(point == null ? null : wkt.number(point.getX()));
                row.add(point == null ? null : wkt.number(point.getY()));
            }
            return row;
        }

        /** The centroid; where that lies outside, as of a horseshoe, a point within. */
        private static Coordinate pointOf(Geometry geometry) {
            Point centroid = geometry.getCentroid();
            boolean isOutside = geometry.getDimension() == 2 && !geometry.intersects(centroid);
            return (isOutside ? geometry.getInteriorPoint() : centroid).getCoordinate();
        }
    }

    static @Nullable String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof String text && !text.isEmpty()) {
            boolean isFormula = FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0
                    && !HARMLESS.matcher(text).matches();
            return isFormula ? "'" + text : text;
        }
        return value == null ? null : value.toString();
    }
}
