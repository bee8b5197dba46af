package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.dataimport.ImportOptions.Reading;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Line;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;
import vn.ruralmap.layers.crs.DeclaredSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;
import vn.ruralmap.layers.model.Feature;

/** Units of 5 km and files that speak of them, in any coordinate system and form. */
abstract class PlacingFixture {

    static final String PRJ = "PROJCS[\"VN_2000\",GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",%s],PARAMETER[\"Scale_Factor\",0.9999],"
            + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    /** Six units of 5 km around a point of Sóc Trăng, codes 31001 to 31006. */
    private static final double WEST = 105.9739;

    private static final double SOUTH = 9.6025;
    static final double SIDE = 0.05;

    @TempDir
    Path folder;

    Importing importing;

    @BeforeEach
    void openStore() {
        importing = new Importing(folder);
    }

    @AfterEach
    void closeStore() {
        importing.close();
    }

    static Envelope box(int unit) {
        double x = WEST + unit % 3 * SIDE;
        double y = SOUTH + unit / 3 * SIDE;
        return new Envelope(x, x + SIDE, y, y + SIDE);
    }

    static String code(int unit) {
        return String.format(Locale.ROOT, "31%03d", unit + 1);
    }

    void storeUnits() {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            features.add(Importing.commune(code(i), "Xã Số " + (i + 1), box(i).getMinX(), box(i).getMinY(), SIDE));
        }
        ImportResult stored = importing.run(
                importing.options("communes", features.toArray(String[]::new)).validFrom(Importing.REFORM));
        assertThat(stored.outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    /** Zones in the middle of each unit, in some coordinate system and form, naming their commune. */
    Path zones(@Nullable String prj, String crs, UnaryOperator<Coordinate> form) {
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Envelope zone = box(i);
            zone.expandBy(-SIDE / 3);
            rows.add(new ShapefileTable.Row(
                    written(new GeometryFactory().toGeometry(zone), crs, form), List.of("VN-STO-" + i, code(i))));
        }
        return write("zones", List.of(DbfColumn.text("MA_VUNG"), DbfColumn.text("MA_XA")), rows, prj);
    }

    /** The units themselves. */
    Path units(@Nullable String prj, String crs, UnaryOperator<Coordinate> form) {
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(new ShapefileTable.Row(
                    written(new GeometryFactory().toGeometry(box(i)), crs, form),
                    List.of(code(i), "Xã Số " + (i + 1))));
        }
        return write("units", List.of(DbfColumn.text("MA_XA"), DbfColumn.text("TEN_XA")), rows, prj);
    }

    static Geometry written(Geometry lonLat, String crs, UnaryOperator<Coordinate> form) {
        try {
            Geometry shape = new GeometryFactory()
                    .createGeometry(DeclaredSystems.fromCode(crs).system().fromLonLat(lonLat));
            shape.apply((CoordinateFilter) at -> at.setCoordinate(form.apply(at)));
            shape.geometryChanged();
            return shape;
        } catch (UnknownSystemException e) {
            throw new AssertionError(e);
        }
    }

    Path write(String name, List<DbfColumn> columns, List<ShapefileTable.Row> rows, @Nullable String prj) {
        Path file = folder.resolve(name + ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            ShapefileZip.write(out, new ShapefileTable(name, ShapeKind.POLYGON, columns, rows, prj));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    static Coordinate swapped(Coordinate at) {
        return new Coordinate(at.y, at.x);
    }

    static double dms(double degrees) {
        double minutes = (degrees - Math.floor(degrees)) * 60;
        double seconds = (minutes - Math.floor(minutes)) * 60;
        return Math.floor(degrees) + Math.floor(minutes) / 100 + Math.round(seconds * 100) / 100.0 / 10_000;
    }

    ImportResult run(Path file, String layer, @Nullable String crs) {
        return importing.run(
                ImportOptions.of(file, layer, "Lan").withReading(new Reading(null, crs, AskedEncodings.NONE)));
    }

    Line best(ImportResult result) {
        return result.report().decisions().place().candidates().get(0);
    }

    void assertInPlace(String layer) {
        List<Feature> found = importing.inForce(layer, Importing.TODAY);
        assertThat(found).hasSize(6);
        for (int i = 0; i < 6; i++) {
            Envelope place = box(i);
            assertThat(found).anySatisfy(feature -> assertThat(place.contains(
                            feature.geometry().getEnvelopeInternal().centre()))
                    .isTrue());
        }
    }
}
