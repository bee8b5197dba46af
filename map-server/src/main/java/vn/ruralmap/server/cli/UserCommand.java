package vn.ruralmap.server.cli;

import picocli.CommandLine.Command;

/** {@code ./ruralmap user}: accounts, beside a running server too, which notices within seconds. */
@Command(
        name = "user",
        description = "Tài khoản / Accounts",
        subcommands = {
            UserAddCommand.class,
            UserListCommand.class,
            UserPasswordCommand.class,
            UserTokenCommand.class,
            UserDisableCommand.class,
            UserEnableCommand.class,
            UserRemoveCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class UserCommand {}
