package vn.ruralmap.server.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.check.CheckReport;
import vn.ruralmap.layers.check.CheckText;
import vn.ruralmap.layers.check.StoreCheck;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.server.config.StoreLocation;

/** {@code ./ruralmap check}: whether a store is sound. Writes nothing; servers and writers go on meanwhile. */
@Command(
        name = "check",
        description = {
            "Kiểm tra kho dữ liệu, không ghi gì / Tell whether a store is sound, write nothing",
            "Kết thúc với 1 nếu có lỗi / exit code 1 if there are errors"
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Báo cáo dạng JSON / the report as JSON")
    private boolean json;

    @Option(names = "--strict", description = "Cảnh báo cũng là lỗi / warnings count as errors")
    private boolean strict;

    @Option(names = "--lang", paramLabel = "vi|en", description = "Một ngôn ngữ / one language; default both")
    private @Nullable Language language;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Of a report. */
    enum Language {
        vi,
        en
    }

    @Override
    public Integer call() {
        CheckReport report = check(storeOptions.store(), storeOptions.readCatalogue());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CheckJson.of(report));
        } else if (language != null) {
            out.println(CheckText.of(report).in(language.name()));
        } else {
            print(report, out);
        }
        out.flush();
        boolean isSound = report.count(Severity.ERROR) == 0 && !(strict && report.count(Severity.WARNING) > 0);
        return isSound ? 0 : RuralmapCommand.REFUSED;
    }

    static CheckReport check(String location, Catalogue catalogue) {
        try (StoreContents contents = StoreLocation.openContents(location, catalogue)) {
            return StoreCheck.run(contents);
        }
    }

    /** In both languages. */
    static void print(CheckReport report, PrintWriter out) {
        LocalizedText text = CheckText.of(report);
        out.println(text.vi());
        out.println();
        out.println(text.en());
        out.flush();
    }
}
