package vn.ruralmap.server.support;

import java.nio.file.Path;

/**
 * Where the server keeps what is no map data: uploads and reports.
 *
 * @param store a path of which the name stands for the store; there may be no such file
 */
public record WorkingFolder(Path store) {

    /** A folder for one purpose: {@code map.gpkg.imports} beside {@code map.gpkg}. It need not exist. */
    public Path named(String purpose) {
        Path whole = store.toAbsolutePath();
        return whole.resolveSibling(whole.getFileName() + "." + purpose);
    }
}
