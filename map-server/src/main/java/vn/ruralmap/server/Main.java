package vn.ruralmap.server;

import vn.ruralmap.server.cli.RuralmapCommand;

/** Entry point of the one jar: {@code ./ruralmap COMMAND}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        RuralmapCommand.run(arguments);
    }
}
