package vn.ruralmap.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.copy.ContentDigest;
import vn.ruralmap.layers.copy.StoreCopy;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.server.config.StoreLocation;

/** {@code ./ruralmap copy}: all of a store into an empty one, of the same kind or the other. */
@Command(
        name = "copy",
        description = {
            "Chép cả kho, kể cả lịch sử, sang kho rỗng / Copy a whole store, with its history, into an empty one",
            "Kho nguồn vẫn dùng được trong lúc chép / the source stays in use meanwhile"
        },
        mixinStandardHelpOptions = true)
final class CopyCommand implements Callable<Integer> {

    private static final String STORE = "FILE.gpkg|jdbc:postgresql://...";

    @Option(names = "--from", required = true, paramLabel = STORE, description = "Kho nguồn / the store to copy")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = STORE, description = "Kho rỗng / an empty store")
    private String to = "";

    @Option(names = "--catalogue", paramLabel = "DIR", description = "Layers and styles of your own")
    private @Nullable Path catalogue;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (from.equals(to)) {
            throw new ParameterException(
                    spec.commandLine(), "--from và --to là một kho / --from and --to are the same store");
        }
        Catalogue definitions = CatalogueReader.read(catalogue);
        try (StoreContents source = StoreLocation.openContents(from, definitions);
                StoreLoad target = StoreLocation.openLoad(to, definitions)) {
            List<ContentDigest.TableSum> sums = StoreCopy.run(source, target);
            PrintWriter out = spec.commandLine().getOut();
            out.println("Đã chép " + source.name() + " sang " + target.name() + "; hai bên giống nhau:");
            out.println("Copied " + source.name() + " to " + target.name() + "; both sides are the same:");
            print(sums, out);
            return 0;
        }
    }

    /** A line for each table. */
    static void print(List<ContentDigest.TableSum> sums, PrintWriter out) {
        for (ContentDigest.TableSum sum : sums) {
            out.printf("  %-32s %9d  sha256 %s%n", sum.table(), sum.rows(), sum.sha256());
        }
        out.flush();
    }
}
