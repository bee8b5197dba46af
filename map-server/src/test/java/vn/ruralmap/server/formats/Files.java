package vn.ruralmap.server.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.ServerFixture;

/** Files of the shared server's data, written without asking it by HTTP. */
final class Files {

    /** Long after the last change of the data. */
    private static final LocalDate DATE = LocalDate.of(2026, 1, 1);

    private Files() {}

    static FeatureTable table(String layer) {
        LayerView view = ServerFixture.get().bean(Snapshots.class).current().view(layer, DATE);
        return FeatureTable.of(view);
    }

    static FileFormat format(String name) {
        return ServerFixture.get().bean(FileFormats.class).find(name).orElseThrow();
    }

    static byte[] bytes(String format, FeatureTable table) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format(format).write(table, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String format, FeatureTable table) {
        return new String(bytes(format, table), java.nio.charset.StandardCharsets.UTF_8);
    }
}
