package vn.ruralmap.server.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * GeoPackage 1.3 (OGC 12-128r17) with a spatial index, titles and code lists of the columns. SQLite writes back and forth,
 * so it is made in a temporary file, which is gone when it has been sent.
 */
@Component
@Order(3)
final class GeoPackageFile implements FileFormat {

    /** So that one request cannot fill the disk. */
    static final long MAX_BYTES = 8L << 30;

    @Override
    public String name() {
        return "gpkg";
    }

    @Override
    public List<String> aliases() {
        return List.of("application/geopackage+sqlite3", "geopackage", "application/x-gpkg");
    }

    @Override
    public String mediaType() {
        return "application/geopackage+sqlite3";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("GeoPackage (QGIS)", "GeoPackage (QGIS)");
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public void write(FeatureTable table, OutputStream out) throws IOException {
        Path file = Files.createTempFile("ruralmap-", ".gpkg");
        try {
            fill(table, file, MAX_BYTES);
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static void fill(FeatureTable table, Path file, long maxBytes) throws IOException {
        try (GeoPackageTables tables = GeoPackageTables.create(file, maxBytes)) {
            tables.write(table);
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
                throw new FormatLimitException(new LocalizedText(
                        "Tệp GeoPackage sẽ lớn hơn mức cho phép; hãy lọc bớt hoặc chọn dạng khác",
                        "The GeoPackage would be larger than allowed; filter, or choose another format"));
            }
            throw new IOException("a GeoPackage could not be written", e);
        } catch (SQLException e) {
            throw new IOException("a GeoPackage could not be written", e);
        }
    }
}
