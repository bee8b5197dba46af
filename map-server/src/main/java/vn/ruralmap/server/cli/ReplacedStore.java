package vn.ruralmap.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.ruralmap.layers.store.CopyRefusedException;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.server.config.StoreFiles;

/** The file in whose place another one is put. */
final class ReplacedStore {

    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private final Path store;

    ReplacedStore(Path store) {
        this.store = store.toAbsolutePath();
    }

    /** @throws CopyRefusedException if there is a file and nobody allowed to replace it, or a program has it open */
    void demandReplaceable(Path backup, boolean force) throws IOException {
        if (!Files.exists(store)) {
            return;
        }
        if (Files.isSameFile(store, backup)) {
            throw new CopyRefusedException(
                    backup + " chính là kho dữ liệu", backup + " is the store itself: name the backup");
        }
        if (!force && Files.size(store) > 0) {
            throw new CopyRefusedException(
                    "đã có kho " + store
                            + "; hãy phục hồi vào tệp khác (--store), hoặc thêm --force: kho cũ được giữ với"
                            + " tên có ngày giờ",
                    "there is a store " + store + " already; restore to another file (--store), or add --force: the old"
                            + " one is kept under a dated name");
        }
        demandClosed();
    }

    private void demandClosed() {
        boolean isOpen;
        try {
            isOpen = StoreFiles.isOpenElsewhere(store);
        } catch (StoreException e) {
            // damaged beyond opening, which may be why a backup is restored: it is moved with all that lies beside it
            isOpen = false;
        }
        if (isOpen) {
            throw inUse();
        }
    }

    private CopyRefusedException inUse() {
        return new CopyRefusedException(
                "chương trình khác đang mở " + store + "; hãy dừng máy chủ (và QGIS) rồi thử lại",
                "another program has " + store + " open; stop the server (and QGIS), then try again");
    }

    /** Takes up into the file what lies beside it, unless it is damaged. */
    private void seal() {
        boolean isSealed;
        try {
            isSealed = StoreFiles.seal(store);
        } catch (StoreException e) {
            isSealed = true;
        }
        if (!isSealed) {
            throw inUse();
        }
    }

    /** Gives the old file a dated name, for ever. @return its name; empty: there was none */
    Optional<Path> keep() throws IOException {
        if (!Files.exists(store)) {
            return Optional.empty();
        }
        seal();
        String name = store.getFileName().toString().replaceFirst("\\.gpkg$", "");
        Path kept =
                store.resolveSibling(name + ".replaced-" + LocalDateTime.now().format(DATED) + ".gpkg");
        for (String suffix : NewFile.BESIDE) {
            Path part = Path.of(store + suffix);
            if (Files.exists(part)) {
                Files.move(part, Path.of(kept + suffix));
            }
        }
        return Optional.of(kept);
    }
}
