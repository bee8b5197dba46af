package vn.ruralmap.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.check.CheckReport;
import vn.ruralmap.layers.copy.StoreCopy;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.store.CopyRefusedException;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.server.config.StoreFiles;
import vn.ruralmap.server.config.StoreLocation;

/** {@code ./ruralmap restore}: makes a store of a backup, which is checked first. */
@Command(
        name = "restore",
        description = {
            "Phục hồi kho từ bản sao lưu, sau khi kiểm tra / Make a store of a backup, which is checked first",
            "Dừng máy chủ trước / stop the server first"
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Tệp sao lưu / the file that backup wrote")
    private Path file = Path.of("");

    @Option(
            names = "--force",
            description = "Thay tệp đã có; tệp cũ được giữ với tên có ngày giờ"
                    + " / replace a file that exists; the old one is kept under a dated name")
    private boolean force;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "không có tệp " + file + " / there is no file " + file);
        }
        return StoreLocation.isDatabase(storeOptions.store()) ? toDatabase() : toFile(Path.of(storeOptions.store()));
    }

    private int toFile(Path store) throws IOException {
        ReplacedStore replaced = new ReplacedStore(store);
        replaced.demandReplaceable(file, force);
        Catalogue catalogue = storeOptions.readCatalogue();
        try (NewFile restored = new NewFile(store)) {
            CheckReport report = demandSound(restored.unfinished(), catalogue);
            PrintWriter out = spec.commandLine().getOut();
            replaced.keep().ifPresent(kept -> out.println("Kho cũ / the old store: " + kept));
            restored.finish();
            tell(report, store.toString());
        }
        return 0;
    }

    private int toDatabase() throws IOException {
        Catalogue catalogue = storeOptions.readCatalogue();
        Path folder = Files.createTempDirectory("ruralmap-restore");
        try (NewFile upgraded = new NewFile(folder.resolve("backup.gpkg"))) {
            CheckReport report = demandSound(upgraded.unfinished(), catalogue);
            try (StoreContents source =
                            StoreLocation.openContents(upgraded.unfinished().toString(), catalogue);
                    StoreLoad target = StoreLocation.openLoad(storeOptions.store(), catalogue)) {
                CopyCommand.print(
                        StoreCopy.run(source, target), spec.commandLine().getOut());
                tell(report, target.name());
            }
        } finally {
            Files.delete(folder);
        }
        return 0;
    }

    private CheckReport demandSound(Path upgraded, Catalogue catalogue) {
        StoreFiles.writeUpgraded(file, upgraded, catalogue);
        CheckReport report = CheckCommand.check(upgraded.toString(), catalogue);
        if (report.count(Severity.ERROR) > 0) {
            CheckCommand.print(report.named(file.toString()), spec.commandLine().getOut());
            throw new CopyRefusedException(
                    "bản sao lưu " + file + " có lỗi, xem ở trên; kho dữ liệu không thay đổi",
                    "the backup " + file + " is not sound, see above; the store is as it was");
        }
        return report;
    }

    private void tell(CheckReport report, String store) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Đã phục hồi %s từ %s: lần cập nhật %d, đã kiểm tra.%n"
                        + "Restored %1$s from %2$s: revision %3$d, checked.%n",
                store, file, report.revision());
        out.flush();
    }
}
