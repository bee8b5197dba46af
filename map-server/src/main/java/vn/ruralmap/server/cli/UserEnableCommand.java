package vn.ruralmap.server.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.ruralmap.server.accounts.AccountFacts;

/** {@code ./ruralmap user enable}: undoes disable. */
@Command(name = "enable", description = "Mở khóa tài khoản / Undo disable", mixinStandardHelpOptions = true)
final class UserEnableCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Tên đăng nhập / the account's name")
    private String name = "";

    @Mixin
    private AccountAccess access = new AccountAccess();

    @Override
    public Integer call() {
        return access.use((opened, out) -> {
            opened.accounts().change(name, new AccountFacts(null, null, null, null, false));
            opened.tell("account-change", name, Map.of("disabled", false));
            out.printf("Đã mở khóa tài khoản %s / enabled the account %1$s%n", name);
            return 0;
        });
    }
}
