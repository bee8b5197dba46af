package vn.ruralmap.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.ruralmap.server.accounts.Account;

/** {@code ./ruralmap user list}: who has an account. */
@Command(name = "list", description = "Các tài khoản / Who has an account", mixinStandardHelpOptions = true)
final class UserListCommand implements Callable<Integer> {

    @Mixin
    private AccountAccess access = new AccountAccess();

    @Override
    public Integer call() {
        return access.use((opened, out) -> {
            for (Account account : opened.accounts().list()) {
                out.printf(
                        "%s\t%s\t%s\t%s\t%s%n",
                        account.name(),
                        account.displayName(),
                        RoleConverter.names(account.roles()),
                        account.area().isEmpty() ? "*" : String.join(", ", account.area()),
                        account.isDisabled() ? "khóa / disabled" : "");
            }
            return 0;
        });
    }
}
