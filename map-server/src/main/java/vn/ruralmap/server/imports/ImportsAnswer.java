package vn.ruralmap.server.imports;

import java.util.List;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * All imports and what an import may say.
 *
 * @param layers that can be imported into
 * @param charsets the usual ones; others are understood too
 * @param imports the newest first
 */
record ImportsAnswer(
        Limits limits,
        List<String> layers,
        List<String> charsets,
        List<SystemAnswer> systems,
        List<ImportAnswer> imports) {

    private static final List<String> CHARSETS = List.of(
            "utf-8",
            "tcvn3",
            "tcvn3-h",
            "vni",
            "windows-1258",
            "tcvn5712",
            "viscii",
            "windows-1252",
            "tcvn3-in-utf-8",
            "vni-in-utf-8");

    /** @param fileBytes of all files of an import. @param files how many */
    record Limits(long fileBytes, int files) {}

    record SystemAnswer(String code, LocalizedText title) {}

    static ImportsAnswer of(ImportLimits limits, Catalogue catalogue, List<ImportAnswer> imports) {
        return new ImportsAnswer(
                new Limits(limits.perImport().toBytes(), limits.files()),
                catalogue.layers().stream().map(Layer::name).toList(),
                CHARSETS,
                CoordinateSystems.list().stream().map(ImportsAnswer::system).toList(),
                imports);
    }

    private static SystemAnswer system(CoordinateSystem system) {
        return new SystemAnswer(system.code(), LocalizedText.same(system.name()));
    }
}
