package vn.ruralmap.server.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./ruralmap user remove}: takes an account away; the history keeps its name. */
@Command(name = "remove", description = "Xóa tài khoản / Take an account away", mixinStandardHelpOptions = true)
final class UserRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Tên đăng nhập / the account's name")
    private String name = "";

    @Mixin
    private AccountAccess access = new AccountAccess();

    @Override
    public Integer call() {
        return access.use((opened, out) -> {
            opened.accounts().remove(name);
            opened.tell("account-remove", name, Map.of());
            out.printf("Đã xóa tài khoản %s / removed the account %1$s%n", name);
            return 0;
        });
    }
}
