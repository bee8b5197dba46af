package vn.ruralmap.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportProgress;

/** One line on the terminal's error stream, rewritten as the import goes on; nothing where there is no terminal. */
final class ProgressBar implements ImportProgress, AutoCloseable {

    private static final int WIDTH = 30;
    private static final long PAUSE_NANOS = 100_000_000;

    private final @Nullable PrintStream terminal;
    private long lastDrawn;
    private boolean drawn;

    ProgressBar() {
        this(System.console() == null ? null : new PrintStream(new FileOutputStream(FileDescriptor.err), true));
    }

    /** @param terminal null: nothing is drawn */
    ProgressBar(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void update(Stage stage, long done, long total) {
        long now = System.nanoTime();
        if (terminal == null || (now - lastDrawn < PAUSE_NANOS && done != total)) {
            return;
        }
        lastDrawn = now;
        drawn = true;
        StringBuilder line = new StringBuilder("\r").append(name(stage)).append(' ');
        if (total > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * done / total);
            line.append("█".repeat(filled)).append("░".repeat(WIDTH - filled));
            line.append(String.format(" %3d%%", Math.min(100, 100 * done / total)));
        }
        terminal.print(line.append(' ').append(done).append("   "));
        terminal.flush();
    }

    private static String name(Stage stage) {
        return switch (stage) {
            case OPENING -> "Mở tệp / opening   ";
            case LOOKING -> "Xem tệp / looking  ";
            case READING -> "Đọc / reading      ";
            case COMPARING -> "So sánh / comparing";
            case PUBLISHING -> "Ghi / publishing   ";
        };
    }

    @Override
    public void close() {
        if (terminal != null && drawn) {
            terminal.print("\r" + " ".repeat(WIDTH + 45) + "\r");
            terminal.flush();
            drawn = false;
        }
    }
}
