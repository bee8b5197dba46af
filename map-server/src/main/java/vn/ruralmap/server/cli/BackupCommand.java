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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.check.CheckReport;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.store.CopyRefusedException;
import vn.ruralmap.server.config.StoreFiles;

/** {@code ./ruralmap backup}: all of a store as one GeoPackage, checked before it gets its name. Servers go on meanwhile. */
@Command(
        name = "backup",
        description = {
            "Sao lưu kho thành một tệp, kể cả khi đang phục vụ / Back a store up as one file, also while it is served",
            "Bản sao được kiểm tra trước khi có tên / the file is checked before it gets its name"
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Tệp sẽ ghi, .gpkg / the file to write, .gpkg")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Ghi đè tệp đã có / replace a file that exists")
    private boolean force;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file) && !force) {
            throw new CopyRefusedException(
                    "đã có tệp " + file + "; hãy đặt tên khác, hoặc ghi đè bằng --force",
                    "there is a file " + file + " already; give another name, or replace it with --force");
        }
        Catalogue catalogue = storeOptions.readCatalogue();
        try (NewFile backup = new NewFile(file)) {
            StoreFiles.write(storeOptions.store(), backup.unfinished(), catalogue);
            CheckReport report = check(backup.unfinished(), catalogue);
            PrintWriter out = spec.commandLine().getOut();
            if (report.count(Severity.ERROR) > 0) {
                CheckCommand.print(report.named(file.toString()), out);
                throw new CopyRefusedException(
                        "bản sao lưu có lỗi nên không được giữ; kho dữ liệu cần được sửa, xem ở trên",
                        "the backup is not sound and was not kept; the store needs mending, see above");
            }
            backup.finish();
            out.printf(
                    "Đã sao lưu vào %s: lần cập nhật %d, %d byte, đã kiểm tra.%n"
                            + "Backed up to %1$s: revision %2$d, %3$d bytes, checked.%n",
                    file, report.revision(), Files.size(file));
            out.flush();
            return 0;
        }
    }

    private static CheckReport check(Path backup, Catalogue catalogue) throws IOException {
        if (!StoreFiles.isOlder(backup, catalogue)) {
            return CheckCommand.check(backup.toString(), catalogue);
        }
        try (NewFile upgraded = new NewFile(Path.of(backup + "-upgraded"))) {
            StoreFiles.writeUpgraded(backup, upgraded.unfinished(), catalogue);
            return CheckCommand.check(upgraded.unfinished().toString(), catalogue);
        }
    }
}
