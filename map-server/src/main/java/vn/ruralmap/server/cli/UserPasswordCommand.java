package vn.ruralmap.server.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./ruralmap user password}: another password, for whoever has lost theirs; all sessions end. */
@Command(name = "password", description = "Cấp mật khẩu mới / Give a new password", mixinStandardHelpOptions = true)
final class UserPasswordCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Tên đăng nhập / the account's name")
    private String name = "";

    @Mixin
    private NewPassword newPassword = new NewPassword();

    @Mixin
    private AccountAccess access = new AccountAccess();

    @Override
    public Integer call() {
        return access.use((opened, out) -> {
            String password = newPassword.get(out);
            if (password == null) {
                return RuralmapCommand.REFUSED;
            }
            opened.accounts().changePassword(name, password);
            opened.tell("password-reset", name, Map.of());
            newPassword.tell(name, password, out);
            return 0;
        });
    }
}
