package vn.ruralmap.server.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ruralmap user token}: a personal token for a program, alone on standard output so that a script can take it. */
@Command(
        name = "token",
        description = "Cấp mã cá nhân cho một chương trình / Make a personal token for a program",
        mixinStandardHelpOptions = true)
final class UserTokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Tên đăng nhập / the account's name")
    private String name = "";

    @Option(names = "--for", required = true, paramLabel = "TEXT", description = "Dùng vào việc gì / what it is for")
    private String purpose = "";

    @Mixin
    private AccountAccess access = new AccountAccess();

    @Override
    public Integer call() {
        return access.use((opened, out) -> {
            String secret = opened.tokens().create(opened.accounts().get(name), purpose);
            opened.tell("token-create", name, Map.of("name", purpose));
            out.println(secret);
            return 0;
        });
    }
}
