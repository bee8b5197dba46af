package vn.ruralmap.server.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.ruralmap.server.accounts.AccountFacts;

/** {@code ./ruralmap user disable}: nobody signs in with it any longer, and its sessions end. */
@Command(
        name = "disable",
        description = "Khóa tài khoản / Nobody signs in with it any longer",
        mixinStandardHelpOptions = true)
final class UserDisableCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Tên đăng nhập / the account's name")
    private String name = "";

    @Mixin
    private AccountAccess access = new AccountAccess();

    @Override
    public Integer call() {
        return access.use((opened, out) -> {
            opened.accounts().change(name, new AccountFacts(null, null, null, null, true));
            opened.tell("account-change", name, Map.of("disabled", true));
            out.printf("Đã khóa tài khoản %s / disabled the account %1$s%n", name);
            return 0;
        });
    }
}
