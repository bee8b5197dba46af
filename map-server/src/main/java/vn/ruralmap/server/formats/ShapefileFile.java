package vn.ruralmap.server.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;
import vn.ruralmap.layers.crs.WellKnownText;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Zipped shapefiles in UTF-8, with a table of what the short field names mean. One shapefile holds one kind of geometry and at
 * most 2 GB, so a layer may become several; {@link ShapefilePlan} decides.
 */
@Component
@Order(4)
final class ShapefileFile implements FileFormat {

    @Override
    public String name() {
        return "shp.zip";
    }

    @Override
    public List<String> aliases() {
        return List.of("shape-zip", "shp", "shapefile", "application/x-shapefile");
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("Shapefile (ZIP)", "Shapefile (ZIP)");
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public void write(FeatureTable table, OutputStream out) throws IOException {
        ShapefilePlan plan = ShapefilePlan.of(table, ShapefilePlan.MAX_BYTES);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        ShapefileZip.begin(zip, table.name() + "_fields.csv");
        fields(table, plan, zip);
        String prj = WellKnownText.esri(table.reference().system());
        long cut = 0;
        for (ShapefilePlan.Part part : plan.parts()) {
            cut += ShapefileZip.add(
                    zip, new ShapefileTable(part.name(), part.kind(), part.columns(), part.rows(), prj));
        }
        if (cut > 0) {
            ShapefileZip.begin(zip, table.name() + "_notes.txt");
            zip.write(("%d giá trị dài hơn mức shapefile chứa được (254 byte) nên bị cắt; GeoPackage giữ đủ.%n"
                            + "%1$d values were longer than a shapefile can hold (254 bytes) and are cut;"
                            + " a GeoPackage has all of them.%n")
                    .formatted(cut)
                    .getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
        zip.finish();
    }

    private static void fields(FeatureTable table, ShapefilePlan plan, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord("field", "property", "type", "title_vi", "title_en", "codes_vi", "codes_en");
        for (Column column : table.columns()) {
            csv.writeRecord(
                    plan.fieldName(column),
                    column.name(),
                    column.type().name().toLowerCase(Locale.ROOT),
                    column.title().vi(),
                    column.title().en(),
                    codes(column, "vi"),
                    codes(column, "en"));
        }
        csv.flush();
    }

    private static String codes(Column column, String language) {
        Attribute list = column.codeList();
        return list == null
                ? ""
                : list.codes().stream()
                        .map(entry -> entry.code() + " = " + entry.title().in(language))
                        .collect(Collectors.joining("; "));
    }
}
