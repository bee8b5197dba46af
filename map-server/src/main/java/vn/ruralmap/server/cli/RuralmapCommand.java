package vn.ruralmap.server.cli;

import java.io.PrintWriter;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.ruralmap.layers.catalogue.CatalogueException;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.CopyRefusedException;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.LockedException;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.server.support.RequestException;

/** {@code ./ruralmap}: the commands and their exit codes. */
@Command(
        name = "ruralmap",
        description = "Bản đồ số nông thôn mới / Map server for new-style rural communes",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            RollbackCommand.class,
            ExportCommand.class,
            CheckCommand.class,
            CopyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            UserCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "ruralmap 0.1")
public final class RuralmapCommand {

    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int FAILED = 3;

    private RuralmapCommand() {}

    /** Runs a command; a server keeps the process alive, everything else ends it with an exit code. */
    public static void run(String... arguments) {
        int code = execute(arguments);
        if (code != 0 || !ServerProcess.isRunning()) {
            System.exit(code);
        }
    }

    static int execute(String... arguments) {
        CommandLine commandLine = new CommandLine(new RuralmapCommand());
        commandLine.setExecutionExceptionHandler(RuralmapCommand::explain);
        UsageErrors.handle(commandLine);
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getErr());
            return USAGE;
        }
        return commandLine.execute(arguments);
    }

    private static int explain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        Throwable cause = rootOf(e);
        err.println(commandLine.getColorScheme().errorText("ruralmap: " + message(cause)));
        if (cause instanceof InvalidChangeException
                || cause instanceof ConflictException
                || cause instanceof LockedException
                || cause instanceof CopyRefusedException
                || cause instanceof RequestException) {
            return REFUSED;
        }
        return cause instanceof CatalogueException ? USAGE : FAILED;
    }

    private static String message(Throwable cause) {
        if (cause instanceof PortInUseException taken) {
            return "cổng " + taken.getPort() + " đang được chương trình khác dùng; chọn cổng khác bằng --port / port "
                    + taken.getPort() + " is in use by another program; choose another one with --port";
        }
        if (cause instanceof StoreException failure) {
            return failure.text().vi() + " / " + failure.text().en();
        }
        if (cause instanceof RequestException refusal) {
            return refusal.text().vi() + " / " + refusal.text().en();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Spring wraps what went wrong while starting in layers of its own; people need the innermost. */
    private static Throwable rootOf(Throwable e) {
        Throwable cause = e;
        while (!(cause instanceof PortInUseException)
                && cause.getCause() != null
                && cause.getClass().getName().startsWith("org.springframework")) {
            cause = cause.getCause();
        }
        return cause;
    }
}
